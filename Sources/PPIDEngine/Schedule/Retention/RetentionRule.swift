/// The retention that holds for a record, as texts: what its own list says, and for what it leaves out what its code says.
package struct RetentionRule: Sendable, Hashable {
  package let active: String?
  package let inactive: String?
  package let fate: String?

  package init(_ content: RecordContent, _ code: SchemeCode?) {
    active = content.activeRetention ?? code?.active
    inactive = content.inactiveRetention ?? code?.inactive
    fate = content.fate ?? code?.fate?.text
  }

  /// The text of an age's term.
  package func text(_ age: RetentionAge) -> String? { age == .active ? active : inactive }

  /// An age's term; nil where there is none, or none that can be read.
  package func term(_ age: RetentionAge) -> RetentionTerm? { text(age).flatMap { RetentionTerm($0) } }
}
