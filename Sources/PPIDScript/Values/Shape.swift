import PPIDValues
import Synchronization

/// The names of a record's fields, in order. Records with the same fields in the same order share one shape, up to
/// `largestShared` fields; a larger record (one used as a dictionary) has its own, which grows with it.
package final class Shape: @unchecked Sendable {
  package static let empty = Shape(names: [], isShared: true)

  /// Records with more fields than this don't share their shape.
  private static let largestShared = 32

  /// How many shapes are kept for sharing; a program that makes names up gets unshared ones after that.
  private static let mostShared = 50_000

  /// Never used twice and never changed, so that `id` and index of a field that was found can be remembered together.
  package let id: Int

  package private(set) var names: [String]

  private let isShared: Bool
  /// Index by name, for shapes of more than a few names.
  private var indices: [ExactString: Int] = [:]

  private static let longestScan = 8
  private static let transitions = Mutex<[Transition: Shape]>([:])
  private static let lastID = Atomic<Int>(0)

  private struct Transition: Hashable {
    let from: Int
    let name: ExactString
  }

  private init(names: [String], isShared: Bool) {
    id = Shape.lastID.add(1, ordering: .relaxed).newValue
    self.names = names
    self.isShared = isShared
    if names.count > Shape.longestScan {
      for (index, name) in names.enumerated() { indices[ExactString(name)] = index }
    }
  }

  /// The shape of these names, which must differ from one another.
  package static func of(_ names: some Sequence<String>) -> Shape {
    var shape = Shape.empty
    for name in names { append(name, to: &shape) }
    return shape
  }

  package var count: Int { names.count }

  package func index(of name: String) -> Int? {
    if names.count > Shape.longestScan { return indices[ExactString(name)] }
    return names.firstIndex { $0.hasSameBytes(as: name) }
  }

  /// The shared shape with one name more; nil where a shape of its own is due.
  fileprivate func next(_ name: String) -> Shape? {
    guard isShared, names.count < Shape.largestShared else { return nil }
    return Shape.transitions.withLock { transitions in
      let transition = Transition(from: id, name: ExactString(name))
      if let known = transitions[transition] { return known }
      guard transitions.count < Shape.mostShared else { return nil }
      let shape = Shape(names: names + [name], isShared: true)
      transitions[transition] = shape
      return shape
    }
  }

  fileprivate func grow(by name: String) {
    names.append(name)
    if names.count > Shape.longestScan + 1 {
      indices[ExactString(name)] = names.count - 1
    } else if names.count > Shape.longestScan {
      for (index, name) in names.enumerated() { indices[ExactString(name)] = index }
    }
  }

  /// Makes `shape` one that has `name`, which isn't in it yet, as its last name too.
  static func append(_ name: String, to shape: inout Shape) {
    if let next = shape.next(name) {
      shape = next
      return
    }
    if shape.isShared || !isKnownUniquelyReferenced(&shape) {
      shape = Shape(names: shape.names, isShared: false)
    }
    shape.grow(by: name)
  }
}
