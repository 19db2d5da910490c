import Synchronization

#if canImport(Glibc)
  import Glibc
#endif

/// The files of archives, known by what is in them: nothing else may be written in their place, whichever archive is at work.
enum ArchiveFile {
  private struct Identity: Hashable {
    let device: dev_t
    let inode: ino_t
  }

  /// What SQLite and this program put beside an archive, behind its name.
  private static let companions = ["-wal", "-shm", "-journal", ".kunci"]
  /// Archives that were met, each with the descriptor it was read by. That is never closed: closing one would give up the locks that
  /// SQLite holds for this process, if it is the archive at work.
  private static let met = Mutex<[Identity: Int32]>([:])

  /// Whether an archive stands at `path`, or a file there would belong to one: its log, its lock, an attached file.
  static func includes(_ path: String) -> Bool {
    if isArchive(path) { return true }
    if let companion = companions.first(where: path.hasSuffix) { return isArchive(String(path.dropLast(companion.utf8.count))) }
    var folder = realFolder(of: path)
    while !folder.isEmpty, folder != "/" {
      if folder.hasSuffix(ContentStore.ending), isArchive(String(folder.dropLast(ContentStore.ending.utf8.count))) { return true }
      folder = folder.folderPath
    }
    return false
  }

  private static func isArchive(_ path: String) -> Bool {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
    let identity = Identity(device: status.st_dev, inode: status.st_ino)
    return met.withLock { met in
      if met[identity] != nil { return true }
      let file = open(path, O_RDONLY | O_CLOEXEC)
      guard file >= 0 else { return false }
      guard beginsAsArchive(file) || access(path + "-wal", F_OK) == 0 else {
        close(file)
        return false
      }
      met[identity] = file
      return true
    }
  }

  /// Whether a file begins as archives do: SQLite's name, and at byte 68 the number of this program. (That may stand in the log alone.)
  private static func beginsAsArchive(_ file: Int32) -> Bool {
    var head = [UInt8](repeating: 0, count: 72)
    guard pread(file, &head, head.count, 0) == head.count, head.starts(with: Array("SQLite format 3\0".utf8)) else { return false }
    return head[68...].reduce(0) { $0 << 8 | Int32($1) } == Schema.applicationID
  }

  private static func realFolder(of path: String) -> String {
    let folder = path.folderPath
    guard let real = realpath(folder.isEmpty ? "." : folder, nil) else { return "" }
    defer { free(real) }
    return String(cString: real)
  }
}
