import PPIDValues

#if canImport(Glibc)
  import Glibc
#endif

/// Keeps two runs from writing in one archive at once: a lock on a file beside it, which also says who holds it.
///
/// A run takes it with its first change and gives it back at its end. The lock is the kernel's (`flock`), so it ends with
/// its process, however that ends.
final class RunLock {
  private let path: String
  private var descriptor: Int32 = -1

  init(archive: String) {
    path = archive + ".kunci"
  }

  deinit { release() }

  var isHeld: Bool { descriptor >= 0 }

  /// Waits up to `patience` seconds for the lock; `stop` is asked now and then whether to give up.
  func acquire(holder: String, mode: mode_t, patience: Double, stop: () -> Bool) throws {
    guard !isHeld else { return }
    let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode)
    guard file >= 0 else {
      throw errno == EROFS || errno == EACCES || errno == EPERM
        ? StorageFailure.readOnly(path: archive)
        : errno == ENOSPC
          ? StorageFailure.full(path: archive)
          : StorageFailure.cannotOpen(path: path, reason: String(cString: strerror(errno)))
    }
    var waited = 0.0
    while flock(file, LOCK_EX | LOCK_NB) != 0 {
      guard waited < patience else {
        let other = RunLock.read(file)
        close(file)
        throw StorageFailure.busy(path: archive, holder: other, seconds: Int(patience))
      }
      if stop() {
        close(file)
        throw EngineInterruption()
      }
      usleep(20_000)
      waited += 0.02
    }
    descriptor = file
    // Who holds it is a courtesy to the one who waits: a full disk must not keep anybody from working.
    _ = ftruncate(file, 0)
    _ = holder.withCString { pwrite(file, $0, strlen($0), 0) }
  }

  func release() {
    guard isHeld else { return }
    _ = ftruncate(descriptor, 0)
    close(descriptor)
    descriptor = -1
  }

  private var archive: String { String(path.dropLast(".kunci".count)) }

  private static func read(_ file: Int32) -> String? {
    var bytes = [UInt8](repeating: 0, count: 512)
    let count = pread(file, &bytes, bytes.count, 0)
    return count > 0 ? String(decoding: bytes[..<count], as: UTF8.self) : nil
  }
}
