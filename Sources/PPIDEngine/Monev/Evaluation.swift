import PPIDValues

/// The evaluation of one half-year, as it is stored.
struct StoredEvaluation: Sendable {
  let id: Int
  let period: Period
  let instrumentID: Int
  let opened: LocalTime
  /// When its figures were kept as they were; nil while they are counted anew each time.
  let closed: LocalTime?
}

/// What somebody judged of an indicator.
package struct Judgement: Sendable, Hashable {
  package let grade: Grade
  package let note: String?
  package let evidence: [RecordNumber]
}

/// The scores of a half-year by its instrument.
package struct Evaluation: Sendable {
  package let period: Period
  package let instrument: Instrument
  package let results: [Result]
  /// The scores of the units in service, by what can be counted for one unit.
  package let units: [UnitScore]

  package struct Result: Sendable {
    package let indicator: Instrument.Indicator
    /// Nil as long as nobody judged it; it counts as 0 then.
    package let grade: Grade?
    package let count: IndicatorCount?
    package let judgement: Judgement?

    /// What it adds to the score.
    package var points: ExactNumber { indicator.weight * (grade?.number ?? .zero) }
  }

  package struct UnitScore: Sendable {
    package let code: UnitCode
    package let name: String
    /// Of a hundred; nil where no indicator of the instrument can be counted for a unit.
    package let score: ExactNumber?
  }

  /// The whole score, unrounded: the weights add up to 100.
  package var score: ExactNumber { results.reduce(.zero) { $0 + $1.points } }

  package var band: Band { Band(score) }

  package var unscored: [Result] { results.filter { $0.grade == nil } }

  package func results(of category: Instrument.Category) -> [Result] { results.filter { $0.indicator.category == category.code } }

  /// The weighted mean of these results, of a hundred; nil of none.
  package static func score(of results: [Result]) -> ExactNumber? {
    let weights = results.reduce(.zero) { $0 + $1.indicator.weight }
    return results.reduce(.zero) { $0 + $1.points } * .hundred / weights
  }
}

/// What came in from the public.
struct PublicInput: Sendable {
  let number: PublicInputNumber
  let text: String
  let origin: String
  let received: LocalTime
  let due: LocalTime?
  let answered: LocalTime?
  let decision: Decision?

  var isDecided: Bool { decision != nil }

  /// What activity 15 made of it: a duty of a unit, or nothing, with the reason.
  enum Decision: Sendable, Hashable {
    case accepted(unit: UnitCode?)
    case refused(reason: String)
  }
}

/// What activity 15 decided on a record or on an input.
struct ProposalDecision: Sendable {
  /// `A-3`, `M-1`
  let number: String
  let text: String?
  /// The record's unit, or the one that has to provide what was asked for.
  let unit: UnitCode?
  let isAccepted: Bool
  let reason: String?
  let actor: String
}

/// What monev recommends, and how far it is done.
struct Recommendation: Sendable {
  let number: RecommendationNumber
  let finding: FindingNumber
  /// The half-year of its finding.
  let period: Period
  let text: String
  let owner: String
  let due: CalendarDate
  let made: LocalTime
  let state: FollowUpState?
  /// What was said and shown last about how far it is followed.
  let note: String?
  let evidence: RecordNumber?
  /// The day on which it was done.
  let done: CalendarDate?
}

/// How far a recommendation is followed.
package enum FollowUpState: String, Sendable, CaseIterable {
  case underway = "berjalan"
  case done = "selesai"
}
