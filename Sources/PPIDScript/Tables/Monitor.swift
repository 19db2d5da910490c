/// What can stop long work from outside: Ctrl-C, and the bounds on time and memory.
package protocol Monitor: AnyObject, Sendable {
  /// Called at least once in every thousand rows or elements; throws what stops the work.
  func check() throws
}

/// The monitor of the program that is running, for work on values that is handed none.
enum Watch {
  @TaskLocal static var monitor: (any Monitor)?
}

/// Counts steps of a long work, and asks the monitor once in a while.
package struct Pace {
  private let monitor: (any Monitor)?
  private var left = Pace.stretch

  /// At the pace of the program that is running.
  package init() {
    monitor = Watch.monitor
  }

  init(_ monitor: any Monitor) {
    self.monitor = monitor
  }

  /// For work of so many steps: what is short isn't worth asking for.
  package init(for count: Int) {
    monitor = count < Pace.stretch ? nil : Watch.monitor
  }

  private static let stretch = 1024
  /// How many bytes are as much work as a step.
  private static let bytesPerStep = 256

  @inline(__always)
  package mutating func step() throws {
    left &-= 1
    if left <= 0 { try check() }
  }

  /// A step that looked at so many bytes.
  @inline(__always)
  package mutating func step(over bytes: Int) throws {
    left &-= 1 + bytes / Pace.bytesPerStep
    if left <= 0 { try check() }
  }

  /// Asks at once.
  @inline(never)
  package mutating func check() throws {
    left = Pace.stretch
    try monitor?.check()
  }
}
