import PPIDValues

/// One thing that an archive can find out about a record by itself, for activity 6 (verification).
package protocol Check: Sendable {
  /// The rule's name, as findings, reports and scripts know it.
  static var rule: String { get }
  /// What must be true.
  static var title: Phrase { get }
  /// What is wrong with a record; nil when nothing is.
  static func fault(in record: CheckedRecord) -> CheckFault?
}

/// What a check found wrong with a record.
package struct CheckFault: Sendable, Hashable {
  package let message: Phrase
  /// What would mend it: a command, mostly.
  package let remedy: Phrase
}

/// A fault of one record or of the hand-over, with the rule that it breaks.
package struct Finding: Sendable, Hashable {
  package enum Subject: Sendable, Hashable {
    case record(RecordNumber)
    /// What was noted when it was received.
    case handover(HandoverNumber)
  }

  package let subject: Subject
  package let unit: UnitCode
  package let rule: String
  package let message: Phrase
  package let remedy: Phrase

  /// Nil where it is about the hand-over as a whole.
  package var record: RecordNumber? { if case .record(let number) = subject { number } else { nil } }
  /// The number of what it is about.
  package var number: String {
    switch subject {
    case .record(let number): number.description
    case .handover(let number): number.description
    }
  }
}

/// All checks, in the order in which findings are told.
package let allChecks: [any Check.Type] = [
  TitleCheck.self, CategoryCheck.self, ExclusionCheck.self, AccessCheck.self, LegalColumnsCheck.self, SchemeCheck.self, CodeCheck.self,
  RetentionCheck.self,
  LocationCheck.self, FilesCheck.self, DateCheck.self, TwinCheck.self, PersonalNumberCheck.self,
]
