import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let dipTetapkan = Command(
    "dip tetapkan", needs: .determine,
    help: Phrase(
      id: "Langkah 8: menetapkan DIP bulan itu sebagai edisi bernomor yang tidak dapat diubah lagi.",
      en: "Activity 8: determines the month's DIP as a numbered edition that can't be changed any more."),
    Parameter<Period>.argument("periode", Phrase(id: "bulan, seperti 2026-11", en: "the month, like 2026-11")),
    Parameter<String?>.option("nomor", Phrase(id: "nomor keputusan", en: "the decision's number")),
    Parameter<String?>.option("di-luar-siklus", Phrase(id: "alasan menetapkan tanpa siklus", en: "why it is determined without a cycle")),
    Parameter<Bool>.flag("bila-belum", Phrase(id: "tidak apa-apa bila sudah ditetapkan", en: "do nothing when it is determined already")),
    gives: .record(columns),
    examples: [
      Example(
        "dip tetapkan 2026-11 --nomor \"KEP-11\" --di-luar-siklus \"siklus belum dipakai\"",
        prints: "DIP 2026-11 ditetapkan dengan nomor KEP-11: 3 informasi (1 baru, 0 berubah, 0 hapus)")
    ]
  ) { session, period, number, outsideCycle, unlessDone in
    let result = try session.engine.publicList.determine(period, number: number, outsideCycle: outsideCycle, unlessDone: unlessDone)
    let edition = result.edition
    let values: [Value] = [
      .text(edition.name), .text(edition.number), .bool(result.counts != nil), .int(result.counts?.added ?? 0),
      .int(result.counts?.changed ?? 0), .int(result.counts?.removed ?? 0),
    ]
    return session.change(zip(columns, values).map { ($0.name, $1) }, sentence(edition, result.counts))
  }

  private static let columns = [
    Column("edisi", .text), Column("nomor", .text), Column("ditetapkan", .bool), Column("baru", .int), Column("berubah", .int),
    Column("hapus", .int),
  ]

  private static func sentence(_ edition: Edition, _ counts: EditionCounts?) -> Phrase {
    guard let counts else {
      return Phrase(
        id: "DIP \(edition.name) sudah ditetapkan dengan nomor \(edition.number)",
        en: "the DIP \(edition.name) is determined already, under the number \(edition.number)")
    }
    return Phrase(
      id:
        "DIP \(edition.name) ditetapkan dengan nomor \(edition.number): \(counts.total) informasi (\(counts.added) baru, \(counts.changed) berubah, \(counts.removed) hapus)",
      en:
        "DIP \(edition.name) determined under the number \(edition.number): \(counts.total) entries (\(counts.added) new, \(counts.changed) changed, \(counts.removed) removed)"
    )
  }
}
