import Foundation
import Glibc
import PPIDEngine

/// States of a folder, kept beside it. Files are shared by hard links, for nothing changes a file in its place; but the archive is
/// changed in its place, so it is copied where it isn't the same as one that was kept already.
final class KeptFiles {
  private let folder: String
  private let place: String
  private let archive: String
  private var count = 0
  /// The copy of the archive that was kept or put back last.
  private var copy: String?

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
      try copyRest(from: folder, to: state)
      let path = "\(folder)/\(archive)"
      if let copy, !exists(path + KeptFiles.changes), FileManager.default.contentsEqual(atPath: path, andPath: copy) {
        try link(copy, "\(state)/\(archive)")
      } else {
        try copyArchive(from: folder, to: state)
      }
      copy = "\(state)/\(archive)"
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
    try copyRest(from: state, to: folder)
    try copyArchive(from: state, to: folder)
    copy = "\(state)/\(archive)"
  }

  func forget(_ state: String) {
    if copy?.hasPrefix(state + "/") == true { copy = nil }
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
  private func copyRest(from: String, to: String) throws {
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
