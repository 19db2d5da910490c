import PPIDValues

@testable import PPIDEngine

/// One command of an office, as a script would write it; units, periods and kinds by their names.
enum ModelCommand: Sendable, Equatable {
  case open(String, unlessOpen: Bool)
  case close(String)
  case excuse(String, from: String)
  case start(Int, unit: String?, period: String?)
  case finish(Int, unit: String?, period: String?)
  case decide(Int, yes: Bool, units: [String], period: String?, reason: String?, target: Int?)
  case acknowledge(String?)
  case send(unit: String?, period: String?, printed: Int?, isNil: Bool)
  case receive(Int, counted: Int?)
  case verify(unit: String?, period: String?)
  case advise(String)
  case stateNil(String, of: String, in: String)
  case expect(String, of: String)
  /// A record; `content` is its summary.
  case add(unit: String?, kind: String?, isFiled: Bool, content: Int)
  case edit(Int, content: Int)
  /// Gives a record the category, code, retention and place that 3 and 4 ask for.
  case file(Int)
  case withdraw(Int)
  case determine(String, unlessDone: Bool)
  case publish(String)
  case issue(ReportKind, String)
  /// Opens the half-year's evaluation and judges every indicator.
  case score(String)
  /// Takes whatever activity 15 has to decide on into the next 8.
  case acceptProposals
  case addUnit(String)
}

extension ModelCommand {
  /// Runs the command as the engine's person.
  func run(on engine: Engine, folder: String) throws {
    func code(_ text: String) -> UnitCode { UnitCode(text)! }
    func period(_ text: String) -> Period { Period(text)! }
    switch self {
    case .open(let name, let unlessOpen): _ = try engine.workflow.openCycle(period(name), unlessOpen: unlessOpen)
    case .close(let name): try engine.workflow.closeCycle(period(name))
    case .excuse(let unit, let name): try engine.workflow.excuse(code(unit), from: period(name), reason: "kantor pindah")
    case .start(let step, let unit, let name): _ = try engine.workflow.startStep(step, unit: unit.map(code), in: name.map(period))
    case .finish(let step, let unit, let name):
      _ = try engine.workflow.finishStep(step, unit: unit.map(code), in: name.map(period), note: "catatan")
    case .decide(let step, let yes, let units, let name, let reason, let target):
      _ = try engine.workflow.decideStep(step, yes: yes, units: units.map(code), in: name.map(period), reason: reason, target: target)
    case .acknowledge(let name): _ = try engine.workflow.acknowledge(12, in: name.map(period))
    case .send(let unit, let name, let printed, let isNil):
      _ = try engine.workflow.sendHandover(
        unit: unit.map(code), in: name.map(period), printed: printed.map { ($0, .sheets) }, isNil: isNil)
    case .receive(let number, let counted):
      _ = try engine.workflow.receiveHandover(HandoverNumber(number), counted: counted, difference: nil)
    case .verify(let unit, let name): _ = try engine.workflow.verify(unit: unit.map(code), in: name.map(period))
    case .advise(let name): try engine.workflow.advise("masukan", in: period(name))
    case .stateNil(let kind, let unit, let name): try engine.workflow.stateNil(kind, of: code(unit), in: period(name), reason: "tidak ada")
    case .expect(let kind, let unit): try engine.workflow.expect(kind, of: code(unit), category: .berkala)
    case .add(let unit, let kind, let isFiled, let content):
      var record = RecordContent(title: "Rekaman \(content)")
      record.summary = "isi \(content)"
      record.kind = kind
      if isFiled { ModelCommand.file(&record) }
      _ = try engine.records.addRecord(record, unit: unit.map(code))
    case .edit(let number, let content): _ = try engine.records.updateRecord(RecordNumber(number)) { $0.summary = "isi \(content)" }
    case .file(let number): _ = try engine.records.updateRecord(RecordNumber(number), ModelCommand.file)
    case .withdraw(let number): try engine.records.withdraw(RecordNumber(number), reason: "keliru")
    case .determine(let name, let unlessDone):
      _ = try engine.publicList.determine(period(name), number: nil, outsideCycle: nil, unlessDone: unlessDone)
    case .publish(let name): _ = try engine.publicList.publish(period(name), to: folder)
    case .issue(let kind, let name): _ = try engine.reports.issue(kind, period(name), unit: nil, number: nil)
    case .score(let name):
      for indicator in try engine.monev.openEvaluation(period(name), instrument: nil).indicators {
        guard case .judged = indicator.method else { continue }
        _ = try engine.monev.judge(indicator.code, Grade.none, evidence: [], note: nil, in: period(name))
      }
    case .acceptProposals:
      try engine.require(.evaluate)
      _ = try engine.monev.accept(try engine.texts(engine.monev.evaluationProposals()).compactMap { RecordNumber($0[0]) })
    case .addUnit(let unit): try engine.office.addUnit(code(unit), name: "Bagian \(unit)")
    }
  }

  private static func file(_ record: inout RecordContent) {
    record.category = .berkala
    record.code = "PR.01"
    record.activeRetention = "2 tahun"
    record.location = "Rak 1"
  }
}
