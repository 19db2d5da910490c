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

  /// Whether activity 8 need not wait for it any more.
  package var isSettled: Bool { state == .done || state == .excused }
}
