import PPIDValues

extension WorkflowRefusal {
  package var message: Phrase {
    switch self {
    case .otherLane(let step, let lane):
      Phrase(
        id: "langkah \(step) adalah bagian \(lane.rawValue); yang boleh: \(lane.role.rawValue)",
        en: "step \(step) is the part of \(lane.rawValue); those who may: \(lane.role.rawValue)")
    case .ownWork(let step, let actor, let done):
      Phrase(
        id: "\(actor) menyelesaikan langkah \(done) putaran ini, jadi tidak boleh memutus langkah \(step) (pemisahan-tugas)",
        en: "\(actor) did step \(done) of this round, so may not decide step \(step) (pemisahan-tugas)")
    case .unitNeeded(let step):
      Phrase(id: "langkah \(step) dikerjakan per unit; unitnya belum disebut", en: "step \(step) is done for a unit, which is not named")
    case .unitNotAsked(let step):
      Phrase(id: "langkah \(step) bukan langkah unit", en: "step \(step) is not a unit's step")
    case .unitNotInCycle(let unit, let period):
      Phrase(id: "unit \(unit) tidak ikut siklus \(period)", en: "the unit \(unit) is not part of the cycle \(period)")
    case .excused(let unit, let period):
      Phrase(id: "unit \(unit) dikecualikan dari siklus \(period)", en: "the unit \(unit) is excused from the cycle \(period)")
    case .alreadyDecided(let unit, let period):
      Phrase(
        id: "penyerahan unit \(unit) bulan \(period) sudah diputus ya", en: "the delivery of the unit \(unit) in \(period) is decided ya")
    case .closed(let period): Phrase(id: "siklus \(period) sudah ditutup", en: "the cycle \(period) is closed")
    case .unfinished(let period, let step):
      Phrase(
        id: "siklus \(period) belum dapat ditutup: langkah \(step) belum selesai",
        en: "the cycle \(period) can't be closed yet: step \(step) is not done")
    case .unknownStep(let step, let count):
      Phrase(id: "SOP ini punya langkah 1 sampai \(count), bukan \(step)", en: "this SOP has the steps 1 to \(count), not \(step)")
    case .finishedOtherwise(let step, let command):
      Phrase(
        id: "langkah \(step) tidak dicentang; ia selesai dengan `\(command)`",
        en: "step \(step) isn't ticked off; `\(command)` finishes it")
    case .undecidable(let step): Phrase(id: "langkah \(step) tidak diputus", en: "step \(step) is not a decision")
    case .outOfOrder(let step, let period, let unit, let standing):
      WorkflowRefusal.outOfOrder(step, period, unit, standing)
    case .notReported(let step, _):
      Phrase(id: "langkah \(step) belum dilaporkan", en: "step \(step) is not reported yet")
    case .alreadyReported(let step, _):
      Phrase(id: "langkah \(step) sudah dilaporkan dan menunggu putusan", en: "step \(step) is reported and waits for its decision")
    case .otherHandover(let unit, let period):
      Phrase(
        id: "penyerahan unit \(unit) bulan \(period) masih berjalan", en: "the hand-over of the unit \(unit) for \(period) is under way")
    case .notUnderWay(let number, let state):
      Phrase(id: "\(number) sudah \(state.rawValue)", en: "\(number) is \(state.rawValue) already")
    case .laterEdition(let period, let later):
      Phrase(
        id: "bulan \(period) tidak dapat dibuka lagi: DIP \(later) sudah ditetapkan",
        en: "\(period) can't be opened again: the DIP of \(later) is determined already")
    case .notAcknowledgeable(let period):
      Phrase(id: "langkah 12 siklus \(period) belum selesai", en: "step 12 of the cycle \(period) is not done yet")
    case .alreadyAcknowledged(let period):
      Phrase(id: "laporan \(period) sudah diterima", en: "the report of \(period) is acknowledged already")
    case .needlessReason: Phrase(id: "alasan hanya untuk putusan tidak", en: "a reason belongs to the decision tidak only")
    case .needlessTarget: Phrase(id: "`--ke` hanya untuk putusan tidak", en: "`--ke` belongs to the decision tidak only")
    case .needlessUnits(let step):
      Phrase(id: "`--unit` hanya bila kembali ke langkah 1, bukan \(step)", en: "`--unit` is for going back to step 1, not to \(step)")
    case .noSuchTarget(let step, let allowed):
      Phrase(
        id: "putusan tidak di sini kembali ke langkah \(WorkflowRefusal.list(allowed)), bukan \(step)",
        en: "tidak leads back to step \(WorkflowRefusal.list(allowed)) here, not to \(step)")
    case .unknownReason(let reason):
      Phrase(
        id: "`\(reason)` bukan alasan; pilih: \(ReturnReason.words)", en: "`\(reason)` is no reason; choose: \(ReturnReason.words)")
    case .emptyText(let what): Phrase(id: "\(what.id) tidak boleh kosong", en: "\(what.en) must not be empty")
    case .unknownHandover(let number): Phrase(id: "tidak ada penyerahan \(number)", en: "there is no hand-over \(number)")
    case .nothingToHandOver(let unit):
      Phrase(
        id: "unit \(unit) tidak punya rekaman baru, berubah, atau ditarik sejak penyerahan terakhir",
        en: "the unit \(unit) has no record that is new, changed or withdrawn since its last delivery")
    case .somethingToHandOver(let unit):
      Phrase(
        id: "unit \(unit) punya rekaman yang harus diserahkan, jadi bukan nihil",
        en: "the unit \(unit) has records to hand over, so it is not nihil")
    case .countNeeded(let count, let unit):
      Phrase(
        id: "penyerahan ini memuat cetakan (\(count) \(unit.rawValue)); hitungannya belum disebut",
        en: "this hand-over has printed matter (\(count) \(unit.rawValue)), whose count is not named")
    case .nothingToCount:
      Phrase(id: "penyerahan ini tidak memuat cetakan", en: "this hand-over has no printed matter")
    case .expectedAlready(let unit, let kind):
      Phrase(id: "`\(kind)` sudah diwajibkan dari unit \(unit)", en: "`\(kind)` is expected of the unit \(unit) already")
    case .notExpected(let unit, let kind, _):
      Phrase(id: "`\(kind)` tidak diwajibkan dari unit \(unit)", en: "`\(kind)` is not expected of the unit \(unit)")
    case .saidNilAlready(let unit, let kind):
      Phrase(id: "nihil `\(kind)` unit \(unit) sudah dicatat", en: "nihil for `\(kind)` of the unit \(unit) is stated already")
    case .excludedExpectation:
      Phrase(id: "informasi yang dikecualikan tidak diwajibkan untuk DIP", en: "excluded information is not expected for the DIP")
    case .kindHasRecord(let unit, let kind):
      Phrase(
        id: "unit \(unit) punya rekaman berjenis `\(kind)`, jadi bukan nihil",
        en: "the unit \(unit) has a record of the kind `\(kind)`, so it is not nihil")
    case .gate(let step, let unit, let lacks):
      Phrase(
        id: "langkah \(step)\(unit.map { " (\($0))" } ?? "") belum dapat diselesaikan\(WorkflowRefusal.lines(lacks, .indonesian))",
        en: "step \(step)\(unit.map { " (\($0))" } ?? "") can't be finished yet\(WorkflowRefusal.lines(lacks, .english))")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .otherLane(_, let lane): Phrase(id: "minta \(lane.rawValue)", en: "ask \(lane.rawValue)")
    case .ownWork:
      Phrase(
        id: "minta orang lain memutus; kantor yang hanya satu orang: `atur pemisahan-tugas tidak`",
        en: "have somebody else decide; an office of one person: `atur pemisahan-tugas tidak`")
    case .unitNeeded: Phrase(id: "sebutkan dengan `--unit KODE`", en: "name it with `--unit CODE`")
    case .unitNotAsked: Phrase(id: "hilangkan `--unit`", en: "leave out `--unit`")
    case .unitNotInCycle:
      Phrase(id: "unit baru ikut mulai siklus berikutnya", en: "a new unit joins with the next cycle")
    case .excused, .alreadyDecided, .alreadyAcknowledged, .unknownStep, .unknownReason, .emptyText: nil
    case .closed, .notAcknowledgeable: Phrase(id: "lihat `siklus`", en: "see `siklus`")
    case .unfinished(let period, _): Phrase(id: "lihat `siklus \(period)`", en: "see `siklus \(period)`")
    case .finishedOtherwise: nil
    case .undecidable(let step): Phrase(id: "lihat `sop langkah \(step)`", en: "see `sop langkah \(step)`")
    case .outOfOrder(let step, _, let unit, _):
      Phrase(
        id: "lihat `\(unit == nil ? "siklus" : "antrean --semua")` dan `sop langkah \(step)`",
        en: "see `\(unit == nil ? "siklus" : "antrean --semua")` and `sop langkah \(step)`")
    case .notReported(let step, let track):
      Phrase(
        id: "laporkan dulu: `langkah selesai \(step)\(track.unit.map { " --unit \($0)" } ?? "")`",
        en: "report it first: `langkah selesai \(step)\(track.unit.map { " --unit \($0)" } ?? "")`")
    case .alreadyReported(let step, let track):
      Phrase(
        id: "putuskan dengan `langkah putus \(step) ya|tidak\(track.unit.map { " --unit \($0)" } ?? "")`",
        en: "decide it with `langkah putus \(step) ya|tidak\(track.unit.map { " --unit \($0)" } ?? "")`")
    case .otherHandover(let unit, let period):
      Phrase(
        id: "tunggu putusannya: `siklus \(period) | saring unit == \"\(unit)\"`",
        en: "wait for its decision: `siklus \(period) | saring unit == \"\(unit)\"`")
    case .notUnderWay(let number, _): Phrase(id: "lihat `serah lihat \(number)`", en: "see `serah lihat \(number)`")
    case .laterEdition(_, let later):
      Phrase(
        id: "perbaiki dalam siklus sesudah \(later), atau kembalikan ke langkah 10 dengan `--ke 10`",
        en: "mend it in the cycle after \(later), or send it back to step 10 with `--ke 10`")
    case .needlessReason: Phrase(id: "hilangkan `--alasan`", en: "leave out `--alasan`")
    case .needlessTarget: Phrase(id: "hilangkan `--ke`", en: "leave out `--ke`")
    case .needlessUnits: Phrase(id: "hilangkan `--unit`", en: "leave out `--unit`")
    case .noSuchTarget(_, let allowed):
      Phrase(id: "tulis `--ke \(allowed.first ?? 1)`", en: "write `--ke \(allowed.first ?? 1)`")
    case .unknownHandover: Phrase(id: "lihat `serah`", en: "see `serah`")
    case .nothingToHandOver: Phrase(id: "sebutkan dengan `--nihil`", en: "say so with `--nihil`")
    case .somethingToHandOver: Phrase(id: "hilangkan `--nihil`", en: "leave out `--nihil`")
    case .countNeeded(let count, _): Phrase(id: "sebutkan dengan `--hitung \(count)`", en: "name it with `--hitung \(count)`")
    case .nothingToCount: Phrase(id: "hilangkan `--hitung`", en: "leave out `--hitung`")
    case .expectedAlready, .saidNilAlready: Phrase(id: "lihat `wajib`", en: "see `wajib`")
    case .notExpected(_, let kind, let expected):
      Nearest.name(to: kind, among: expected).map { Phrase(id: "maksud Anda `\($0)`?", en: "did you mean `\($0)`?") }
        ?? Phrase(id: "lihat `wajib`", en: "see `wajib`")
    case .excludedExpectation:
      Phrase(id: "pilih berkala, serta-merta, atau setiap-saat", en: "choose berkala, serta-merta or setiap-saat")
    case .kindHasRecord: Phrase(id: "lihat `arsip`", en: "see `arsip`")
    // Each line of the message says what to do.
    case .gate: nil
    }
  }

