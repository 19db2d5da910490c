import Glibc

/// The bytes of a list, read in chunks from a file descriptor or taken from memory.
final class ByteSource {
  /// How many bytes there are in all; nil when that can't be known beforehand (a pipe).
  let total: Int?
  /// How many bytes have been handed out.
  private(set) var consumed = 0

  private let descriptor: Int32?
  private let memory: [UInt8]

  init(bytes: [UInt8]) {
    descriptor = nil
    memory = bytes
    total = bytes.count
  }

  /// Opens the file at `path`; throws when there is none, when it is a directory, or when it can't be read.
  init(path: String) throws(ImportFailure) {
    if ArchiveFile.isAtWork(path) { throw .binary(.database) }
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      throw code == ENOENT || code == ENOTDIR ? .missing(path: path) : .unreadable(path: path, errorNumber: code)
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw .unreadable(path: path, errorNumber: code)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw .directory(path: path)
    }
    self.descriptor = descriptor
    memory = []
    self.path = path
    total = status.st_mode & S_IFMT == S_IFREG ? Int(status.st_size) : nil
  }

  private var path = ""

  deinit {
    if let descriptor { close(descriptor) }
  }

  /// Appends at most `count` bytes to `buffer`; false at the end.
  func read(_ count: Int, into buffer: inout [UInt8]) throws(ImportFailure) -> Bool {
    guard let descriptor else {
      let end = min(memory.count, consumed + count)
      defer { consumed = end }
      buffer.append(contentsOf: memory[consumed..<end])
      return end > consumed
    }
    let start = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: count))
    var got: Int
    repeat {
      got = buffer.withUnsafeMutableBytes { Glibc.read(descriptor, $0.baseAddress! + start, count) }
    } while got < 0 && errno == EINTR
    let code = errno
    buffer.removeLast(count - max(got, 0))
    guard got >= 0 else { throw .unreadable(path: path, errorNumber: code) }
    consumed += got
    return got > 0
  }
}
