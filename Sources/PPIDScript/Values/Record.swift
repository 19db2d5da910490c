/// A `rekaman`: fields with names, in order. A value: whoever changes one first makes sure to be its only owner.
package final class Record: @unchecked Sendable {
  package let names: [String]
  package var values: [Value]

  package init(_ fields: [(name: String, value: Value)]) {
    names = fields.map(\.name)
    values = fields.map(\.value)
  }

  package subscript(name: String) -> Value? {
    names.firstIndex(of: name).map { values[$0] }
  }
}