  private static func outOfOrder(_ step: Int, _ period: Period?, _ unit: UnitCode?, _ standing: Track?) -> Phrase {
    let whose = unit.map { " (\($0))" } ?? ""
    guard let standing else {
      let open = Phrase(
        id: period.map { "dalam siklus \($0)" } ?? "dalam siklus yang terbuka",
        en: period.map { "in the cycle \($0)" } ?? "in an open cycle")
      return Phrase(
        id: "langkah \(step)\(whose) tidak menunggu siapa pun \(open.id)", en: "step \(step)\(whose) waits for nobody \(open.en)")
    }
    let state = standing.since == nil ? Phrase(id: "belum terbuka", en: "not open yet") : Phrase(standing.state.rawValue)
    return Phrase(
      id: "langkah \(step)\(whose) bukan gilirannya: \(standing.period) sedang di langkah \(standing.step) (\(state.id))",
      en: "it is not the turn of step \(step)\(whose): \(standing.period) stands at step \(standing.step) (\(state.en))")
  }

  private static func lines(_ lacks: [Lack], _ language: Language) -> String {
    lacks.map { "\n- \($0.message[language]); \($0.remedy[language])" }.joined()
  }

  private static func list(_ steps: [Int]) -> String { steps.map(String.init).joined(separator: "/") }
}

extension ReturnReason {
  fileprivate static var words: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
