import PPIDValues

/// How far a run through part of the SOP has come in its present step.
package enum TrackState: String, Sendable, CaseIterable {
  /// Nobody has begun.
  case waiting = "menunggu"
  /// Somebody said that they work on it.
  case working = "berjalan"
  /// Reported, and waiting for its decision.
  case reported = "dilaporkan"
  /// Its last step is done.
  case done = "selesai"
  /// The unit was excused for this cycle.
  case excused = "dikecualikan"
}

/// One run through part of the SOP: a unit's delivery (activities 1-7), or the month's own part (8-12), which has no unit.
package struct Track: Sendable, Hashable {
  package let id: Int
  package let period: Period
  package let unit: UnitCode?
  package let step: Int
  package let state: TrackState
  package let round: Int
  /// When its cycle was opened.
  package let opened: LocalTime
  /// When its step began; nil while that still waits for others.
  package let since: LocalTime?
  /// When its step should be done; nil where the SOP gives it no time, or the calendar doesn't reach.
  package let due: LocalTime?

  /// Whether activity 8 need not wait for it any more.
  package var isSettled: Bool { state == .done || state == .excused }
}
