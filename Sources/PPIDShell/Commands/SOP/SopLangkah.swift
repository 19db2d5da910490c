import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let sopLangkah = Command(
    "sop langkah", needs: .anything,
    help: Phrase(
      id: "Satu kegiatan SOP: siapa, berapa lama, syarat selesai, dokumen, dan ke mana Y dan T.",
      en: "One activity of the SOP: who, how long, its gate, its documents, and where Y and T lead."),
    .step,
    Parameter<Period?>.option(
      "siklus",
      Phrase(
        id: "menurut edisi SOP siklus ini; tanpa ini edisi yang berlaku",
        en: "by this cycle's edition of the SOP; the current one, when left out")),
    gives: .record(columns), examples: [Example("sop langkah 7")]
  ) { session, number, cycle in
    let procedure = try cycle.map { try session.engine.workflow.procedure(of: $0) } ?? session.engine.workflow.procedure()
    guard let activity = procedure[number] else {
      throw WorkflowRefusal.unknownStep(number, count: procedure.activities.count)
    }
    let returns = activity.returns.map { place in place.reason.map { "\($0.rawValue): \(place.step)" } ?? "\(place.step)" }
    let next = procedure.next(after: activity)?.number ?? (activity.gate == .verdict ? procedure.activity(.determination).number : nil)
    let values: [Value] = [
      .int(activity.number), .text(activity.text), .text(activity.lane.rawValue), .optional(activity.decider?.rawValue),
      .text(activity.cycle.rawValue), .optional(activity.time), .optional(activity.gate?.meaning[session.language]),
      .optional(activity.output), activity.documents.isEmpty ? .null : .text(activity.documents.map(\.rawValue).joined(separator: ", ")),
      next.map(Value.int) ?? .null, returns.isEmpty ? .null : .text(returns.joined(separator: ", ")), .optional(activity.remark),
    ]
    return .record(Record(zip(columns, values).map { ($0.name, $1) }))
  }

  private static let columns = [
    Column("no", .int), Column("kegiatan", .text), Column("pelaksana", .text), Column("pemutus", .text), Column("siklus", .text),
    Column("waktu", .text), Column("syarat", .text), Column("output", .text), Column("dokumen", .text), Column("lanjut", .int),
    Column("tidak", .text), Column("keterangan", .text),
  ]
}
