import PPIDValues

/// Something that could be typed, and what it is.
package struct Suggestion: Sendable {
  package let text: String
  package let meaning: Phrase

  init(_ text: String, _ meaning: Phrase) {
    self.text = text
    self.meaning = meaning
  }
}

/// Where the office stands, for the prompt.
package struct Standing: Sendable {
  /// A month that is still open.
  package struct Month: Sendable, Hashable {
    package let period: Period
    /// How many units deliver, and how many of them are decided Y or excused.
    package let deliveries: Int
    package let settled: Int
    /// The month's own step: 8 to 12.
    package let step: Int
    /// Whether its last step is done.
    package let isDone: Bool
  }

  package let person: Actor
  /// Whether the person is acted for by another.
  package let isActedFor: Bool
  /// The oldest month that is still open; nil where none is, and for guests.
  package let month: Month?
  /// The month that it is now.
  package let now: Period
}

/// The door to what could be typed next, and to where the office stands.
package struct Completion {
  let desk: Desk

  /// How many suggestions anybody wants to look through.
  private static let mostSuggestions = 100

  private var rows: CompletionRows { CompletionRows(archive: desk.archive) }

  /// Where the office stands; one small question.
  package func standing() throws -> Standing {
    let person = try desk.actor()
    let month = person.may(.readArchive) ? try rows.standing() : nil
    return Standing(person: person, isActedFor: try desk.isActingForAnother(), month: month, now: Period(monthOf: try desk.now().date))
  }

  /// The command that does the most urgent step that waits for the person; nil where none does.
  package func nextSuggestion() throws -> String? {
    let person = try desk.actor()
    guard person.may(.readArchive) else { return nil }
    let queue = QueueTables.queue(for: person)
    let command = queue.columns.firstIndex { $0.name == "perintah" }
    // A decision is somebody's own; the likelier one stands there to be changed.
    return try command.flatMap { try rows.texts(of: [queue], reading: [$0], limit: 1).first?.first }?
      .replacing(" ya|tidak", with: " ya")
  }

  /// What could be typed about `topic`: what begins with `beginning`, or has a word that does. Never more than the person may see, and
  /// never long in coming.
  package func suggestions(_ topic: CompletionTopic, for beginning: String) throws -> [Suggestion] {
    switch topic {
    case .records: return try recordSuggestions(beginning)
    case .units:
      try desk.require(.readArchive)
      return matching(beginning, try rows.texts(of: [OfficeTables.units()], reading: [0, 1], limit: Completion.mostSuggestions * 10))
    case .people:
      let people = try rows.texts(of: [Office(desk: desk).people()], reading: [0, 2], limit: Completion.mostSuggestions * 10)
      return matching(beginning, people)
    case .scripts:
      let scripts = try rows.texts(of: [Office(desk: desk).scripts()], reading: [0, 3], limit: Completion.mostSuggestions * 10)
      return matching(beginning, scripts) { Phrase(id: "disimpan \($0)", en: "stored by \($0)") }
    case .periods: return try periodSuggestions().filter { $0.text.hasPrefix(beginning) }
    case .codes:
      let codes = try rows.texts(of: [Schedule(desk: desk).schemeCodes(of: nil)], reading: [0, 1], limit: Completion.mostSuggestions * 100)
      return matching(beginning, codes)
    case .handovers: return try numberSuggestions(beginning, Workflow(desk: desk).handovers(), ["siklus", "unit", "keadaan"])
    case .disposals: return try numberSuggestions(beginning, Disposals(desk: desk).disposals().reversed(), ["jenis", "keadaan", "sampai"])
    case .findings: return try numberSuggestions(beginning, Monev(desk: desk).findings().reversed(), ["temuan"])
    case .recommendations:
      return try numberSuggestions(beginning, Monev(desk: desk).recommendations().reversed(), ["keadaan", "rekomendasi"])
    case .publicInput: return try numberSuggestions(beginning, Monev(desk: desk).publicInput().reversed(), ["dari", "masukan"])
    case .proposals: return try numberSuggestions(beginning, Monev(desk: desk).evaluationProposals(), ["unit", "judul"])
    case .indicators:
      return matching(beginning, try Monev(desk: desk).instrument(of: nil).indicators.map { [$0.code, $0.title] })
    case .steps:
      let steps = try Workflow(desk: desk).procedure().activities.map { ["\($0.number)", $0.text] }
      return matching(beginning, steps)
    }
  }

  /// Those whose text begins with `beginning`, or whose meaning has a word that does.
  private func matching(_ beginning: String, _ rows: [[String]], meaning: (String) -> Phrase = { Phrase($0) }) -> [Suggestion] {
    let wanted = beginning.lowercased()
    let fitting = rows.filter { row in
      row[0].lowercased().hasPrefix(wanted)
        || wanted.count > 1 && row[1].lowercased().split(separator: " ").contains { $0.hasPrefix(wanted) }
    }
    return fitting.prefix(Completion.mostSuggestions).map { Suggestion($0[0], meaning($0[1])) }
  }

  /// Numbers like `T-2` that begin so, with what the named columns say; where no number was begun, those with such a word among the
  /// first of the relation.
  private func numberSuggestions(_ beginning: String, _ relation: Relation, _ meaning: [String]) throws -> [Suggestion] {
    let isNumber = beginning.wholeMatch(of: /[A-Za-z]+(-[0-9]*)?/) != nil
    let columns = [0] + meaning.compactMap { name in relation.columns.firstIndex { $0.name == name } }
    let limit = Completion.mostSuggestions
    let numbered = isNumber ? try rows.texts(of: [relation.spelled(beginning.uppercased())], reading: columns, limit: limit) : []
    let found = try numbered.isEmpty ? rows.texts(of: [relation], reading: columns, limit: limit * 10) : numbered
    return matching(beginning, found.map { [$0[0], $0.dropFirst().filter { !$0.isEmpty }.joined(separator: ", ")] })
  }

  private func recordSuggestions(_ beginning: String) throws -> [Suggestion] {
    try desk.require(.readEdition)
    let visibility = try desk.visibility()
    let relations: [Relation]
    if let digits = beginning.firstMatch(of: /^[Aa]-([1-9][0-9]{0,11})$/).flatMap({ Int($0.1) }) {
      relations = CompletionTables.numberedRecords(
        from: digits, upTo: try desk.read { try RecordRows(db: $0.db).lastRecordID() }, visibility)
    } else if beginning.isEmpty || "A-".hasPrefix(beginning.uppercased()) {
      relations = [CompletionTables.newestRecords(visibility)]
    } else if beginning.count > 1, let query = SearchQuery(beginning) {
      relations = [CompletionTables.newest(query, visibility)]
    } else {
      relations = []
    }
    return try rows.texts(of: relations, reading: [0, 1], limit: Completion.mostSuggestions).map { Suggestion($0[0], Phrase($0[1])) }
  }

  /// The months with editions and cycles, and those that come next.
  private func periodSuggestions() throws -> [Suggestion] {
    try desk.require(.readEdition)
    let person = try desk.actor()
    let now = Period(monthOf: try desk.now().date)
    var suggestions = try rows.knownPeriods(limit: Completion.mostSuggestions).map { period, edition, isOpen in
      var parts: [Phrase] = []
      if let isOpen, person.may(.readArchive) {
        parts.append(isOpen ? Phrase(id: "siklus terbuka", en: "open cycle") : Phrase(id: "siklus ditutup", en: "closed cycle"))
      }
      if let edition { parts.append(Phrase(id: "edisi \(edition)", en: "edition \(edition)")) }
      return Suggestion("\(period)", Phrase(id: parts.map(\.id).joined(separator: ", "), en: parts.map(\.en).joined(separator: ", ")))
    }.filter { !$0.meaning.id.isEmpty }
    let fresh = [
      (now, Phrase(id: "bulan ini", en: "this month")), (now.advanced(by: -1), Phrase(id: "bulan lalu", en: "last month")),
      (now.advanced(by: 1), Phrase(id: "bulan depan", en: "next month")),
      (Period(year: now.year, half: now.month > 6 ? 2 : 1), Phrase(id: "semester ini", en: "this half-year")),
    ]
    for (period, meaning) in fresh {
      guard let period, !suggestions.contains(where: { $0.text == "\(period)" }) else { continue }
      suggestions.append(Suggestion("\(period)", meaning))
    }
    return suggestions
  }
}
