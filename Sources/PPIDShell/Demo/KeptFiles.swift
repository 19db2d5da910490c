import Foundation
import Glibc
import PPIDEngine

/// States of a folder, kept beside it. Files are shared by hard links, for nothing changes a file in its place; but the archive is
/// changed in its place, so it is copied where it isn't the same as one that was kept already.
final class KeptFiles {
  /// What tells that a file was not written to.
  private struct Stamp: Equatable {
    let size: off_t
    let file: ino_t
    let seconds: Int
    let nanoseconds: Int

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      size = status.st_size
      file = status.st_ino
      seconds = status.st_mtim.tv_sec
      nanoseconds = status.st_mtim.tv_nsec
    }
  }

  private let folder: String
  private let place: String
  private let archive: String
  private var count = 0
  /// The archive as it was when it was kept or put back last, and the copy that is the same.
  private var known: (stamp: Stamp, copy: String)?

  /// - Parameters:
  ///   - place: where states are kept; on the same file system.
  ///   - archive: the name of the archive in the folder.
  init(of folder: String, in place: String, archive: String) {
    self.folder = folder
    self.place = place
    self.archive = archive
  }

  /// Keeps the folder as it is now; where. The archive must be closed.
  func keep() throws -> String {
    count += 1
    let state = "\(place)/\(count)"
    do {
      try FileManager.default.createDirectory(atPath: state, withIntermediateDirectories: false)
      try copy(from: folder, to: state)
      let path = "\(folder)/\(archive)"
      if let known, known.stamp == Stamp(path), !exists(path + KeptFiles.changes) {
        try link(known.copy, "\(state)/\(archive)")
      } else {
        try copyArchive(from: folder, to: state)
        known = Stamp(path).map { ($0, "\(state)/\(archive)") }
      }
    } catch {
      forget(state)
      throw error
    }
    return state
  }

  /// Puts a state back. The archive must be closed.
  func putBack(_ state: String) throws {
    // First the room that they take is given free.
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      try FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
    try copy(from: state, to: folder)
    try copyArchive(from: state, to: folder)
    known = Stamp("\(folder)/\(archive)").map { ($0, "\(state)/\(archive)") }
  }

  func forget(_ state: String) {
    if known?.copy.hasPrefix(state + "/") == true { known = nil }
    try? FileManager.default.removeItem(atPath: state)
  }

  // MARK: Files

  /// What SQLite has not carried over into the archive yet stands in a file of this ending.
  private static let changes = "-wal"
  private static let aside = ["", "-wal", "-shm", ".kunci"]

  private func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  private func copyArchive(from: String, to: String) throws {
    for ending in ["", KeptFiles.changes] where exists("\(from)/\(archive)\(ending)") {
      try FileManager.default.copyItem(atPath: "\(from)/\(archive)\(ending)", toPath: "\(to)/\(archive)\(ending)")
    }
  }

  /// Everything but the archive.
  private func copy(from: String, to: String) throws {
    let archiveNames = KeptFiles.aside.map { archive + $0 }
    for name in try FileManager.default.contentsOfDirectory(atPath: from) where !archiveNames.contains(name) {
      try copyTree("\(from)/\(name)", "\(to)/\(name)")
    }
  }

  private func copyTree(_ from: String, _ to: String) throws {
    var status = stat()
    guard lstat(from, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return try link(from, to) }
    guard mkdir(to, status.st_mode & 0o777) == 0 else { throw Sandbox.failure(to) }
    for name in try FileManager.default.contentsOfDirectory(atPath: from) { try copyTree("\(from)/\(name)", "\(to)/\(name)") }
  }

  private func link(_ from: String, _ to: String) throws {
    guard Glibc.link(from, to) == 0 else { throw Sandbox.failure(to) }
  }
}
