import Glibc

/// The file that all sessions write their history to: JSON lines, appended under a lock, in one write each.
///
/// Whoever finds it too long writes the part worth keeping to a new file and renames it into place, under the same lock;
/// the others notice that the path leads elsewhere and open it anew. Lines that can't be read are kept in a file beside
/// it, for whoever wants to know, and never get in the way.
final class HistoryFile {
  enum Failure: Error {
    case system(Int32)
    case busy
  }

  let path: String
  private var descriptor: Int32 = -1
  /// How much of the file has been read.
  private var position: off_t = 0

  private static let lockTries = 300
  private static let lockPause: UInt32 = 10_000

  init(path: String) {
    self.path = path
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// What was written since the last time; everything, and `isNew`, where the file is another one than before.
  func read() throws(Failure) -> (bytes: [UInt8], isNew: Bool) {
    let isNew = try reopen()
    var size = stat()
    guard fstat(descriptor, &size) == 0 else { throw .system(errno) }
    // Shorter than what was read: somebody emptied it.
    let isShorter = size.st_size < position
    if isShorter { position = 0 }
    guard size.st_size > position else { return ([], isNew || isShorter) }
    var bytes = try contents(from: position, to: size.st_size)
    // A line that is still being written is for the next time.
    let complete = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    bytes.removeSubrange(complete...)
    position += off_t(complete)
    return (bytes, isNew || isShorter)
  }

  /// Appends whole lines, and what others have written since the last read is given to `others` first.
  func append(_ lines: [UInt8], others: ([UInt8], _ isNew: Bool) -> Void) throws(Failure) {
    try lock()
    defer { unlock() }
    let (bytes, isNew) = try read()
    others(bytes, isNew)
    var size = stat()
    guard fstat(descriptor, &size) == 0 else { throw .system(errno) }
    // A line without its end was left by somebody who died in writing it.
    let isTorn = size.st_size > position
    let written = (isTorn ? [UInt8(ascii: "\n")] : []) + lines
    let count = Glibc.write(descriptor, written, written.count)
    guard count == written.count else {
      let reason = count < 0 ? errno : ENOSPC
      ftruncate(descriptor, size.st_size)
      throw .system(reason)
    }
    position = size.st_size + off_t(count)
  }

  /// Puts `lines` in place of the whole file and keeps `broken` in a file beside it. `choose` is given all there is.
  func rewrite(_ choose: (_ all: [UInt8]) -> (lines: [UInt8], broken: [UInt8])) throws(Failure) {
    try lock()
    defer { unlock() }
    var size = stat()
    guard fstat(descriptor, &size) == 0 else { throw .system(errno) }
    let (lines, broken) = choose(try contents(from: 0, to: size.st_size))
    if !broken.isEmpty { try keep(broken) }
    let fresh = path + ".baru"
    let new = open(fresh, O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard new >= 0 else { throw .system(errno) }
    guard Glibc.write(new, lines, lines.count) == lines.count, fsync(new) == 0, rename(fresh, path) == 0 else {
      let reason = errno
      close(new)
      unlink(fresh)
      throw .system(reason)
    }
    close(new)
  }

  private func keep(_ broken: [UInt8]) throws(Failure) {
    let aside = open(path + ".rusak", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard aside >= 0 else { throw .system(errno) }
    defer { close(aside) }
    guard Glibc.write(aside, broken, broken.count) == broken.count else { throw .system(errno) }
  }

  private func contents(from start: off_t, to end: off_t) throws(Failure) -> [UInt8] {
    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(end - start)) { buffer, count in
      while count < buffer.count {
        let received = pread(descriptor, buffer.baseAddress! + count, buffer.count - count, start + off_t(count))
        if received < 0, errno == EINTR { continue }
        if received < 0 { failure = errno }
        guard received > 0 else { return }
        count += received
      }
    }
    guard failure == 0 else { throw .system(failure) }
    return bytes
  }

  /// Opens what the path leads to, unless it is open; says whether it is another file than before.
  private func reopen() throws(Failure) -> Bool {
    var here = stat()
    var there = stat()
    if descriptor >= 0, fstat(descriptor, &here) == 0, stat(path, &there) == 0,
      here.st_ino == there.st_ino, here.st_dev == there.st_dev
    {
      return false
    }
    let hadFile = descriptor >= 0
    if hadFile { close(descriptor) }
    position = 0
    descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    if descriptor < 0, errno == ENOENT {
      try makeFolder()
      descriptor = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    }
    guard descriptor >= 0 else { throw .system(errno) }
    guard fstat(descriptor, &here) == 0, here.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      descriptor = -1
      throw .system(EINVAL)
    }
    if here.st_mode & 0o077 != 0 { fchmod(descriptor, 0o600) }
    return hadFile
  }

  private func makeFolder() throws(Failure) {
    var folder = ""
    for part in path.split(separator: "/").dropLast() {
      folder += "/" + part
      guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw .system(errno) }
    }
  }

  /// Locks the file that the path leads to. Another session holds the lock for an instant only; one that was stopped in
  /// that instant must not hold up this one for ever.
  private func lock() throws(Failure) {
    for _ in 0..<Self.lockTries {
      _ = try reopen()
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
        var here = stat()
        var there = stat()
        if fstat(descriptor, &here) == 0, stat(path, &there) == 0, here.st_ino == there.st_ino { return }
        unlock()
      } else {
        guard errno == EWOULDBLOCK || errno == EINTR else { throw .system(errno) }
        usleep(Self.lockPause)
      }
    }
    throw .busy
  }

  private func unlock() {
    flock(descriptor, LOCK_UN)
  }
}
