import GRDB
import OrderedCollections
import PPIDValues

extension Engine {
  /// Throws with everything that is missing before the activity can be finished.
  func checkGate(_ turn: Turn, note: String?, _ db: Database) throws {
    let lacks = try lacks(turn, note: note, db)
    guard lacks.isEmpty else {
      throw WorkflowRefusal.gate(step: turn.activity.number, turn.track.unit, lacks)
    }
  }

  private func lacks(_ turn: Turn, note: String?, _ db: Database) throws -> [Lack] {
    guard let gate = turn.activity.gate else { return [] }
    let track = turn.track
    switch gate {
    case .collection: return try turn.unit.map { try missingKinds(of: $0, turn.cycle, db) } ?? []
    case .category: return try missingCategories(track, db)
    case .filing: return try missingFiling(track, db)
    case .verification:
      guard try !store.hasVerification(of: track, db) else { return [] }
      return [
        Lack(
          Phrase(id: "pemeriksaan putaran \(track.round) belum dijalankan", en: "the checks of round \(track.round) have not run"),
          remedy: Phrase("`verifikasi --unit \(track.unit?.text ?? "") --siklus \(track.period)`"))
      ]
    case .acceptance:
      let last = try store.lastEvent([.yes, .no], step: turn.activity.number, of: track, db) ?? 0
      guard try !store.hasAdvice(for: turn.cycle, after: last, db) else { return [] }
      return [
        Lack(
          Phrase(id: "masukan Tim Pertimbangan belum ada", en: "there is no input of Tim Pertimbangan yet"),
          remedy: Phrase("`pertimbangan tambah \"…\" --siklus \(track.period)`"))
      ]
    case .handingOver, .receipt, .verdict, .determination, .publication: return []
    case .monthlyReport: return try missingReport(.monthly, of: track, db)
    case .managementReport: return try missingReport(.management, of: track, db)
    case .evaluation:
      guard try note == nil && !evaluationWritten(track.period, db) else { return [] }
      return [
        Lack(
          Phrase(id: "evaluasi belum ditulis", en: "no evaluation is written yet"),
          remedy: Phrase(
            id: "`monev temuan tambah \"…\"`, atau sebutkan `--catatan \"…\"`",
            en: "`monev temuan tambah \"…\"`, or give a `--catatan \"…\"`"))
      ]
    case .scoring: return try missingScores(track.period, db)
    case .proposals: return try undecidedProposals(db)
    }
  }

  /// Gate of activity 14: every indicator has its grade. Those that the program counts have theirs.
  private func missingScores(_ period: Period, _ db: Database) throws -> [Lack] {
    guard let unscored = try unscoredIndicators(period, db) else {
      return [Lack(MonevFailure.noEvaluation(period).message, remedy: Phrase("`monev buka \(period)`"))]
    }
    return unscored.map { indicator in
      Lack(
        Phrase(
          id: "\(indicator.code) belum dinilai: \(indicator.title)", en: "\(indicator.code) is not scored yet: \(indicator.title)"),
        remedy: Phrase("`monev nilai \(indicator.code) … --bukti A-… --periode \(period)`"))
    }
  }

  /// Gate of activity 15: nothing waits for a decision.
  private func undecidedProposals(_ db: Database) throws -> [Lack] {
    let most = 5
    let (first, count) = try store.openProposals(naming: most, db)
    guard let one = first.first else { return [] }
    let named = first.joined(separator: ", ")
    // What the public asked for becomes a unit's duty.
    let acceptance = one.hasPrefix(PublicInputKind.letter) ? "monev tetapkan \(one) --unit …" : "monev tetapkan \(one)"
    let more = count - first.count
    let words = Phrase(
      id: "\(named)\(more > 0 ? " dan \(more) lagi" : ""): usulan belum diputus",
      en: "\(named)\(more > 0 ? " and \(more) more" : ""): the proposal is not decided yet")
    return [
      Lack(
        words,
        remedy: Phrase(
          id: "`\(acceptance)` atau `monev tolak \(one) --alasan \"…\"`; semuanya ada di `monev usulan`",
          en: "`\(acceptance)` or `monev tolak \(one) --alasan \"…\"`; all of them are in `monev usulan`"))
    ]
  }

