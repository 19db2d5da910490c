import PPIDValues

/// A kind of information that the DIP expects of a unit (`wajib`).
struct ExpectedKind: Sendable, Hashable {
  let text: String
  /// As records' kinds are compared with it: case and spacing folded.
  let folded: String
  let category: Category

  init(text: String, folded: String, category: Category) {
    self.text = text
    self.folded = folded
    self.category = category
  }

  init(_ text: String, category: Category) {
    self.init(text: text, folded: ExpectedKind.folded(text), category: category)
  }

  static func folded(_ text: String) -> String { RecordContent(title: text).foldedTitle }
}
