import PPIDValues

/// Legal holds, events that retention waits for, and disposals that aren't executed.
extension Reversal {
  private var disposals: DisposalRows { DisposalRows(db: db) }
  private var records: RecordRules { RecordRules(inquiry: change) }

  func releaseHold() throws -> Effect {
    let number = try recordOfEntry()
    let placed = entry.stated.map { Hold(reason: entry.after["alasan"]?.text, placed: Disposal.Act(person: entry.person, time: $0)) }
    guard let hold = try disposals.hold(of: number), hold == placed else { throw UndoFailure.changedSince(what: number.description) }
    try disposals.removeHold(of: number)
    return Effect(before: hold.fields)
  }

  func restoreHold() throws -> Effect {
    let number = try recordOfEntry()
    try records.checkChangeable(records.visibleRecord(number))
    guard try disposals.hold(of: number) == nil else { throw UndoFailure.changedSince(what: number.description) }
    guard let hold = Hold(entry.before) else { throw UndoFailure.impossible(action: entry.action, entry: entry.id) }
    try disposals.insert(hold, of: number)
    return Effect(after: hold.fields)
  }

  func restoreRetentionEvent() throws -> Effect {
    let number = try recordOfEntry()
    let record = try records.visibleRecord(number)
    try change.requireRecords(of: record.unit)
    try records.checkChangeable(record)
    guard let age = RetentionAge.allCases.first(where: { entry.after[$0.eventField] != nil }) else {
      throw UndoFailure.impossible(action: entry.action, entry: entry.id)
    }
    func date(_ fields: [Field]) -> CalendarDate? { fields[age.eventField]?.text.flatMap { CalendarDate($0) } }
    let events = RetentionRows(db: db)
    guard try events.retentionEvents(of: number)[age] == date(entry.after) else {
      throw UndoFailure.changedSince(what: number.description)
    }
    try events.setRetentionEvent(date(entry.before), age, of: number)
    return Effect(before: entry.after, after: entry.before)
  }

  /// Removes a proposal that nobody decided on.
  func removeProposal() throws -> Effect {
    let disposal = try disposalOfEntry(in: .proposed)
    try disposals.removeProposal(disposal.number)
    return Effect(before: entry.after)
  }

  /// Has a disposal wait for its approval again.
  func withdrawApproval() throws -> Effect {
    let disposal = try disposalOfEntry(in: .approved)
    try checkDecided(disposal)
    try disposals.decide(disposal.number, .proposed, nil)
    return Effect(before: entry.after, after: entry.before)
  }

  /// Has a disposal stand as it did before it was refused, as long as its records are free and still due for it.
  func withdrawRefusal() throws -> Effect {
    let disposal = try disposalOfEntry(in: .refused)
    try checkDecided(disposal)
    let items = try disposals.items(of: disposal.number)
    let rules = DisposalRules(inquiry: change)
    try rules.checkFreezes(of: items, except: disposal.number)
    try rules.checkRetention(of: items, for: disposal)
    let decision = Disposal.Act(decisionIn: entry.before)
    guard let state = entry.before["keadaan"]?.text.flatMap(DisposalState.init), (state == .approved) == (decision != nil) else {
      throw UndoFailure.impossible(action: entry.action, entry: entry.id)
    }
    try disposals.decide(disposal.number, state, decision)
    return Effect(before: entry.after, after: entry.before)
  }

  // MARK: What the entry is about

  private func recordOfEntry() throws -> RecordNumber {
    guard let number = entry.subject.flatMap({ RecordNumber($0) }) else {
      throw UndoFailure.impossible(action: entry.action, entry: entry.id)
    }
    return number
  }

  private func disposalOfEntry(in state: DisposalState) throws -> Disposal {
    guard let number = entry.subject.flatMap({ DisposalNumber($0) }) else {
      throw UndoFailure.impossible(action: entry.action, entry: entry.id)
    }
    let disposal = try DisposalRules(inquiry: change).knownDisposal(number)
    guard disposal.state == state else { throw UndoFailure.changedSince(what: number.description) }
    return disposal
  }

  private func checkDecided(_ disposal: Disposal) throws {
    guard let decided = disposal.decided, decided.person == entry.person, decided.time == entry.stated else {
      throw UndoFailure.changedSince(what: disposal.number.description)
    }
  }
}
