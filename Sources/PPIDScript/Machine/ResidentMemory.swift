#if canImport(Glibc)
  import Glibc
#endif

/// How much memory the process holds, as the system counts it.
struct ResidentMemory: ~Copyable {
  private let file: Int32
  private let pageSize: Int

  init() {
    file = open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    pageSize = sysconf(Int32(_SC_PAGESIZE))
  }

  deinit {
    if file >= 0 { close(file) }
  }

  /// Bytes of its own, not of files that it shares; 0 where that can't be known.
  func bytes() -> Int {
    guard file >= 0 else { return 0 }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { buffer in
      let count = pread(file, buffer.baseAddress, buffer.count, 0)
      guard count > 0 else { return 0 }
      // Pages: all, resident, shared, …
      let numbers = buffer[..<count].split(separator: Byte.space).prefix(3).map {
        $0.reduce(0) { $0 * 10 + Int($1) - 48 }
      }
      return numbers.count == 3 ? (numbers[1] - numbers[2]) * pageSize : 0
    }
  }
}
