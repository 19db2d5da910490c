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

  init(
    _ action: String, _ subject: String? = nil, before: [Field] = [], after: [Field] = [], count: Int = 1
  ) {
    self.action = action
    self.subject = subject
    self.before = before
    self.after = after
    self.count = count
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
