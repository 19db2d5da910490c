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
struct Pace {
  private let monitor: (any Monitor)?
  private var steps = 0

  init(_ monitor: (any Monitor)? = Watch.monitor) {
    self.monitor = monitor
  }

  /// For work of so many steps: what is short isn't worth asking for.
  init(for count: Int) {
    monitor = count < Pace.stretch ? nil : Watch.monitor
  }

  private static let stretch = 1024

  @inline(__always)
  mutating func step() throws {
    steps &+= 1
    if steps & (Pace.stretch - 1) == 0 { try monitor?.check() }
  }
}
