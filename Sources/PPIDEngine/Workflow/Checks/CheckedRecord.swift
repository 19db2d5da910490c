import PPIDValues

/// A record with all that the checks ask about it, fetched for many records at once.
package struct CheckedRecord: Sendable {
  package let number: RecordNumber
  package let unit: UnitCode
  package let content: RecordContent
  /// What the record's scheme says of its code; nil where it has none, or none that its scheme knows.
  package let code: SchemeCode?
  /// Whether the office has a scheme at all.
  package let hasScheme: Bool
  /// An earlier record of the same unit, category, title and time of making.
  package let twin: RecordNumber?
  /// Whether a decision holds that excludes it.
  package let isExclusionDecided: Bool
  /// The names of its files that are missing, or of another size than they had.
  package let damagedFiles: [String]
  /// The day of the check.
  package let today: CalendarDate

  package var retention: RetentionRule { RetentionRule(content, code) }
}
