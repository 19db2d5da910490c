import PPIDValues

/// How far a run through part of the SOP has come in its present activity.
package enum TrackState: String, Sendable, CaseIterable {
  /// Nobody has begun.
  case waiting = "menunggu"
  /// Somebody said that they work on it.
  case working = "berjalan"
  /// Reported, and waiting for its decision.
  case reported = "dilaporkan"
  /// Its last activity is done.
  case done = "selesai"
  /// The unit was excused for this cycle.
  case excused = "dikecualikan"
}

/// One run through part of the SOP: a unit's delivery (activities 1-7), the month's own part (8-12), or an activity of the
/// half-year (13-15); only a delivery has a unit.
package struct Track: Sendable, Hashable {
  package let id: Int
  package let period: Period
  package let unit: UnitCode?
  package var step: Int
  package var state: TrackState
  package var round: Int
  /// Who acted last.
  package var actor: String?
  /// When its activity opened; nil while that still waits for others.
  package var since: LocalTime?
  /// When its activity should be done; nil where the SOP gives it no time, or the calendar doesn't reach.
  package var due: LocalTime?
  /// When its cycle was opened.
  package let opened: LocalTime

  /// Whether nothing remains to be done.
  package var isSettled: Bool { state == .done || state == .excused }

  /// As the journal names it: `2026-11/BU`, or the period alone.
  package var name: String { unit.map { "\(period)/\($0)" } ?? "\(period)" }
}

/// What happened to an activity of a track.
package enum StepEventKind: String, Sendable, CaseIterable {
  case started = "mulai"
  case finished = "selesai"
  /// Passed by itself, because nothing in it had changed.
  case passed = "otomatis"
  case reported = "dilaporkan"
  case yes = "ya"
  case no = "tidak"
  case excused = "dikecualikan"
  /// Opened anew by a *tidak* at the month's report.
  case reopened = "dibuka-lagi"
  /// Acknowledged by the superior.
  case acknowledged = "diterima"
}

/// One thing that happened to an activity, for the history.
struct StepEvent {
  var kind: StepEventKind
  var reason: String?
  var note: String?
  /// Where a *tidak* led.
  var target: Int?

  init(_ kind: StepEventKind, reason: String? = nil, note: String? = nil, target: Int? = nil) {
    self.kind = kind
    self.reason = reason
    self.note = note
    self.target = target
  }
}

/// A cycle without its tracks.
package struct Cycle: Sendable, Hashable {
  package let id: Int
  package let period: Period
  let procedureID: Int
  package let opened: LocalTime
  package let closed: LocalTime?
}