  /// The report that is issued beforehand, in each round.
  private func missingReport(_ kind: ReportKind, of track: Track, _ db: Database) throws -> [Lack] {
    guard try latestDocument(kind, track.period, unit: nil, round: track.round, db) == nil else { return [] }
    return [
      Lack(
        Phrase(id: "\(kind.title.id) belum diterbitkan", en: "the \(kind.title.en) is not issued yet"),
        remedy: Phrase("`laporan \(kind.rawValue) \(track.period) --terbitkan`"))
    ]
  }

  /// Gate of activity 1: kinds that are expected have a living record, or a reason why not.
  private func missingKinds(of unit: StoredUnit, _ cycle: Cycle, _ db: Database) throws -> [Lack] {
    let expected = try store.expectedKinds(of: unit.id, db)
    let nothing = try store.nilStatements(of: unit.id, in: cycle, db)
    if expected.isEmpty {
      let isMet = try store.isListed(unitID: unit.id, db) || store.hasLivingRecord(unitID: unit.id, db) || !nothing.isEmpty
      guard !isMet else { return [] }
      return [
        Lack(
          Phrase(id: "unit \(unit.code) belum punya rekaman", en: "the unit \(unit.code) has no record"),
          remedy: Engine.remedy("arsip tambah \"…\" --unit \(unit.code)", orNil: "semua", of: unit, cycle))
      ]
    }
    let living = try Set(store.livingKinds(of: unit.id, db).map(ExpectedKind.folded))
    return expected.filter { !living.contains($0.folded) && !nothing.contains($0.folded) }.map { kind in
      Lack(
        Phrase(id: "belum ada rekaman berjenis \"\(kind.text)\"", en: "there is no record of the kind \"\(kind.text)\""),
        remedy: Engine.remedy(
          "arsip tambah \"…\" --unit \(unit.code) --jenis \"\(kind.text)\" --kategori \(kind.category.rawValue)", orNil: kind.text,
          of: unit, cycle))
    }
  }

  /// The record is added, or a reason is stated why there is none.
  private static func remedy(_ command: String, orNil kind: String, of unit: StoredUnit, _ cycle: Cycle) -> Phrase {
    let statement = "wajib nihil \(unit.code) \"\(kind)\" --siklus \(cycle.period) --alasan \"…\""
    return Phrase(
      id: "`\(command)`, atau bila memang tidak ada: `\(statement)`", en: "`\(command)`, or if there is none: `\(statement)`")
  }

  private func missingCategories(_ track: Track, _ db: Database) throws -> [Lack] {
    let records = try handedOver(track, db)
    return Engine.lacks(records, CategoryCheck.fault) + Engine.lacks(records, ExclusionCheck.fault)
  }

  private func missingFiling(_ track: Track, _ db: Database) throws -> [Lack] {
    let records = try handedOver(track, db)
    return Engine.lacks(records, CodeCheck.fault)
      + Engine.lacks(records) { record in
        guard record.retention.active == nil else { return nil }
        return CheckFault(
          message: Phrase(id: "retensi belum ada", en: "there is no retention yet"),
          remedy: Phrase("`arsip ubah \(record.number) --retensi-aktif \"…\"`"))
      }
      + Engine.lacks(records, LocationCheck.fault)
  }

  /// The living records of the hand-over that is under way.
  private func handedOver(_ track: Track, _ db: Database) throws -> [CheckedRecord] {
    guard let handover = try store.openHandover(of: track, db) else { return [] }
    return try checked(store.livingItems(of: handover.number, db), db)
  }

  /// Records with the same fault make one line: the first few by number, and how many more there are.
  private static func lacks(_ records: [CheckedRecord], _ fault: (CheckedRecord) -> CheckFault?) -> [Lack] {
    let faults = records.compactMap { record in fault(record).map { (record: record, fault: $0) } }
    let kinds = OrderedDictionary(grouping: faults) { $0.fault.message }
    return kinds.map { message, faults in
      let named = faults.prefix(5).map(\.record.number.description).joined(separator: ", ")
      let more = max(0, faults.count - 5)
      return Lack(
        Phrase(
          id: "\(named)\(more > 0 ? " dan \(more) lagi" : ""): \(message.id)",
          en: "\(named)\(more > 0 ? " and \(more) more" : ""): \(message.en)"),
        remedy: faults[0].fault.remedy)
    }
  }
}
