import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// The files of archives. Nothing else may be written in their place, whichever archive is at work; and those of the archive at work may
/// not even be read as files: closing any descriptor of such a file gives up the locks that SQLite holds on it for the process, and
/// another process would take the archive for one that nobody is at work in.
package enum ArchiveFile {
  private struct Identity: Hashable {
    let device: dev_t
    let inode: ino_t

    /// The regular file at `path`; nil where there is none.
    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
      device = status.st_dev
      inode = status.st_ino
    }
  }

  /// What SQLite and this program put beside an archive, behind its name.
  private static let companions = ["-wal", "-shm", "-journal", ".kunci"]
  /// What the name of the folder of an archive's attached files has behind the archive's.
  static let contentEnding = ".berkas"
  /// Real paths of the archives that this process has open, each as often as it has.
  private static let atWork = Mutex<[String: Int]>([:])

  /// Says that the archive at `path` has been opened. Its real path, for ``end(_:)``.
  static func begin(_ path: String) -> String {
    let real = path.realPath ?? path
    atWork.withLock { $0[real, default: 0] += 1 }
    return real
  }

  /// Says that the archive is closed.
  static func end(_ real: String) {
    atWork.withLock { $0[real] = $0[real].flatMap { $0 > 1 ? $0 - 1 : nil } }
  }

  /// Throws ``PlaceFailure/archiveAtWork(path:)`` where a file that is to be read is the archive at work, or stands beside it for it.
  package static func checkReading(_ path: String) throws {
    if isAtWork(path) { throw PlaceFailure.archiveAtWork(path: path) }
  }

  /// Whether an archive stands at `path`, or a file there would belong to one: its log, its lock, an attached file.
  static func includes(_ path: String) -> Bool {
    // Looked at first: nothing of it is opened.
    if isAtWork(path) || isArchive(path) { return true }
    if let companion = companions.first(where: path.hasSuffix) { return isArchive(String(path.dropLast(companion.utf8.count))) }
    var folder = (path.folderPath.isEmpty ? "." : path.folderPath).realPath ?? ""
    while !folder.isEmpty, folder != "/" {
      if folder.hasSuffix(contentEnding), isArchive(String(folder.dropLast(contentEnding.utf8.count))) { return true }
      folder = folder.folderPath
    }
    return false
  }

  /// Whether the file at `path` is the archive at work, or stands beside it for it.
  static func isAtWork(_ path: String) -> Bool {
    guard let identity = Identity(path) else { return false }
    let archives = atWork.withLock { Array($0.keys) }
    return archives.contains { archive in
      Identity(archive) == identity || companions.contains { Identity(archive + $0) == identity }
    }
  }

  /// Whether a file begins as archives do: SQLite's name, and at byte 68 the number of this program. That may still stand in the log
  /// alone, so any database with a log counts.
  private static func isArchive(_ path: String) -> Bool {
    if isAtWork(path) { return true }
    guard Identity(path) != nil, let file = fopen(path, "r") else { return false }
    defer { fclose(file) }
    if access(path + "-wal", F_OK) == 0 { return true }
    var head = [UInt8](repeating: 0, count: 72)
    guard fread(&head, 1, head.count, file) == head.count, head.starts(with: Array("SQLite format 3\0".utf8)) else { return false }
    return head[68...].reduce(0) { $0 << 8 | Int32($1) } == Schema.applicationID
  }
}
