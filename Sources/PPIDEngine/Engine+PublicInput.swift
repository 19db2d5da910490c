import GRDB
import PPIDValues

extension Engine {
  /// Working days within which public input is answered (UU 14/2008 art. 22).
  private static let daysToAnswer = 10

  package func publicInput() throws -> Relation {
    try require(.readArchive)
    return .publicInput(now: try now())
  }

  /// Notes what somebody outside said or asked for.
  package func addPublicInput(_ text: String, from origin: String) throws -> PublicInputNumber {
    try require(.recordFindings)
    let text = try MonevText.checked(text)
    let origin = try MonevText.checked(origin)
    var number: PublicInputNumber?
    try change { db, _, now in
      let calendar = try calendar(db)
      let due: LocalTime?
      do throws(CalendarFault) {
        due = try calendar.due(.workingDays(Engine.daysToAnswer), from: now, in: Period(monthOf: now.date))
      } catch {
        due = nil
        remark(Phrase(id: "tenggat tanggapan tidak dihitung: \(error.message.id)", en: "the answer has no due time: \(error.message.en)"))
      }
      let new = try store.insertPublicInput(text, from: origin, due: due, by: actor().name, at: now, db)
      number = new
      return Event("masukan tambah", new.description, after: [Field("masukan", .text(text)), Field("dari", .text(origin))])
    }
    return number!
  }

  /// Answers it.
  package func answer(_ number: PublicInputNumber, _ text: String) throws {
    try require(.followUp)
    let text = try MonevText.checked(text)
    try change { db, _, now in
      let input = try known(number, db)
      guard input.answered == nil else { throw MonevFailure.answeredAlready(number) }
      try store.answer(number, text, by: actor().name, at: now, db)
      return Event("masukan tanggapi", number.description, after: [Field("tanggapan", .text(text))])
    }
  }

  // MARK: Proposals (activity 15)

  /// Open information that is in the archive, or asked for by the public, and not in the DIP, with the reason.
  package func evaluationProposals() throws -> Relation {
    try require(.readArchive)
    return .evaluationProposals()
  }

  /// Takes records into the next activity 8. How many.
  package func accept(_ records: [RecordNumber]) throws -> Int {
    try require(.evaluate)
    let records = Set(records).sorted { $0.value < $1.value }
    try change { db, event, now in
      for number in records {
        try checkProposal(number, db)
        try store.insertDecision(record: number, isAccepted: true, reason: nil, by: actor().name, at: now, event: event, db)
        try store.setListing(.proposed, of: number.value, db)
        try store.insert(.proposal, of: number.value, reason: "monev", by: actor().name, at: now, event: event, db)
      }
      let names = records.map(\.description)
      guard let first = names.first else { return nil }
      return Event(
        "monev tetapkan", names.count == 1 ? first : nil, after: [Field("usulan", .text(names.joined(separator: ", ")))],
        count: names.count)
    }
    return records.count
  }

  /// Has a unit provide what the public asked for: it becomes a kind of information that the DIP expects of the unit.
  package func accept(_ number: PublicInputNumber, for code: UnitCode, category: Category) throws {
    try require(.evaluate)
    try change { db, event, now in
      try checkUndecided(number, db)
      let unit = try knownUnit(code, db)
      let input = try known(number, db)
      if try !store.expectedKinds(of: unit.id, db).contains(where: { $0.folded == ExpectedKind.folded(input.text) }) {
        try insertExpected(input.text, of: unit, category: category, db)
      }
      try store.insertDecision(input: number, isAccepted: true, unitID: unit.id, reason: nil, by: actor().name, at: now, event: event, db)
      return Event(
        "monev tetapkan", number.description,
        after: [Field("unit", .text(unit.code.text)), Field("jenis", .text(input.text)), Field("kategori", .text(category.rawValue))])
    }
  }

  /// Refuses a proposal; a record is proposed again when it has changed.
  package func refuse(_ record: RecordNumber, reason: String) throws {
    try require(.evaluate)
    let reason = try MonevText.checked(reason)
    try change { db, event, now in
      try checkProposal(record, db)
      try store.insertDecision(record: record, isAccepted: false, reason: reason, by: actor().name, at: now, event: event, db)
      return Event("monev tolak", record.description, after: [Field("alasan", .text(reason))])
    }
  }

  /// Refuses what the public asked for.
  package func refuse(_ number: PublicInputNumber, reason: String) throws {
    try require(.evaluate)
    let reason = try MonevText.checked(reason)
    try change { db, event, now in
      try checkUndecided(number, db)
      try store.insertDecision(input: number, isAccepted: false, reason: reason, by: actor().name, at: now, event: event, db)
      return Event("monev tolak", number.description, after: [Field("alasan", .text(reason))])
    }
  }

  private func checkProposal(_ number: RecordNumber, _ db: Database) throws {
    guard let record = try store.record(number, db), try isVisible(record) else { throw EngineFailure.unknownRecord(number) }
    guard try store.isProposal(number, db) else { throw MonevFailure.noProposal(number) }
  }

  private func checkUndecided(_ number: PublicInputNumber, _ db: Database) throws {
    guard try !known(number, db).isDecided else { throw MonevFailure.decidedAlready(number) }
  }

  private func known(_ number: PublicInputNumber, _ db: Database) throws -> PublicInput {
    guard let input = try store.publicInput(db).first(where: { $0.number == number }) else { throw MonevFailure.unknownInput(number) }
    return input
  }
}
