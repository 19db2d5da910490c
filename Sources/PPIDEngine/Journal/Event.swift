import PPIDValues

/// A change as the journal tells it.
package struct Event: Sendable {
  /// The command's name, with its object: `arsip tambah`.
  let action: String
  /// What was changed: a record's number, a unit's code, a period; nil for bulk work.
  let subject: String?
  /// Values before and after, of what changed only.
  let before: [Field]
  let after: [Field]
  /// How many things the change touched.
  let count: Int
  /// For bulk work, the SHA-256 over its revisions.
  let digest: String?

  init(
    _ action: String, _ subject: String? = nil, before: [Field] = [], after: [Field] = [], count: Int = 1, digest: String? = nil
  ) {
    self.action = action
    self.subject = subject
    self.before = before
    self.after = after
    self.count = count
    self.digest = digest
  }
}

/// A value under its name.
package struct Field: Sendable, Hashable {
  package let name: String
  package let value: FieldValue

  package init(_ name: String, _ value: FieldValue) {
    self.name = name
    self.value = value
  }
}

extension [Field] {
  /// The value of that name.
  subscript(name: String) -> FieldValue? { first { $0.name == name }?.value }
}

/// Where the journal doesn't add up.
package enum JournalFault: Sendable, Hashable {
  /// The entry's own hash doesn't fit its columns.
  case changed(entry: Int)
  /// The entry doesn't continue the one before it.
  case disconnected(entry: Int)
  /// Entries are missing before this one.
  case missing(before: Int)
  /// The journal ends before or after the entry at which it should.
  case wrongEnd(expected: Int, found: Int)
  /// The revisions that belong to the entry aren't those that it was written with.
  case changedRevisions(entry: Int)

  var message: Phrase {
    switch self {
    case .changed(let entry):
      Phrase(
        id: "rantai jejak putus: catatan nomor \(entry) telah diubah", en: "the journal's chain is broken: entry \(entry) was changed")
    case .disconnected(let entry):
      Phrase(
        id: "rantai jejak putus: catatan nomor \(entry) tidak menyambung catatan sebelumnya",
        en: "the journal's chain is broken: entry \(entry) doesn't continue the entry before it")
    case .missing(let entry):
      Phrase(
        id: "rantai jejak putus: ada catatan yang hilang sebelum nomor \(entry)",
        en: "the journal's chain is broken: entries are missing before number \(entry)")
    case .wrongEnd(let expected, let found):
      Phrase(
        id: "rantai jejak putus: jejak seharusnya berakhir pada nomor \(expected), tetapi berakhir pada nomor \(found)",
        en: "the journal's chain is broken: it should end at number \(expected) but ends at number \(found)")
    case .changedRevisions(let entry):
      Phrase(
        id: "rantai jejak putus: revisi milik catatan nomor \(entry) telah diubah",
        en: "the journal's chain is broken: the revisions that belong to entry \(entry) were changed")
    }
  }
}
