import PPIDValues

extension Monev {
  /// Working days within which public input is answered (UU 14/2008 art. 22).
  private static let daysToAnswer = 10

  package func publicInput() throws -> Relation {
    try desk.require(.readArchive)
    return MonevTables.publicInput(now: try desk.now())
  }

  /// Notes what somebody outside said or asked for.
  package func addPublicInput(_ text: String, from origin: String) throws -> PublicInputNumber {
    try desk.require(.recordFindings)
    let text = try MonevText.checked(text)
    let origin = try MonevText.checked(origin)
    return try desk.change(.recordFindings) { change in
      let due = try answerTime(change)
      let number = try PublicInputRows(db: change.db).insertPublicInput(
        text, from: origin, due: due, by: change.actor().name, at: change.now)
      let event = Event("masukan tambah", number.description, after: [Field("masukan", .text(text)), Field("dari", .text(origin))])
      return (number, event)
    }
  }

  /// Until when what comes in now is answered; nil, with a remark, where the calendar doesn't reach.
  private func answerTime(_ change: Change) throws -> LocalTime? {
    let calendar = try change.calendar()
    do throws(CalendarFault) {
      return try calendar.due(.workingDays(Monev.daysToAnswer), from: change.now, in: Period(monthOf: change.now.date))
    } catch {
      change.remark(
        Phrase(id: "tenggat tanggapan tidak dihitung: \(error.message.id)", en: "the answer has no due time: \(error.message.en)"))
      return nil
    }
  }

  /// Answers it.
  package func answer(_ number: PublicInputNumber, _ text: String) throws {
    try desk.require(.followUp)
    let text = try MonevText.checked(text)
    try desk.change(.followUp) { change in
      guard try known(number, change).answered == nil else { throw MonevFailure.answeredAlready(number) }
      try PublicInputRows(db: change.db).answer(number, text, by: change.actor().name, at: change.now)
      return Event("masukan tanggapi", number.description, after: [Field("tanggapan", .text(text))])
    }
  }

  // MARK: Proposals (activity 15)

  /// Open information that is in the archive, or asked for by the public, and not in the DIP, with the reason.
  package func evaluationProposals() throws -> Relation {
    try desk.require(.readArchive)
    return MonevTables.evaluationProposals()
  }

  /// Takes records into the next activity 8. How many.
  package func accept(_ records: [RecordNumber]) throws -> Int {
    try desk.change(.evaluate) { change in
      let records = Set(records).sorted { $0.value < $1.value }
      let listing = ProposalRows(db: change.db)
      let name = try change.actor().name
      for number in records {
        try checkProposal(number, change)
        try PublicInputRows(db: change.db).insertDecision(record: number, isAccepted: true, reason: nil, by: name, at: change.now)
        try listing.setListing(.proposed, of: number.value)
        try listing.insert(.proposal, of: number.value, reason: "monev", by: name, at: change.now)
      }
      let names = records.map(\.description)
      guard let first = names.first else { return (0, nil) }
      let event = Event(
        "monev tetapkan", names.count == 1 ? first : nil, after: [Field("usulan", .text(names.joined(separator: ", ")))],
        count: names.count)
      return (records.count, event)
    }
  }

  /// Has a unit provide what the public asked for: it becomes a kind of information that the DIP expects of the unit.
  package func accept(_ number: PublicInputNumber, for code: UnitCode, category: Category) throws {
    try desk.change(.evaluate) { change in
      let input = try undecided(number, change)
      let unit = try change.knownUnit(code)
      let expected = try StepRows(db: change.db).expectedKinds(of: unit.id)
      if !expected.contains(where: { $0.folded == ExpectedKind.folded(input.text) }) {
        try ExpectationActs(change: change).insertExpected(input.text, of: unit, category: category)
      }
      try PublicInputRows(db: change.db).insertDecision(
        input: number, isAccepted: true, unitID: unit.id, reason: nil, by: change.actor().name, at: change.now)
      return Event(
        "monev tetapkan", number.description,
        after: [Field("unit", .text(unit.code.text)), Field("jenis", .text(input.text)), Field("kategori", .text(category.rawValue))])
    }
  }

  /// Refuses a proposal; a record is proposed again when it has changed.
  package func refuse(_ record: RecordNumber, reason: String) throws {
    try desk.require(.evaluate)
    let reason = try MonevText.checked(reason)
    try desk.change(.evaluate) { change in
      try checkProposal(record, change)
      try PublicInputRows(db: change.db).insertDecision(
        record: record, isAccepted: false, reason: reason, by: change.actor().name, at: change.now)
      return Event("monev tolak", record.description, after: [Field("alasan", .text(reason))])
    }
  }

  /// Refuses what the public asked for.
  package func refuse(_ number: PublicInputNumber, reason: String) throws {
    try desk.require(.evaluate)
    let reason = try MonevText.checked(reason)
    try desk.change(.evaluate) { change in
      _ = try undecided(number, change)
      try PublicInputRows(db: change.db).insertDecision(
        input: number, isAccepted: false, reason: reason, by: change.actor().name, at: change.now)
      return Event("monev tolak", number.description, after: [Field("alasan", .text(reason))])
    }
  }

  private func checkProposal(_ number: RecordNumber, _ inquiry: Inquiry) throws {
    _ = try RecordRules(inquiry: inquiry).visibleRecord(number)
    guard try PublicInputRows(db: inquiry.db).isProposal(number) else { throw MonevFailure.noProposal(number) }
  }

  private func undecided(_ number: PublicInputNumber, _ inquiry: Inquiry) throws -> PublicInput {
    let input = try known(number, inquiry)
    guard !input.isDecided else { throw MonevFailure.decidedAlready(number) }
    return input
  }

  private func known(_ number: PublicInputNumber, _ inquiry: Inquiry) throws -> PublicInput {
    guard let input = try PublicInputRows(db: inquiry.db).publicInput().first(where: { $0.number == number }) else {
      throw MonevFailure.unknownInput(number)
    }
    return input
  }
}
