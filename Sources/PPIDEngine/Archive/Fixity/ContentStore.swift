import Crypto
import Foundation
import PPIDValues

/// The bytes of attached files, in a folder beside the archive: `arsip.db.berkas/ab/cdef…`, each content once under its SHA-256.
struct ContentStore: Sendable {
  let folder: String
  /// The archive's file, whose mode decides who may read the contents.
  private let archive: String
  static let chunkSize = 1 << 20
  /// For how many days the bytes of a file stay that was taken from its record, so that this can be taken back.
  static let daysKept = 30
  /// What the names of copies under way begin with; the number of their process follows.
  static let copyPrefix = "baru-"

  init(archive: String) {
    self.archive = archive
    folder = archive + ".berkas"
  }

  func path(of digest: String) -> String { "\(folder)/\(digest.prefix(2))/\(digest.dropFirst(2))" }

  /// What is wrong with the bytes of one content; nil when nothing is.
  func fault(of digest: String, size: Int, check: () throws -> Void = {}) throws -> FixityFault.Kind? {
    do {
      let file = try RegularFile(path: path(of: digest), followsLinks: false)
      guard file.size == size else { return .changed }
      return try file.hash { _ in try check() }.digest == digest ? nil : .changed
    } catch FileFailure.missing {
      return .missing
    } catch is FileFailure {
      // Something else stands there, or it can't be read.
      return .changed
    }
  }

  /// Copies the file at `path` beside its place, in bounded memory; `check` is asked now and then whether to go on.
  func copy(_ path: String, check: () throws -> Void) throws -> StagedContent {
    let source = try RegularFile(path: path)
    try makeFolder(folder)
    removeLeftovers()
    return try StagedContent(source, in: self, check: check)
  }

  /// Makes a folder of this store, where it isn't there yet.
  func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o700) != 0 else {
      chmod(path, mode | (mode & 0o444) >> 2)
      return syncFolder(path.folderPath)
    }
    guard errno == EEXIST else { throw StagedFile.failure(path) }
  }

  /// Has a folder's entries on the disk, so that a name that was stored is there after the power fails.
  func syncFolder(_ path: String) {
    let descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Who may read the archive may read its contents.
  var mode: mode_t {
    var status = stat()
    return stat(archive, &status) == 0 ? status.st_mode & 0o666 | 0o600 : 0o600
  }

  /// Takes away copies that killed runs left.
  private func removeLeftovers() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(ContentStore.copyPrefix) {
      let number = name.dropFirst(ContentStore.copyPrefix.count).prefix { $0.isNumber }
      if let process = pid_t(number), kill(process, 0) != 0, errno == ESRCH { unlink("\(folder)/\(name)") }
    }
  }
}

extension LocalTime {
  /// Until when contents stay that are taken from their records at this time.
  var keepingContents: LocalTime? { adding(minutes: ContentStore.daysKept * 24 * 60) }
}
