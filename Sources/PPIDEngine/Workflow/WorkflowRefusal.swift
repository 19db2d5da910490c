import PPIDValues

/// Why an act of the SOP is refused. The order of the checks: role, unit, order, separation of duties, gate.
package enum WorkflowRefusal: Refusal {
  // Role
  case otherLane(step: Int, Lane)
  case ownWork(step: Int, actor: String, done: Int)

  // Unit and cycle
  case unitNeeded(step: Int)
  case unitNotAsked(step: Int)
  case unitNotInCycle(UnitCode, Period)
  case excused(UnitCode, Period)
  case alreadyDecided(UnitCode, Period)
  case closed(Period)
  case unfinished(Period, step: Int)

  // Order
  case unknownStep(Int, count: Int)
  case finishedOtherwise(step: Int, command: String)
  case undecidable(step: Int)
  case outOfOrder(step: Int, Period?, UnitCode?, standing: Track?)
  case notReported(step: Int, Track)
  case alreadyReported(step: Int, Track)
  case otherHandover(UnitCode, Period)
  case notUnderWay(HandoverNumber, HandoverState)
  case laterEdition(Period, Period)
  case notAcknowledgeable(Period)
  case alreadyAcknowledged(Period)

  // Input
  case needlessReason
  case needlessTarget
  case needlessUnits(step: Int)
  case noSuchTarget(Int, allowed: [Int])
  case unknownReason(String)
  case emptyText(Phrase)
  case unknownHandover(HandoverNumber)
  case nothingToHandOver(UnitCode)
  case somethingToHandOver(UnitCode)
  case countNeeded(Int, PrintedUnit)
  case nothingToCount
  case expectedAlready(UnitCode, String)
  case notExpected(UnitCode, String, expected: [String])
  case saidNilAlready(UnitCode, String)
  case excludedExpectation
  case kindHasRecord(UnitCode, String)

  // Gate
  case gate(step: Int, UnitCode?, [Lack])

  package var kind: RefusalKind {
    switch self {
    case .otherLane, .ownWork: .forbidden
    default: .rule
    }
  }
}

/// One thing that is missing before an activity can be finished, and what would mend it: a command, mostly.
package struct Lack: Sendable {
  package let message: Phrase
  package let remedy: Phrase

  init(_ message: Phrase, remedy: Phrase) {
    self.message = message
    self.remedy = remedy
  }
}
