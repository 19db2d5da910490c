import PPIDValues

/// Legal holds, events that retention waits for, and disposals that aren't executed.
extension Reversal {
  func releaseHold() throws -> Effect {
    let number = try recordOfEntry()
    let placed = entry.stated.map { Hold(reason: entry.after["alasan"]?.text, placed: Disposal.Act(person: entry.person, time: $0)) }
    guard let hold = try store.hold(of: number, db), hold == placed else { throw UndoFailure.changedSince(what: number.description) }
    try store.removeHold(of: number, db)
    return Effect(before: hold.fields)
  }

  func restoreHold() throws -> Effect {
    let number = try recordOfEntry()
    try engine.checkChangeable(engine.visibleRecord(number, db))
    guard try store.hold(of: number, db) == nil else { throw UndoFailure.changedSince(what: number.description) }
    guard let hold = Hold(entry.before) else { throw UndoFailure.impossible(action: entry.action, entry: entry.id) }
    try store.insert(hold, of: number, db)
    return Effect(after: hold.fields)
  }

  func restoreRetentionEvent() throws -> Effect {
    let number = try recordOfEntry()
    let record = try engine.visibleRecord(number, db)
    try engine.requireRecords(of: record.unit)
    try engine.checkChangeable(record)
    guard let age = RetentionAge.allCases.first(where: { entry.after[$0.eventField] != nil }) else {
      throw UndoFailure.impossible(action: entry.action, entry: entry.id)
    }
    func date(_ fields: [Field]) -> CalendarDate? { fields[age.eventField]?.text.flatMap { CalendarDate($0) } }
    guard try store.retentionEvents(of: number, db)[age] == date(entry.after) else {
      throw UndoFailure.changedSince(what: number.description)
    }
    try store.setRetentionEvent(date(entry.before), age, of: number, db)
    return Effect(before: entry.after, after: entry.before)
  }

  /// Removes a proposal that nobody decided on.
  func removeProposal() throws -> Effect {
    let disposal = try disposalOfEntry(in: .proposed)
    try store.removeProposal(disposal.number, db)
    return Effect(before: entry.after)
  }

  /// Has a disposal wait for its approval again.
  func withdrawApproval() throws -> Effect {
    let disposal = try disposalOfEntry(in: .approved)
    try checkDecided(disposal)
    try store.decide(disposal.number, .proposed, nil, db)
    return Effect(before: entry.after, after: entry.before)
  }

  /// Has a disposal stand as it did before it was refused, as long as its records are free and still due for it.
  func withdrawRefusal() throws -> Effect {
    let disposal = try disposalOfEntry(in: .refused)
    try checkDecided(disposal)
    let items = try store.items(of: disposal.number, db)
    try engine.checkFreezes(of: items, except: disposal.number, db)
    try engine.checkRetention(of: items, for: disposal, db)
    let decision = Disposal.Act(decisionIn: entry.before)
    guard let state = entry.before["keadaan"]?.text.flatMap(DisposalState.init), (state == .approved) == (decision != nil) else {
      throw UndoFailure.impossible(action: entry.action, entry: entry.id)
    }
    try store.decide(disposal.number, state, decision, db)
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
    let disposal = try engine.knownDisposal(number, db)
    guard disposal.state == state else { throw UndoFailure.changedSince(what: number.description) }
    return disposal
  }

  private func checkDecided(_ disposal: Disposal) throws {
    guard let decided = disposal.decided, decided.person == entry.person, decided.time == entry.stated else {
      throw UndoFailure.changedSince(what: disposal.number.description)
    }
  }
}
