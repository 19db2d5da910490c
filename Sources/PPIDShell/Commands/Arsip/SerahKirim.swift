import PPIDEngine
import PPIDScript
import PPIDValues

extension PrintedUnit: ChoiceArgument {}

extension Command {
  static let serahKirim = Command(
    "serah kirim", needs: .deliver,
    help: Phrase(
      id: """
        Langkah 2: menyerahkan rekaman unit yang baru, berubah, atau ditarik sejak penyerahan terakhirnya. Berkasnya beku sampai \
        diterima.
        """,
      en: """
        Step 2: hands over the unit's records that are new, changed or withdrawn since its last delivery. Their files are frozen \
        until receipt.
        """),
    .stepUnit, .cycle,
    Parameter<Int?>.option("cetak", Phrase(id: "jumlah cetakan yang ikut", en: "how many printed copies go with it")),
    Parameter<PrintedUnit?>.option("satuan", Phrase(id: "satuan cetakan", en: "what the printed copies are")),
    Parameter<String?>.option(
      "paket",
      Phrase(id: "folder baru untuk paket BagIt: daftar dan berkasnya", en: "a new folder for a BagIt package: the list and its files")
    ).completing(.folders),
    Parameter<Bool>.flag("nihil", Phrase(id: "menyatakan tidak ada yang diserahkan", en: "says that there is nothing to hand over")),
    gives: .record(columns),
    examples: [
      Example(
        "siklus buka 2026-11; langkah selesai 1 --unit SETDA; serah kirim --unit SETDA --cetak 2 --satuan jilid",
        prints: """
          siklus 2026-11 dibuka
          langkah 1 (SETDA) selesai, lanjut ke 2
          ST-2 dikirim: 3 rekaman, 2 jilid
          """)
    ]
  ) { session, unit, cycle, printed, printedUnit, package, isNil in
    let outcome = try session.engine.workflow.sendHandover(
      unit: unit, in: cycle, printed: try copies(printed, printedUnit), isNil: isNil, package: package)
    let copies = printed.map { ", \($0) \((printedUnit ?? .sheets).rawValue)" } ?? ""
    return session.change(
      handoverFields(outcome),
      outcome.count == 0
        ? Phrase(id: "\(outcome.number) dikirim: nihil\(copies)", en: "\(outcome.number) sent: nihil\(copies)")
        : Phrase(
          id: "\(outcome.number) dikirim: \(outcome.count) rekaman\(copies)",
          en: "\(outcome.number) sent: \(outcome.count) records\(copies)"))
  }

  private static let columns = [
    Column("nomor", .text), Column("siklus", .period), Column("unit", .text), Column("isi", .int), Column("putaran", .int),
  ]

  static func handoverFields(_ outcome: HandoverOutcome) -> [(name: String, value: Value)] {
    [
      ("nomor", .text(outcome.number.description)), ("siklus", .period(outcome.track.period)),
      ("unit", outcome.track.unit.map { .text($0.text) } ?? .null), ("isi", .int(outcome.count)), ("putaran", .int(outcome.track.round)),
    ]
  }

  private static func copies(_ count: Int?, _ unit: PrintedUnit?) throws -> (count: Int, unit: PrintedUnit)? {
    switch (count, unit) {
    case (nil, nil): return nil
    case (nil, .some):
      throw ArgumentProblem(
        parameter: "satuan", reason: Phrase(id: "jumlahnya disebut dengan `--cetak`", en: "its number is named with `--cetak`"))
    case (let count?, let unit):
      guard count > 0 else {
        throw ArgumentProblem(parameter: "cetak", reason: Phrase(id: "harus lebih dari nol", en: "must be more than zero"))
      }
      return (count, unit ?? .sheets)
    }
  }
}
