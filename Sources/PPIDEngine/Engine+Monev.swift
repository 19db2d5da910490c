import GRDB
import PPIDValues

extension Engine {
  // MARK: Instruments and scores (activity 14)

  package func instruments() throws -> Relation {
    try require(.readArchive)
    return .instruments()
  }

  /// Reads the text of an instrument's file, without keeping it.
  package func checkedInstrument(_ source: String, from file: String) throws -> Instrument {
    try require(.readArchive)
    return try InstrumentReader.read(source, from: file)
  }

  /// The instrument of a half-year; of the latest evaluation, or else the one that comes with the program, where nil.
  package func instrument(of period: Period?) throws -> Instrument {
    try require(.readArchive)
    return try store.read { db in
      if let period {
        guard let evaluation = try store.evaluation(period, db) else { throw MonevFailure.noEvaluation(period) }
        return try store.instrument(of: evaluation, db)
      }
      return try store.evaluations(db).last.map { try store.instrument(of: $0, db) } ?? InstrumentReader.read(Instrument.builtInSource)
    }
  }

  /// One indicator with its result in a half-year: in the latest that is evaluated, where nil; without a result where none is.
  package func indicator(_ code: String, of period: Period?) throws -> (indicator: Instrument.Indicator, result: Evaluation.Result?) {
    try require(.readArchive)
    let period = try period ?? store.read { try store.evaluations($0).last?.period }
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
    try require(.evaluate)
    guard period.kind == .halfYear else { throw MonevFailure.notAHalfYear(period) }
    let source = source ?? Instrument.builtInSource
    let instrument = try InstrumentReader.read(source, from: file)
    try change { db, _, now in
      guard try store.evaluation(period, db) == nil else { throw MonevFailure.evaluationExists(period) }
      let stored = try store.instrument(instrument.name, version: instrument.version, db)
      if let stored, !stored.source.hasSameBytes(as: source) {
        throw MonevFailure.instrumentTaken(name: instrument.name, version: instrument.version)
      }
      let id = try stored?.id ?? store.insertInstrument(instrument, source: source, at: now, db)
      try store.insertEvaluation(period, instrumentID: id, by: actor().name, at: now, db)
      return Event(
        "monev buka", period.description,
        after: [Field("instrumen", .text(instrument.name)), Field("versi", .int(instrument.version))])
    }
    return instrument
  }

  /// Judges an indicator of an evaluation (the latest one, where `period` is nil); the half-year that it belongs to.
  package func judge(_ code: String, _ grade: Grade, evidence: [RecordNumber], note: String?, in period: Period?) throws -> Period {
    try require(.evaluate)
    var judged: Period?
    try change { db, _, now in
      let evaluation = try openEvaluation(period, db)
      let instrument = try store.instrument(of: evaluation, db)
      judged = evaluation.period
      guard let indicator = instrument[code] else {
        throw MonevFailure.unknownIndicator(code, nearest: Nearest.name(to: code, among: instrument.indicators.map(\.code)))
      }
      guard case .judged = indicator.method else { throw MonevFailure.computedIndicator(code) }
      guard indicator.grades.contains(grade) else { throw MonevFailure.gradeBetween(code) }
      guard !evidence.isEmpty || grade == .none else { throw MonevFailure.evidenceMissing(code) }
      for number in evidence {
        guard let record = try store.record(number, db), try isVisible(record) else { throw EngineFailure.unknownRecord(number) }
      }
      let numbers = Set(evidence).sorted { $0.value < $1.value }
      let old = try store.judgements(evaluation, db)[code]
      let new = Judgement(grade: grade, note: note, evidence: numbers)
      guard old != new else { return nil }
      try store.setJudgement(new, of: code, evaluation, by: actor().name, at: now, db)
      return Event("monev nilai", "\(evaluation.period) \(code)", before: old?.fields ?? [], after: new.fields)
    }
    return judged!
  }

  /// The scores of a half-year: as they are now, or as they were when activity 14 was finished. Figures that tell of excluded
  /// information are left out for those who may not see it.
  package func evaluate(_ period: Period) throws -> Evaluation {
    try require(.readArchive)
    let now = try now()
    return try store.read { db in
      guard let evaluation = try store.evaluation(period, db) else { throw MonevFailure.noEvaluation(period) }
      return try reader(at: now, db).evaluate(evaluation, seesExcluded: visibility().seesAllExcluded)
    }
  }

  /// The half-years that were opened, with their scores: the earlier ones to compare with.
  package func evaluations() throws -> [Evaluation] {
    try require(.readArchive)
    let now = try now()
    return try store.read { db in
      let reader = try reader(at: now, db)
      return try store.evaluations(db).map { try reader.evaluate($0, seesExcluded: visibility().seesAllExcluded) }
    }
  }

  /// Keeps what the program counted as it is now: what finishing activity 14 does, within its change.
  func closeEvaluation(_ period: Period, at now: LocalTime, _ db: Database) throws {
    guard let evaluation = try store.evaluation(period, db), evaluation.closed == nil else { return }
    let reader = try reader(at: now, db)
    let counts = try reader.counts(evaluation, store.instrument(of: evaluation, db))
    let rows = counts.flatMap { code, units in units.map { (indicator: code, unit: $0.key, count: $0.value) } }
    try store.closeEvaluation(evaluation, rows, at: now, db)
  }

  /// The indicators that nobody has judged yet; nil when the evaluation was not opened.
  func unscoredIndicators(_ period: Period, _ db: Database) throws -> [Instrument.Indicator]? {
    guard let evaluation = try store.evaluation(period, db) else { return nil }
    let judgements = try store.judgements(evaluation, db)
    return try store.instrument(of: evaluation, db).indicators.filter { indicator in
      if case .computed = indicator.method { false } else { judgements[indicator.code] == nil }
    }
  }

  // MARK: Shared

  private func reader(at now: LocalTime, _ db: Database) throws -> EvaluationReader {
    EvaluationReader(store: store, db: db, now: now, calendar: try calendar(db))
  }

  /// The evaluation of a half-year, or the latest; one that still changes.
  private func openEvaluation(_ period: Period?, _ db: Database) throws -> StoredEvaluation {
    let evaluations = try store.evaluations(db)
    guard let evaluation = evaluations.last(where: { period == nil || $0.period == period }) else {
      throw MonevFailure.noEvaluation(period)
    }
    guard evaluation.closed == nil else { throw MonevFailure.closed(evaluation.period) }
    return evaluation
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
