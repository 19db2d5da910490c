import PPIDValues

extension Monev {
  // MARK: Instruments and scores (activity 14)

  package func instruments() throws -> Relation {
    try desk.require(.readArchive)
    return MonevTables.instruments()
  }

  /// Reads the text of an instrument's file, without keeping it.
  package func checkedInstrument(_ source: String, from file: String) throws -> Instrument {
    try desk.require(.readArchive)
    return try InstrumentReader.read(source, from: file)
  }

  /// The instrument of a half-year; of the latest evaluation, or else the one that comes with the program, where nil.
  package func instrument(of period: Period?) throws -> Instrument {
    try desk.require(.readArchive)
    return try desk.read { inquiry in
      let rows = EvaluationRows(db: inquiry.db)
      if let period {
        guard let evaluation = try rows.evaluation(period) else { throw MonevFailure.noEvaluation(period) }
        return try rows.instrument(of: evaluation)
      }
      return try rows.evaluations().last.map(rows.instrument(of:)) ?? InstrumentReader.read(Instrument.builtInSource)
    }
  }

  /// One indicator with its result in a half-year: in the latest that is evaluated, where nil; without a result where none is.
  package func indicator(_ code: String, of period: Period?) throws -> (indicator: Instrument.Indicator, result: Evaluation.Result?) {
    try desk.require(.readArchive)
    let period = try period ?? desk.read { try EvaluationRows(db: $0.db).evaluations().last?.period }
    let results = try period.map { try evaluate($0).results } ?? []
    let indicators = try period == nil ? instrument(of: nil).indicators : results.map(\.indicator)
    guard let indicator = indicators.first(where: { $0.code == code }) else {
      throw MonevFailure.unknownIndicator(code, nearest: Nearest.name(to: code, among: indicators.map(\.code)))
    }
    return (indicator, results.first { $0.indicator.code == code })
  }

  /// Opens the evaluation of a half-year with an instrument; with the one that comes with the program, where nil.
  ///
  /// - Parameter file: where the instrument comes from, for what is wrong with it.
  package func openEvaluation(_ period: Period, instrument source: String?, from file: String? = nil) throws -> Instrument {
    try desk.require(.evaluate)
    guard period.kind == .halfYear else { throw MonevFailure.notAHalfYear(period) }
    let source = source ?? Instrument.builtInSource
    let instrument = try InstrumentReader.read(source, from: file)
    try desk.change(.evaluate) { change in
      let rows = EvaluationRows(db: change.db)
      guard try rows.evaluation(period) == nil else { throw MonevFailure.evaluationExists(period) }
      let stored = try rows.instrument(instrument.name, version: instrument.version)
      if let stored, !stored.source.hasSameBytes(as: source) {
        throw MonevFailure.instrumentTaken(name: instrument.name, version: instrument.version)
      }
      let id = try stored?.id ?? rows.insertInstrument(instrument, source: source, at: change.now)
      try rows.insertEvaluation(period, instrumentID: id, by: change.actor().name, at: change.now)
      return Event(
        "monev buka", period.description,
        after: [Field("instrumen", .text(instrument.name)), Field("versi", .int(instrument.version))])
    }
    return instrument
  }

  /// Judges an indicator of an evaluation (the latest one, where `period` is nil); the half-year that it belongs to.
  package func judge(_ code: String, _ grade: Grade, evidence: [RecordNumber], note: String?, in period: Period?) throws -> Period {
    try desk.change(.evaluate) { change in
      let rows = EvaluationRows(db: change.db)
      let evaluation = try EvaluationRules(inquiry: change).openEvaluation(period)
      let instrument = try rows.instrument(of: evaluation)
      guard let indicator = instrument[code] else {
        throw MonevFailure.unknownIndicator(code, nearest: Nearest.name(to: code, among: instrument.indicators.map(\.code)))
      }
      guard case .judged = indicator.method else { throw MonevFailure.computedIndicator(code) }
      guard indicator.grades.contains(grade) else { throw MonevFailure.gradeBetween(code) }
      guard !evidence.isEmpty || grade == .none else { throw MonevFailure.evidenceMissing(code) }
      for number in evidence { _ = try RecordRules(inquiry: change).visibleRecord(number) }
      let numbers = Set(evidence).sorted { $0.value < $1.value }
      let old = try rows.judgements(evaluation)[code]
      let new = Judgement(grade: grade, note: note, evidence: numbers)
      guard old != new else { return (evaluation.period, nil) }
      try rows.setJudgement(new, of: code, evaluation, by: change.actor().name, at: change.now)
      let event = Event("monev nilai", "\(evaluation.period) \(code)", before: old?.fields ?? [], after: new.fields)
      return (evaluation.period, event)
    }
  }

  /// The scores of a half-year: as they are now, or as they were when activity 14 was finished. Figures that tell of excluded
  /// information are left out for those who may not see it.
  package func evaluate(_ period: Period) throws -> Evaluation {
    try desk.require(.readArchive)
    return try desk.read { inquiry in
      guard let evaluation = try EvaluationRows(db: inquiry.db).evaluation(period) else { throw MonevFailure.noEvaluation(period) }
      let reader = EvaluationReader(inquiry: inquiry, now: try inquiry.time())
      return try reader.evaluate(evaluation, seesExcluded: inquiry.visibility().seesAllExcluded)
    }
  }

  /// The half-years that were opened, with their scores: the earlier ones to compare with.
  package func evaluations() throws -> [Evaluation] {
    try desk.require(.readArchive)
    return try desk.read { inquiry in
      let reader = EvaluationReader(inquiry: inquiry, now: try inquiry.time())
      return try EvaluationRows(db: inquiry.db).evaluations().map {
        try reader.evaluate($0, seesExcluded: inquiry.visibility().seesAllExcluded)
      }
    }
  }
}

extension Judgement {
  fileprivate var fields: [Field] {
    [
      Field("nilai", .text(grade.description)), Field("bukti", .text(evidence.map(\.description).joined(separator: ", "))),
      Field("catatan", .optional(note)),
    ]
  }
}
