/// A `teks`: Unicode scalars, never normalised; compared and ordered by code point.
package final class Text: @unchecked Sendable {
  package let string: String

  package init(_ string: String) {
    self.string = string
  }
}
