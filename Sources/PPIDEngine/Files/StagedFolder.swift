import CLinux
import Foundation

/// A folder of files that is built beside its place and switched with what stands there.
///
/// The folder carries a mark (`.ppid-terbitan`), so that nothing that somebody else put there is ever overwritten.
final class StagedFolder: StagedFiles {
  static let mark = ".ppid-terbitan"

  private let path: String
  private let temporary: String
  private var isPending = true

  /// Begins a folder that is to stand at `path`, whose parent must exist.
  init(path: String) throws {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    temporary = "\(path).baru-\(getpid())"
    try StagedFolder.checkPlace(path)
    StagedFolder.removeLeftovers(of: path)
    guard mkdir(temporary, 0o755) == 0 else { throw StagedFile.failure(path) }
    try write(StagedFolder.mark) { _ in }
  }

  deinit { discard() }

  /// Writes one file of it.
  func write(_ name: String, _ body: (StagedFile) throws -> Void) throws {
    let file = try StagedFile(path: "\(temporary)/\(name)")
    try body(file)
    try file.putInPlace()
  }

  /// Whether the same files with the same bytes stand in place already.
  func isUnchanged() -> Bool {
    let manager = FileManager.default
    guard let old = try? manager.contentsOfDirectory(atPath: path), let new = try? manager.contentsOfDirectory(atPath: temporary),
      Set(old) == Set(new)
    else { return false }
    return new.allSatisfy { manager.contentsEqual(atPath: "\(path)/\($0)", andPath: "\(temporary)/\($0)") }
  }

  func putInPlace() throws {
    guard isPending else { return }
    if isUnchanged() { return discard() }
    try StagedFolder.checkPlace(path)
    if access(path, F_OK) == 0 {
      // Exchanged in one step: whoever looks sees the old folder or the new one, never none.
      guard exchange_paths(temporary, path) == 0 else { throw StagedFile.failure(path) }
      try? FileManager.default.removeItem(atPath: temporary)
    } else {
      guard rename(temporary, path) == 0 else { throw StagedFile.failure(path) }
    }
    isPending = false
  }

  func discard() {
    guard isPending else { return }
    isPending = false
    try? FileManager.default.removeItem(atPath: temporary)
  }

  /// Takes away what runs that were killed while they built this folder have left beside it.
  private static func removeLeftovers(of path: String) {
    let parent = (path as NSString).deletingLastPathComponent
    let folder = parent.isEmpty ? "." : parent
    let prefix = (path as NSString).lastPathComponent + ".baru-"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(prefix) {
      guard let process = pid_t(name.dropFirst(prefix.count)), kill(process, 0) != 0, errno == ESRCH,
        access("\(folder)/\(name)/\(mark)", F_OK) == 0
      else { continue }
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
  }

  /// A folder may be replaced when it is ours or empty.
  private static func checkPlace(_ path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw EngineFailure.folderInUse(path: path) }
    let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    guard let names, names.isEmpty || names.contains(mark) else { throw EngineFailure.folderInUse(path: path) }
  }
}
