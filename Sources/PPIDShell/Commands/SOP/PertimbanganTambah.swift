import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let pertimbanganTambah = Command(
    "pertimbangan tambah", needs: .advise,
    help: Phrase(
      id: "Mencatat masukan Tim Pertimbangan untuk laporan bulan itu (langkah 11).",
      en: "Records the input of Tim Pertimbangan on the month's report (step 11)."),
    Parameter<String>.argument("masukan", Phrase(id: "isi masukan", en: "the input")),
    Parameter<Period>.requiredOption("siklus", Phrase(id: "bulannya", en: "the month")),
    gives: .record([Column("siklus", .period), Column("masukan", .text)]),
    examples: [
      Example(
        "siklus buka 2026-11; pertimbangan tambah \"Laporan sudah lengkap.\" --siklus 2026-11",
        prints: "siklus 2026-11 dibuka\nmasukan Tim Pertimbangan untuk 2026-11 dicatat")
    ]
  ) { session, text, period in
    try session.engine.workflow.advise(text, in: period)
    return session.change(
      [("siklus", .period(period)), ("masukan", .text(text))],
      Phrase(id: "masukan Tim Pertimbangan untuk \(period) dicatat", en: "the input of Tim Pertimbangan on \(period) is recorded"))
  }
}
