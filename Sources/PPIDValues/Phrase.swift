/// The languages in which the program speaks to people.
package enum Language: String, Sendable, CaseIterable {
  case indonesian = "id"
  case english = "en"
}

/// A text that exists in Indonesian and in English.
package struct Phrase: Sendable, Hashable {
  package let id: String
  package let en: String

  package init(id: String, en: String) {
    self.id = id
    self.en = en
  }

  /// A text that is the same in both languages (a name, a number, a file's path).
  package init(_ same: String) {
    self.init(id: same, en: same)
  }

  /// The text in `language`.
  package subscript(language: Language) -> String {
    language == .indonesian ? id : en
  }
}
