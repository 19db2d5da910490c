import CLinux
import Foundation

/// A folder of files that is built beside its place and switched with what stands there.
///
/// What stayed the same is not written again: the new folder shares such files with the old one (hard links), and no file is ever changed
/// in place, so that the old folder is whole until the switch. The folder carries a mark (`.ppid-terbitan`), so that nothing that somebody
/// else put there is ever overwritten.
final class StagedFolder: StagedFiles {
  static let markName = ".ppid-terbitan"

  private let path: String
  private let temporary: String
  private var isPending = true
  /// What the mark of the folder in place says; empty where there is none.
  let oldMark: String
  /// When the folder in place was finished: what was changed later was changed by somebody else.
  private let oldTime: (Int, Int)
  private var subfolders: Set<String> = []
  private var hasChanged = false

  /// Begins a folder that is to stand at `path`, whose parent must exist.
  init(path: String) throws {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    // A link stays; the folder that it leads to is replaced.
    var status = stat()
    if lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFLNK { path = path.realPath ?? path }
    self.path = path
    try StagedFolder.checkPlace(path)
    StagedFolder.removeLeftovers(of: path)
    let mark = "\(path)/\(StagedFolder.markName)"
    let isMarked = stat(mark, &status) == 0
    oldTime = isMarked ? (status.st_mtim.tv_sec, status.st_mtim.tv_nsec) : (0, 0)
    oldMark = FileManager.default.contents(atPath: mark).map { String(decoding: $0, as: UTF8.self) } ?? ""
    hasChanged = !isMarked
    temporary = try StagedFolder.makeFolder(beside: path)
    // Whoever finds it knows from the beginning whose it is.
    try create(StagedFolder.markName, [])
  }

  deinit { discard() }

  /// Makes a folder beside that place, which this process has none of yet.
  private static func makeFolder(beside path: String) throws -> String {
    for number in 1... {
      let name = "\(path).baru-\(getpid())" + (number > 1 ? ".\(number)" : "")
      if mkdir(name, 0o755) == 0 { return name }
      guard errno == EEXIST else { break }
    }
    throw StagedFile.failure(path)
  }

  // MARK: Building

  /// Takes a file over from the folder in place; false when it isn't there, or somebody changed it since.
  func keep(_ name: String) throws -> Bool {
    var status = stat()
    guard lstat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      (status.st_mtim.tv_sec, status.st_mtim.tv_nsec) <= oldTime
    else { return false }
    try share(name)
    return true
  }

  /// Writes one file of it; shares it with the folder in place where the same bytes stand there.
  func write(_ name: String, _ bytes: [UInt8]) throws {
    if let old = FileManager.default.contents(atPath: "\(path)/\(name)"), old.elementsEqual(bytes), try keep(name) { return }
    hasChanged = true
    try create(name, bytes)
  }

  /// Begins one file of it, to be ended by ``end(_:)`` once it is put in place.
  func begin(_ name: String) throws -> StagedFile { try StagedFile(path: path(of: name)) }

  /// Where a file of it is to be made that others write; none stands there.
  func path(of name: String) throws -> String {
    try makeSubfolder(of: name)
    unlink("\(temporary)/\(name)")
    return "\(temporary)/\(name)"
  }

  /// Ends a file that was begun, or made by others.
  func end(_ name: String) throws {
    if FileManager.default.contentsEqual(atPath: "\(path)/\(name)", andPath: "\(temporary)/\(name)") {
      unlink("\(temporary)/\(name)")
      if try keep(name) { return }
      try copy(name)
    }
    hasChanged = true
  }

  /// Ends building with what the folder's mark is to say.
  func mark(_ text: String) throws {
    if text != oldMark { hasChanged = true }
    unlink("\(temporary)/\(StagedFolder.markName)")
    try create(StagedFolder.markName, Array(text.utf8))
  }

  private func share(_ name: String) throws {
    try makeSubfolder(of: name)
    // Not every file system has links.
    if link("\(path)/\(name)", "\(temporary)/\(name)") != 0 { try copy(name) }
  }

  private func copy(_ name: String) throws {
    guard let bytes = FileManager.default.contents(atPath: "\(path)/\(name)") else { throw StagedFile.failure("\(path)/\(name)") }
    try create(name, Array(bytes))
  }

  private func create(_ name: String, _ bytes: [UInt8]) throws {
    try makeSubfolder(of: name)
    let file = open("\(temporary)/\(name)", O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw StagedFile.failure(path) }
    var written = 0
    while written < bytes.count {
      let count = bytes[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let failure = StagedFile.failure(path)
        close(file)
        throw failure
      }
      written += count
    }
    guard close(file) == 0 else { throw StagedFile.failure(path) }
  }

  private func makeSubfolder(of name: String) throws {
    guard let slash = name.lastIndex(of: "/") else { return }
    let folder = String(name[..<slash])
    guard subfolders.insert(folder).inserted else { return }
    try makeSubfolder(of: folder)
    guard mkdir("\(temporary)/\(folder)", 0o755) == 0 || errno == EEXIST else { throw StagedFile.failure(path) }
  }

  // MARK: Switching

  /// Whether the same files with the same bytes stand in place already.
  var isUnchanged: Bool { !hasChanged }

  func putInPlace() throws {
    guard isPending else { return }
    if isUnchanged { return discard() }
    try StagedFolder.checkPlace(path)
    // All of it must be on the disk before it takes the old one's place.
    guard sync_file_system(temporary) == 0 else { throw StagedFile.failure(path) }
    if access(path, F_OK) == 0 {
      // Exchanged in one step: whoever looks sees the old folder or the new one, never none.
      guard exchange_paths(temporary, path) == 0 else { throw StagedFile.failure(path) }
      StagedFolder.remove(temporary)
    } else {
      guard rename(temporary, path) == 0 else { throw StagedFile.failure(path) }
    }
    isPending = false
  }

  func discard() {
    guard isPending else { return }
    isPending = false
    StagedFolder.remove(temporary)
  }

  /// Removes a folder of ours; its mark last, so that what a killed run leaves of it is still known as ours.
  private static func remove(_ folder: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name != markName {
      try? FileManager.default.removeItem(atPath: "\(folder)/\(name)")
    }
    unlink("\(folder)/\(markName)")
    rmdir(folder)
  }

  /// Takes away what runs that were killed while they built this folder have left beside it.
  private static func removeLeftovers(of path: String) {
    let parent = path.folderPath
    let folder = parent.isEmpty ? "." : parent
    let prefix = path.fileName + ".baru-"
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(prefix) {
      guard let process = pid_t(name.dropFirst(prefix.count).prefix(while: \.isNumber)), kill(process, 0) != 0, errno == ESRCH else {
        continue
      }
      // One that is empty was made, but not marked yet.
      if rmdir("\(folder)/\(name)") != 0, access("\(folder)/\(name)/\(markName)", F_OK) == 0 { remove("\(folder)/\(name)") }
    }
  }

  /// A folder may be replaced when it is ours or empty.
  private static func checkPlace(_ path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw PlaceFailure.folderInUse(path: path) }
    let names = try? FileManager.default.contentsOfDirectory(atPath: path)
    guard let names, names.isEmpty || names.contains(markName) else { throw PlaceFailure.folderInUse(path: path) }
  }
}
