/// A `daftar`: values in order, or a range of whole numbers that is never built.
///
/// A value of the language: whoever changes one first makes sure to be its only owner (`Value.modify` and `Value.add` do).
package final class List: @unchecked Sendable {
  /// The longest list, in elements: one allocation stays below 512 MiB.
  package static let largestCount = 1 << 25

  /// The elements, unless this is a range.
  private var items: [Value]

  /// The bounds of a range (`1..10`), as long as nobody has changed it.
  package private(set) var range: ClosedRange<Int>?

  private var extent: Extent

  package init(_ elements: [Value]) {
    items = elements
    extent = Extent(elements)
  }

  /// A range that stands for all its numbers. Its length must be a valid `Int`.
  package init(_ range: ClosedRange<Int>) {
    items = []
    self.range = range
    extent = Extent()
  }

  private init(_ elements: [Value], _ extent: Extent) {
    items = elements
    self.extent = extent
  }

  /// How deeply lists, records and tables nest in this one: 1 when it holds plain values only.
  package var depth: Int { extent.depth + 1 }

  /// How many values a walk through this list would meet, with it; a range is one.
  var weight: Int { extent.weight + 1 }

  /// All elements in an array; a range is built for it, and throws `tooLarge` if it is too long for that.
  package var elements: [Value] {
    get throws {
      guard let range else { return items }
      guard count <= List.largestCount else { throw RuntimeProblem.tooLarge(.list) }
      var pace = Pace(for: count)
      return try range.map { number in
        try pace.step()
        return .int(number)
      }
    }
  }

  /// Adds an element at the end. Only for the one owner of this list.
  package func append(_ value: Value) throws {
    try build()
    guard items.count < List.largestCount else { throw RuntimeProblem.tooLarge(.list) }
    items.append(value)
    extent.add(value)
  }

  /// Adds the elements of `other` at the end. Only for the one owner of this list.
  package func append(contentsOf other: List) throws {
    try build()
    guard other.count <= List.largestCount - items.count else { throw RuntimeProblem.tooLarge(.list) }
    if other.range == nil {
      try List.append(other.items, to: &items)
    } else {
      items.append(contentsOf: other)
    }
    extent.add(other.extent)
  }

  /// A piece at a time: many elements take long.
  private static func append(_ others: [Value], to items: inout [Value]) throws {
    var pace = Pace(for: others.count)
    var start = 0
    while start < others.count {
      let end = Swift.min(start + List.piece, others.count)
      items.append(contentsOf: others[start..<end])
      start = end
      try pace.check()
    }
  }

  private static let piece = 1 << 18

  /// Changes the element at `index` in place. Only for the one owner of this list.
  package func modify(at index: Int, _ body: (inout Value) throws -> Void) throws {
    try build()
    // The element leaves the array while it is changed, so that it too has one owner.
    var element = Value.null
    swap(&element, &items[index])
    let weight = element.weight
    defer {
      extent.replace(weight: weight, by: element)
      swap(&element, &items[index])
    }
    try body(&element)
  }

  /// A list of its own with the same elements, and room for some more.
  package func copy(withRoomFor more: Int = 0) throws -> List {
    if let range { return List(range) }
    var copied: [Value] = []
    copied.reserveCapacity(items.count + more)
    try List.append(items, to: &copied)
    return List(copied, extent)
  }

  private func build() throws {
    guard range != nil else { return }
    items = try elements
    range = nil
  }
}

extension List: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { range?.count ?? items.count }

  package subscript(index: Int) -> Value {
    if let range { .int(range.lowerBound + index) } else { items[index] }
  }
}
