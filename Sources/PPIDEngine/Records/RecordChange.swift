import OrderedCollections
import PPIDValues

/// What differs between two contents of a record, and its status.
package struct RecordChange: Sendable {
  /// The fields that differ, apart from `lainnya`.
  package let fields: [RecordField]
  /// Values before and after, `lainnya` included, under the names that users know.
  package let before: [Field]
  package let after: [Field]

  init(from old: RecordContent, to new: RecordContent, status: (old: String, new: String)? = nil) {
    fields = RecordField.allCases.filter { old[$0] != new[$0] }
    let extra =
      old.extra == new.extra
      ? [] : OrderedSet(old.extra.keys).union(new.extra.keys).filter { old.extra[$0] != new.extra[$0] }
    var before = fields.map { Field($0.rawValue, old[$0]) } + extra.map { Field(RecordChange.extraPrefix + $0, .optional(old.extra[$0])) }
    var after = fields.map { Field($0.rawValue, new[$0]) } + extra.map { Field(RecordChange.extraPrefix + $0, .optional(new.extra[$0])) }
    if let status, status.old != status.new {
      before.append(Field("status", .text(status.old)))
      after.append(Field("status", .text(status.new)))
    }
    (self.before, self.after) = (before, after)
  }

  var isEmpty: Bool { after.isEmpty }

  /// Stands before the head of a column that has no place of its own.
  static let extraPrefix = "lainnya."
}

extension RecordContent {
  /// The title as lists are matched by it: small letters, single spaces.
  var foldedTitle: String { RecordContent.foldedASCII(title) ?? RecordContent.folded(title) }

  private static func folded(_ title: String) -> String {
    title.lowercased().unicodeScalars.split(whereSeparator: \.properties.isWhitespace).map { String($0) }.joined(separator: " ")
  }

  /// The same for a title of ASCII alone, as most are; nil for others.
  private static func foldedASCII(_ title: String) -> String? {
    var title = title
    return title.withUTF8 { bytes in
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      return String(unsafeUninitializedCapacity: bytes.count) { folded in
        var count = 0
        for byte in bytes {
          if byte == 0x20 || (0x09...0x0D).contains(byte) {
            guard count > 0, folded[count - 1] != 0x20 else { continue }
            folded[count] = 0x20
          } else {
            folded[count] = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
          }
          count += 1
        }
        return count > 0 && folded[count - 1] == 0x20 ? count - 1 : count
      }
    }
  }

  /// All fields that hold something, under the names that users know.
  var filled: [Field] {
    RecordField.allCases.map { Field($0.rawValue, self[$0]) }.filter { $0.value != .null }
      + extra.map { Field(RecordChange.extraPrefix + $0.key, .text($0.value)) }
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

extension RecordContent {
  /// This content with what the fields of the journal say that it held; names that are no content are passed over.
  func restoring(_ fields: [Field]) -> RecordContent {
    var content = self
    for field in fields {
      if let own = RecordField(rawValue: field.name) {
        content[own] = own == .date ? field.value.text.flatMap { CalendarDate($0) }.map(FieldValue.date) ?? .null : field.value
      } else if field.name.hasPrefix(RecordChange.extraPrefix) {
        content.extra[String(field.name.dropFirst(RecordChange.extraPrefix.count))] = field.value.text
      }
    }
    return content
  }
}
