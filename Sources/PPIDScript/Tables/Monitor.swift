/// What can stop long work from outside: Ctrl-C, and the bounds on time and memory.
package protocol Monitor: AnyObject, Sendable {
  /// Called at least once in every thousand rows or elements; throws what stops the work.
  func check() throws
}

/// Counts steps of a long work, and asks the monitor once in a while.
struct Pace {
  private let monitor: any Monitor
  private var steps = 0

  init(_ monitor: any Monitor) {
    self.monitor = monitor
  }

  mutating func step() throws {
    steps &+= 1
    if steps & 1023 == 0 { try monitor.check() }
  }
}
