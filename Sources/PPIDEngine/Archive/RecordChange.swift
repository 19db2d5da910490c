import OrderedCollections

/// What differs between two contents of a record.
package struct RecordChange: Sendable {
  /// The fields that differ, apart from `lainnya`.
  package let fields: [RecordField]
  /// Values before and after, `lainnya` included, under the names that users know.
  package let before: [Field]
  package let after: [Field]

  init(from old: RecordContent, to new: RecordContent) {
    fields = RecordField.allCases.filter { old[$0] != new[$0] }
    let extra =
      old.extra == new.extra
      ? [] : OrderedSet(old.extra.keys).union(new.extra.keys).filter { old.extra[$0] != new.extra[$0] }
    before = fields.map { Field($0.rawValue, old[$0]) } + extra.map { Field("lainnya.\($0)", .optional(old.extra[$0])) }
    after = fields.map { Field($0.rawValue, new[$0]) } + extra.map { Field("lainnya.\($0)", .optional(new.extra[$0])) }
  }

  var isEmpty: Bool { after.isEmpty }
}

extension RecordContent {
  /// The title as lists are matched by it: small letters, single spaces.
  var foldedTitle: String {
    title.lowercased().unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }.joined(separator: " ")
  }

  /// All fields that hold something, under the names that users know.
  var filled: [Field] {
    RecordField.allCases.map { Field($0.rawValue, self[$0]) }.filter { $0.value != .null }
      + extra.map { Field("lainnya.\($0.key)", .text($0.value)) }
  }

  /// This content with what a list says: a list's empty cell says nothing, and a time as given brings its date and year.
  func merging(_ listed: RecordContent) -> RecordContent {
    var merged = self
    for field in RecordField.allCases where listed[field] != .null { merged[field] = listed[field] }
    if listed.when != nil {
      merged.date = listed.date
      merged.year = listed.year
    }
    merged.extra.merge(listed.extra) { $1 }
    return merged
  }
}
