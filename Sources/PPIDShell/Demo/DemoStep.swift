import PPIDScript
import PPIDValues

/// One step of a demo: the statements that run together, and what their notes say.
struct DemoStep: Sendable {
  /// What stands in the comments above a step.
  struct Notes: Sendable {
    /// The part of the demo; stays for the steps that follow.
    var heading: Phrase?
    /// What the trainer says.
    var text: Phrase?
    /// Where that is written: articles of law, activities of the SOP.
    var basis: String?
    /// The status with which the step must be refused; nil where it must succeed.
    var refusal: ExitStatus?
    /// The activity of the SOP that it belongs to.
    var activity: Int?

    /// Adds what further notes say that have no text of their own.
    mutating func add(_ more: Notes) {
      heading = more.heading
      basis = more.basis ?? basis
      refusal = more.refusal ?? refusal
      activity = more.activity ?? activity
    }
  }

  let notes: Notes
  let statements: [SourceRange]
  /// Whether it only says who acts, and when.
  let isDirection: Bool

  /// What is typed, as it is written.
  func command(in source: SourceText) -> String { statements.map(source.text).joined(separator: "\n") }
}
