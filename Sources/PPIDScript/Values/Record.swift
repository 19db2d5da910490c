/// A `rekaman`: fields with names, in order.
///
/// A value of the language: whoever changes one first makes sure to be its only owner (`Value.modify` does).
package final class Record: @unchecked Sendable {
  /// The names, and where each one's value stands.
  package private(set) var shape: Shape {
    didSet { shapeID = shape.id }
  }
  /// The shape's `id`, at hand for whoever remembers where a field of that shape was.
  private(set) var shapeID: Int
  package private(set) var values: [Value]

  private var extent: Extent

  /// A record of `shape` with as many values.
  package init(_ shape: Shape, _ values: [Value]) {
    self.shape = shape
    shapeID = shape.id
    self.values = values
    extent = Extent(values)
  }

  /// A record of these fields, in order; of several with one name the last one's value stands, in the first one's place.
  package convenience init(_ fields: [(name: String, value: Value)]) {
    self.init(.empty, [])
    values.reserveCapacity(fields.count)
    for field in fields { self[field.name] = field.value }
  }

  /// How deeply lists, records and tables nest in this one: 1 when it holds plain values only.
  package var depth: Int { extent.depth + 1 }

  /// How many values a walk through this record would meet, with it.
  var weight: Int { extent.weight + 1 }

  package var names: [String] { shape.names }
  package var count: Int { values.count }

  /// The value of the field of that name; nil where there is none. Setting a value adds the field where it is missing; only
  /// for the one owner of this record.
  package subscript(name: String) -> Value? {
    get { shape.index(of: name).map { values[$0] } }
    set {
      guard let newValue else { return }
      if let index = shape.index(of: name) {
        extent.replace(weight: values[index].weight, by: newValue)
        values[index] = newValue
      } else {
        extent.add(newValue)
        Shape.append(name, to: &shape)
        values.append(newValue)
      }
    }
  }

  /// Changes the value at `index` of the shape in place. Only for the one owner of this record.
  package func modify(at index: Int, _ body: (inout Value) throws -> Void) rethrows {
    // The value leaves the array while it is changed, so that it too has one owner.
    var value = Value.null
    swap(&value, &values[index])
    let weight = value.weight
    defer {
      extent.replace(weight: weight, by: value)
      swap(&value, &values[index])
    }
    try body(&value)
  }

  /// Hands the place of the value at `index` of the shape to `body`, if that is plain; else false. Only another plain one may take
  /// its place, which changes nothing of how deep or heavy this record is. Only for the one owner of this record.
  @inline(__always)
  func withPlainValue(at index: Int?, _ body: (UnsafeMutablePointer<Value>) -> Bool) -> Bool {
    guard let index, values[index].isPlain else { return false }
    return values.withUnsafeMutableBufferPointer { body($0.baseAddress.unsafelyUnwrapped + index) }
  }

  /// A record of its own with the same fields.
  package func copy() -> Record { Record(shape, values) }
}
