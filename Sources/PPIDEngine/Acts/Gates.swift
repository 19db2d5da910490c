import OrderedCollections
import PPIDValues

/// What must be true in the archive before activities are finished: see ``Gate``.
struct Gates {
  let inquiry: Inquiry

  private var steps: StepRows { StepRows(db: inquiry.db) }
  private var handovers: HandoverRows { HandoverRows(db: inquiry.db) }

  /// Throws with everything that is missing before the activity can be finished.
  func check(_ turn: Turn, note: String?) throws {
    let lacks = try lacks(turn, note: note)
    guard lacks.isEmpty else {
      throw WorkflowRefusal.gate(step: turn.activity.number, turn.track.unit, lacks)
    }
  }

  private func lacks(_ turn: Turn, note: String?) throws -> [Lack] {
    guard let gate = turn.activity.gate else { return [] }
    let track = turn.track
    switch gate {
    case .collection: return try turn.unit.map { try missingKinds(of: $0, turn.cycle) } ?? []
    case .category: return try missingCategories(track)
    case .filing: return try missingFiling(track)
    case .verification:
      guard try !steps.hasVerification(of: track) else { return [] }
      return [
        Lack(
          Phrase(id: "pemeriksaan putaran \(track.round) belum dijalankan", en: "the checks of round \(track.round) have not run"),
          remedy: Phrase("`verifikasi --unit \(track.unit?.text ?? "") --siklus \(track.period)`"))
      ]
    case .acceptance:
      let last = try steps.lastEvent([.yes, .no], step: turn.activity.number, of: track) ?? 0
      guard try !steps.hasAdvice(for: turn.cycle, after: last) else { return [] }
      return [
        Lack(
          Phrase(id: "masukan Tim Pertimbangan belum ada", en: "there is no input of Tim Pertimbangan yet"),
          remedy: Phrase("`pertimbangan tambah \"…\" --siklus \(track.period)`"))
      ]
    case .handingOver, .receipt, .verdict, .determination, .publication: return []
    case .monthlyReport: return try missingReport(.monthly, of: track)
    case .managementReport: return try missingReport(.management, of: track)
    case .evaluation:
      guard try note == nil && !EvaluationRules(inquiry: inquiry).evaluationWritten(track.period) else { return [] }
      return [
        Lack(
          Phrase(id: "evaluasi belum ditulis", en: "no evaluation is written yet"),
          remedy: Phrase(
            id: "`monev temuan tambah \"…\"`, atau sebutkan `--catatan \"…\"`",
            en: "`monev temuan tambah \"…\"`, or give a `--catatan \"…\"`"))
      ]
    case .scoring: return try missingScores(track.period)
    case .proposals: return try undecidedProposals()
    }
  }

  /// Gate of activity 14: every indicator has its grade. Those that the program counts have theirs.
  private func missingScores(_ period: Period) throws -> [Lack] {
    guard let unscored = try EvaluationRules(inquiry: inquiry).unscoredIndicators(period) else {
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
  private func undecidedProposals() throws -> [Lack] {
    let most = 5
    let (first, count) = try PublicInputRows(db: inquiry.db).openProposals(naming: most)
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
  private func missingReport(_ kind: ReportKind, of track: Track) throws -> [Lack] {
    guard try DocumentRules(inquiry: inquiry).latestDocument(kind, track.period, unit: nil, round: track.round) == nil else { return [] }
    return [
      Lack(
        Phrase(id: "\(kind.title.id) belum diterbitkan", en: "the \(kind.title.en) is not issued yet"),
        remedy: Phrase("`laporan \(kind.rawValue) \(track.period) --terbitkan`"))
    ]
  }

  /// Gate of activity 1: kinds that are expected have a living record, or a reason why not.
  private func missingKinds(of unit: StoredUnit, _ cycle: Cycle) throws -> [Lack] {
    let expected = try steps.expectedKinds(of: unit.id)
    let nothing = try steps.nilStatements(of: unit.id, in: cycle)
    if expected.isEmpty {
      let isMet = try steps.isListed(unitID: unit.id) || steps.hasLivingRecord(unitID: unit.id) || !nothing.isEmpty
      guard !isMet else { return [] }
      return [
        Lack(
          Phrase(id: "unit \(unit.code) belum punya rekaman", en: "the unit \(unit.code) has no record"),
          remedy: Gates.remedy("arsip tambah \"…\" --unit \(unit.code)", orNil: "semua", of: unit, cycle))
      ]
    }
    let living = try Set(steps.livingKinds(of: unit.id).map(ExpectedKind.folded))
    return expected.filter { !living.contains($0.folded) && !nothing.contains($0.folded) }.map { kind in
      Lack(
        Phrase(id: "belum ada rekaman berjenis \"\(kind.text)\"", en: "there is no record of the kind \"\(kind.text)\""),
        remedy: Gates.remedy(
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

  private func missingCategories(_ track: Track) throws -> [Lack] {
    let records = try handedOver(track)
    return Gates.lacks(records, CategoryCheck.fault) + Gates.lacks(records, ExclusionCheck.fault)
  }

  private func missingFiling(_ track: Track) throws -> [Lack] {
    let records = try handedOver(track)
    return Gates.lacks(records, CodeCheck.fault)
      + Gates.lacks(records) { record in
        guard record.retention.active == nil else { return nil }
        return CheckFault(
          message: Phrase(id: "retensi belum ada", en: "there is no retention yet"),
          remedy: Phrase("`arsip ubah \(record.number) --retensi-aktif \"…\"`"))
      }
      + Gates.lacks(records, LocationCheck.fault)
  }

  /// The living records of the hand-over that is under way.
  private func handedOver(_ track: Track) throws -> [CheckedRecord] {
    guard let handover = try handovers.openHandover(of: track) else { return [] }
    return try Checks(inquiry: inquiry).checked(handovers.livingItems(of: handover.number))
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
