import Crypto
import Foundation

/// The bytes of attached files, in a folder beside the archive: `arsip.db.berkas/ab/cdef…`, each content once under its SHA-256.
struct ContentStore: Sendable {
  let folder: String
  /// What the folder's name has behind the archive's.
  static let ending = ".berkas"

  /// The archive's file, whose mode decides who may read the contents.
  private let archive: String
  static let chunkSize = 1 << 20
  /// What the names of copies under way begin with; the number of their process follows.
  static let copyPrefix = "baru-"

  init(archive: String) {
    self.archive = archive
    folder = archive + ContentStore.ending
  }

  func path(of digest: String) -> String { "\(folder)/\(digest.prefix(2))/\(digest.dropFirst(2))" }

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
      return syncFolder((path as NSString).deletingLastPathComponent)
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
