#if canImport(Glibc)
  import Glibc
#endif

/// Files that were written beside their place and wait to be put there: when the transaction around them is stored, or never.
package protocol StagedFiles: AnyObject {
  /// Puts them in place, in one step for each file or folder.
  func putInPlace() throws
  /// Forgets them. Does nothing once they are in place.
  func discard()
}

/// One file, written beside its place.
package final class StagedFile: StagedFiles {
  private let path: String
  /// Where the file really stands: a link stays, and what it leads to is replaced.
  private let target: String
  private let temporary: String
  private var file: UnsafeMutablePointer<FILE>?
  private var isPending = true

  /// Begins to write the file at `path`, whose folder must exist. Nothing but a regular file is replaced: no folder, and no device.
  package init(path: String) throws {
    self.path = path
    var status = stat()
    if stat(path, &status) == 0 {
      switch status.st_mode & S_IFMT {
      case S_IFREG: break
      case S_IFDIR: throw PlaceFailure.fileNotWritten(path: path, reason: String(cString: strerror(EISDIR)))
      default: throw PlaceFailure.noFile(path: path)
      }
    }
    if ArchiveFile.includes(path) { throw PlaceFailure.archiveInPlace(path: path) }
    target = path.realPath ?? path
    temporary = "\(target).baru-\(getpid())"
    file = fopen(temporary, "wx") ?? nil
    guard file != nil else { throw StagedFile.failure(path) }
  }

  deinit { discard() }

  package func write(_ bytes: some Collection<UInt8>) throws {
    let written = bytes.withContiguousStorageIfAvailable { fwrite($0.baseAddress, 1, $0.count, file) }
    guard try written ?? writeCopy(Array(bytes)) == bytes.count else { throw StagedFile.failure(path) }
  }

  private func writeCopy(_ bytes: [UInt8]) throws -> Int {
    try write(bytes)
    return bytes.count
  }

  /// Ends writing; what is written is on the disk after this.
  package func close() throws {
    guard let file else { return }
    self.file = nil
    let isWritten = fflush(file) == 0 && fsync(fileno(file)) == 0
    guard fclose(file) == 0, isWritten else { throw StagedFile.failure(path) }
  }

  package func putInPlace() throws {
    try close()
    guard rename(temporary, target) == 0 else { throw StagedFile.failure(path) }
    isPending = false
  }

  package func discard() {
    guard isPending else { return }
    isPending = false
    if let file { fclose(file) }
    file = nil
    unlink(temporary)
  }

  /// What `errno` says of writing at `path`.
  static func failure(_ path: String) -> any Error {
    errno == ENOSPC || errno == EDQUOT
      ? StorageFailure.full(path: path) : PlaceFailure.fileNotWritten(path: path, reason: String(cString: strerror(errno)))
  }
}
