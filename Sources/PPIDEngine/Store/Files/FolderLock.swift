import Glibc

/// Keeps two programs from writing the same things into a folder at once: the kernel's lock on the folder itself, which leaves
/// nothing behind and ends with its process. Where the folder's disk knows no such locks, nobody is kept out.
final class FolderLock {
  private let descriptor: Int32

  /// Waits for the lock on the folder that holds `path`; `check` is asked now and then whether to go on.
  init(around path: String, check: () throws -> Void) throws {
    let folder = path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    while descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR {
      try check()
      usleep(20_000)
    }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }
}
