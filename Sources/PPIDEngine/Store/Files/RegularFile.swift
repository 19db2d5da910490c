import Crypto
import Glibc

/// A file that is read from its beginning to its end; nothing but a regular file, so that reading neither blocks nor has effects.
final class RegularFile {
  /// How many bytes are read at once.
  static let chunkSize = 1 << 20

  let path: String
  private let descriptor: Int32
  private let opened: stat

  /// Opens a file; `followsLinks` says whether a symbolic link stands for what it points to.
  init(path: String, followsLinks: Bool = true) throws {
    self.path = path
    try ArchiveFile.checkReading(path)
    // Without O_NONBLOCK a pipe would wait for its writer here.
    descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | (followsLinks ? 0 : O_NOFOLLOW))
    guard descriptor >= 0 else {
      opened = stat()
      throw errno == ELOOP && !followsLinks
        ? FileFailure.notRegular(path: path)
        : errno == ENOENT || errno == ENOTDIR ? FileFailure.missing(path: path) : FileFailure.unreadable(path: path, errorNumber: errno)
    }
    var status = stat()
    let isKnown = fstat(descriptor, &status) == 0
    opened = status
    guard isKnown, status.st_mode & S_IFMT == S_IFREG else { throw FileFailure.notRegular(path: path) }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Bytes, as of opening it.
  var size: Int { Int(opened.st_size) }

  /// Replaces `chunk` by the next bytes, `chunk.count` at most; how many there are, 0 at the end.
  func read(into chunk: inout [UInt8]) throws -> Int {
    var count: Int
    repeat { count = Glibc.read(descriptor, &chunk, chunk.count) } while count < 0 && errno == EINTR
    guard count >= 0 else { throw FileFailure.unreadable(path: path, errorNumber: errno) }
    return count
  }

  /// Whether the file is other than it was when it was opened.
  var hasChanged: Bool {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return true }
    return status.st_size != opened.st_size || status.st_mtim.tv_sec != opened.st_mtim.tv_sec
      || status.st_mtim.tv_nsec != opened.st_mtim.tv_nsec
  }

  /// Reads all of it; its SHA-256 and its size. `body` is given each chunk.
  func hash(_ body: (ArraySlice<UInt8>) throws -> Void) throws -> (digest: String, size: Int) {
    var sum = SHA256()
    var chunk = [UInt8](repeating: 0, count: RegularFile.chunkSize)
    var size = 0
    while true {
      let count = try read(into: &chunk)
      guard count > 0 else { break }
      chunk.withUnsafeBytes { sum.update(bufferPointer: UnsafeRawBufferPointer(rebasing: $0[..<count])) }
      size += count
      try body(chunk[..<count])
    }
    return (hexadecimal(sum.finalize()), size)
  }
}
