import GRDBSQLite
import Glibc

/// What long work looks at now and then: whether the user wants to stop, whether time is up, and who wants to hear that it goes on.
///
/// One thread at a time uses an archive, and so its watch.
final class Watch {
  /// Points to a number that becomes other than 0 when the user wants to stop.
  let interruption: UnsafePointer<Int32>?
  /// When statements are to be broken off, by the clock of `now`.
  private var deadline = UInt64.max
  /// Called again and again while a statement or a long loop runs.
  var onProgress: (() -> Void)?

  /// So many steps of SQLite's machine lie between two looks: less than a millisecond.
  private static let stepsBetweenLooks: Int32 = 20_000

  init(interruption: UnsafePointer<Int32>?) {
    self.interruption = interruption
  }

  var isInterrupted: Bool { interruption.map { $0.pointee != 0 } ?? false }
  var isTimeUp: Bool { deadline < .max && Watch.now > deadline }

  /// Throws when the user wants to stop, and tells that work goes on.
  func check() throws {
    onProgress?()
    if isInterrupted { throw EngineInterruption() }
  }

  /// Has every statement of a connection looked after.
  func look(after connection: OpaquePointer) {
    sqlite3_progress_handler(
      connection, Watch.stepsBetweenLooks,
      { context in
        guard let context else { return 0 }
        let watch = Unmanaged<Watch>.fromOpaque(context).takeUnretainedValue()
        watch.onProgress?()
        return watch.isInterrupted || watch.isTimeUp ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// Breaks off the statements of `body` that run longer than `milliseconds`.
  func limiting<T>(to milliseconds: UInt64, _ body: () throws -> T) rethrows -> T {
    deadline = Watch.now + milliseconds * 1_000_000
    defer { deadline = .max }
    return try body()
  }

  /// Nanoseconds of a clock that only goes forward.
  private static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }
}
