import GRDB
import PPIDValues

extension Engine {
  package func findings() throws -> Relation {
    try require(.readArchive)
    return .findings()
  }

  package func recommendations() throws -> Relation {
    try require(.readArchive)
    return .recommendations(today: try now().date)
  }

  /// Notes what monev found (activity 13), in a half-year: the latest that is evaluated, or else today's, where nil.
  package func addFinding(_ text: String, step: Int?, in period: Period?) throws -> FindingNumber {
    try require(.recordFindings)
    if let period, period.kind != .halfYear { throw MonevFailure.notAHalfYear(period) }
    let text = try MonevText.checked(text)
    var number: FindingNumber?
    try change { db, _, now in
      let period = try period ?? store.evaluations(db).last?.period ?? Period(halfYearOf: now.date)
      if let step {
        let procedures = try store.procedures(ofCyclesIn: period, db)
        guard procedures.contains(where: { $0[step] != nil }) else { throw MonevFailure.unknownStep(step) }
      }
      let new = try store.insertFinding(text, period: period, step: step, by: actor().name, at: now, db)
      number = new
      return Event(
        "monev temuan", new.description,
        after: [Field("periode", .period(period)), Field("temuan", .text(text)), Field("langkah", step.map(FieldValue.int) ?? .null)])
    }
    return number!
  }

  /// Recommends something about a finding, to a role, a unit or a person, until a day.
  package func addRecommendation(_ text: String, finding: FindingNumber, owner: String, due: CalendarDate) throws -> RecommendationNumber {
    try require(.recordFindings)
    let text = try MonevText.checked(text)
    var number: RecommendationNumber?
    try change { db, _, now in
      guard try store.hasFinding(finding, db) else { throw MonevFailure.unknownFinding(finding) }
      let owner = try knownOwner(owner, db)
      let new = try store.insertRecommendation(text, finding: finding, owner: owner, due: due, by: actor().name, at: now, db)
      number = new
      return Event(
        "monev rekomendasi", new.description,
        after: [
          Field("temuan", .text(finding.description)), Field("rekomendasi", .text(text)), Field("pic", .text(owner)),
          Field("batas", .date(due)),
        ])
    }
    return number!
  }

  /// Says how far a recommendation is followed; nothing is done without evidence.
  package func followUp(_ number: RecommendationNumber, _ state: FollowUpState, evidence: RecordNumber?, note: String?) throws {
    try require(.followUp)
    try change { db, _, now in
      guard let recommendation = try store.recommendations(db).first(where: { $0.number == number }) else {
        throw MonevFailure.unknownRecommendation(number)
      }
      guard recommendation.state != .done else { throw MonevFailure.recommendationDone(number) }
      if state == .done, evidence == nil { throw MonevFailure.doneWithoutEvidence(number) }
      if let evidence {
        guard let record = try store.record(evidence, db), try isVisible(record) else { throw EngineFailure.unknownRecord(evidence) }
      }
      try store.insertFollowUp(number, state, evidence: evidence, note: note, by: actor().name, at: now, db)
      return Event(
        "monev tindak-lanjut", number.description, before: [Field("keadaan", .optional(recommendation.state?.rawValue))],
        after: [
          Field("keadaan", .text(state.rawValue)), Field("bukti", .optional(evidence?.description)), Field("catatan", .optional(note)),
        ])
    }
  }

  /// Gate of activity 13: something was found in the half-year.
  func evaluationWritten(_ period: Period, _ db: Database) throws -> Bool { try store.hasFinding(in: period, db) }

  private func knownOwner(_ name: String, _ db: Database) throws -> String {
    let roles = Role.allCases.map(\.rawValue)
    let units = try store.units(db).map(\.code.text)
    let people = try store.people(db).map(\.actor.name)
    if let code = UnitCode(name), units.contains(code.text) { return code.text }
    guard (roles + people).contains(name) else {
      throw MonevFailure.unknownOwner(name, nearest: Nearest.name(to: name, among: roles + units + people))
    }
    return name
  }
}

/// What people write of monev.
enum MonevText {
  /// The text without space around it; it may not be empty.
  static func checked(_ text: String) throws -> String {
    let scalars = text.unicodeScalars
    let start = scalars.firstIndex { !$0.properties.isWhitespace }
    guard let start, let end = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { throw MonevFailure.emptyText }
    return String(scalars[start...end])
  }
}
