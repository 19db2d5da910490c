import Glibc
import PPIDValues

/// The time that people need to read what is said of a step.
struct DemoPause {
  private let milliseconds: Int32

  /// Seconds for looking at the screen, and how many letters are read in one.
  private static let look = 2
  private static let lettersPerSecond = 16
  private static let longest = 20

  init(_ step: DemoStep, _ language: Language) {
    let letters = step.notes.text?[language].count ?? 0
    milliseconds = Int32(min(DemoPause.look + letters / DemoPause.lettersPerSecond, DemoPause.longest) * 1000)
  }

  /// Waits; false when Ctrl-C was pressed.
  func wait() -> Bool {
    var left = milliseconds
    while left > 0 {
      var descriptor = pollfd(fd: Signals.wakeDescriptor, events: Int16(POLLIN), revents: 0)
      let before = DemoPause.now
      if poll(&descriptor, 1, left) != 0 { Signals.drainWakePipe() }
      if Signals.takeInterrupt() { return false }
      left -= Int32(clamping: DemoPause.now - before)
    }
    return true
  }

  /// Milliseconds of a clock that only goes forward.
  private static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}
