import PPIDValues

extension Monev {
  package func findings() throws -> Relation {
    try desk.require(.readArchive)
    return MonevTables.findings()
  }

  package func recommendations() throws -> Relation {
    try desk.require(.readArchive)
    return MonevTables.recommendations(today: try desk.now().date)
  }

  /// Notes what monev found (activity 13), in a half-year: the latest that is evaluated, or else today's, where nil.
  package func addFinding(_ text: String, step: Int?, in period: Period?) throws -> FindingNumber {
    try desk.require(.recordFindings)
    if let period, period.kind != .halfYear { throw MonevFailure.notAHalfYear(period) }
    let text = try MonevText.checked(text)
    return try desk.change(.recordFindings) { change in
      let rows = EvaluationRows(db: change.db)
      let period = try period ?? rows.evaluations().last?.period ?? Period(halfYearOf: change.now.date)
      if let step {
        let procedures = try ProcedureRows(db: change.db).procedures(ofCyclesIn: period)
        guard procedures.contains(where: { $0[step] != nil }) else { throw MonevFailure.unknownStep(step) }
      }
      let number = try rows.insertFinding(text, period: period, step: step, by: change.actor().name, at: change.now)
      let event = Event(
        "monev temuan", number.description,
        after: [Field("periode", .period(period)), Field("temuan", .text(text)), Field("langkah", step.map(FieldValue.int) ?? .null)])
      return (number, event)
    }
  }

  /// Recommends something about a finding, to a role, a unit or a person, until a day.
  package func addRecommendation(_ text: String, finding: FindingNumber, owner: String, due: CalendarDate) throws -> RecommendationNumber {
    try desk.require(.recordFindings)
    let text = try MonevText.checked(text)
    return try desk.change(.recordFindings) { change in
      let rows = EvaluationRows(db: change.db)
      guard try rows.hasFinding(finding) else { throw MonevFailure.unknownFinding(finding) }
      let owner = try knownOwner(owner, change)
      let number = try rows.insertRecommendation(
        text, finding: finding, owner: owner, due: due, by: change.actor().name, at: change.now)
      let event = Event(
        "monev rekomendasi", number.description,
        after: [
          Field("temuan", .text(finding.description)), Field("rekomendasi", .text(text)), Field("pic", .text(owner)),
          Field("batas", .date(due)),
        ])
      return (number, event)
    }
  }

  /// Says how far a recommendation is followed; nothing is done without evidence.
  package func followUp(_ number: RecommendationNumber, _ state: FollowUpState, evidence: RecordNumber?, note: String?) throws {
    try desk.change(.followUp) { change in
      let rows = EvaluationRows(db: change.db)
      guard let recommendation = try rows.recommendations().first(where: { $0.number == number }) else {
        throw MonevFailure.unknownRecommendation(number)
      }
      guard recommendation.state != .done else { throw MonevFailure.recommendationDone(number) }
      if state == .done, evidence == nil { throw MonevFailure.doneWithoutEvidence(number) }
      if let evidence { _ = try RecordRules(inquiry: change).visibleRecord(evidence) }
      try rows.insertFollowUp(number, state, evidence: evidence, note: note, by: change.actor().name, at: change.now)
      return Event(
        "monev tindak-lanjut", number.description, before: [Field("keadaan", .optional(recommendation.state?.rawValue))],
        after: [
          Field("keadaan", .text(state.rawValue)), Field("bukti", .optional(evidence?.description)), Field("catatan", .optional(note)),
        ])
    }
  }

  private func knownOwner(_ name: String, _ inquiry: Inquiry) throws -> String {
    let roles = Role.allCases.map(\.rawValue)
    let units = try inquiry.units().map(\.code.text)
    let people = try PeopleRows(db: inquiry.db).people().map(\.actor.name)
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
