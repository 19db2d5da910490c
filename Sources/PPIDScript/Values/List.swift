/// A `daftar`. A value: whoever changes one first makes sure to be its only owner.
package final class List: @unchecked Sendable {
  package var elements: [Value]

  package init(_ elements: [Value]) {
    self.elements = elements
  }
}
