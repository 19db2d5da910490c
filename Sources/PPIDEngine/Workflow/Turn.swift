import PPIDValues

/// Where an act of the SOP takes place: the track whose turn it is, with its cycle, edition and unit.
struct Turn {
  var track: Track
  let cycle: Cycle
  let procedure: Procedure
  let activity: Activity
  let unit: StoredUnit?
}

/// How an activity is named: by its number, or by its gate, which has another number in other editions of the SOP.
enum StepName {
  case number(Int)
  case gate(Gate)

  /// The activity of that name in an edition; nil where its numbers don't go so far.
  func activity(in procedure: Procedure) -> Activity? {
    switch self {
    case .number(let number): procedure[number]
    case .gate(let gate): procedure.activity(gate)
    }
  }

  /// The activity of that name in the first of these editions that has it.
  func activity(inFirstOf procedures: [Procedure]) throws -> (procedure: Procedure, activity: Activity) {
    for procedure in procedures {
      if let activity = activity(in: procedure) { return (procedure, activity) }
    }
    let number = if case .number(let number) = self { number } else { 0 }
    throw WorkflowRefusal.unknownStep(number, count: procedures.map(\.activities.count).max() ?? 0)
  }
}
