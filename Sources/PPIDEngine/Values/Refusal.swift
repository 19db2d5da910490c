import PPIDValues

/// Why something was not done: each topic of the engine has its own, beside what it is about; all are worded in both languages.
package protocol Refusal: Error, Sendable {
  var kind: RefusalKind { get }
  /// What happened, and where.
  var message: Phrase { get }
  /// What the user may do about it.
  var advice: Phrase? { get }
}

/// The kinds of refusal that callers tell apart.
package enum RefusalKind: Sendable {
  /// A rule of the office, the SOP or the archive.
  case rule
  /// What was handed in.
  case input
  /// The role, the unit, or the separation of duties.
  case forbidden
  /// The file system or the archive's file.
  case storage
}

extension Refusal {
  package var kind: RefusalKind { .rule }
  package var advice: Phrase? { nil }
}
