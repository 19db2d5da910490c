import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  /// A command for each document that the SOP names; they differ in what they tell.
  static let laporanJenis = ReportKind.allCases.map { kind in
    Command(
      "laporan \(kind.rawValue)", needs: .readArchive, help: kind.help,
      Parameter<Period>.argument(
        "periode",
        kind.span == .month
          ? Phrase(id: "bulan, seperti 2026-11", en: "the month, like 2026-11")
          : Phrase(id: "semester, seperti 2026-S2", en: "the half-year, like 2026-S2")),
      Parameter<UnitCode?>.option(
        "unit",
        kind.isOfUnits
          ? Phrase(id: "unit yang menyerahkan; tanpa ini unit Anda, atau semua", en: "the unit that hands over; if left out yours, or all")
          : Phrase(id: "tidak dipakai: dokumen ini milik seluruh kantor", en: "not used: this document is the whole office's")),
      Parameter<Int?>.option(
        "putaran", Phrase(id: "putaran yang dokumennya sudah terbit", en: "a round whose document was issued")),
      Parameter<String?>.option(
        "ke", Phrase(id: "berkas .html, .md, .csv, atau .json yang ditulis", en: "the .html, .md, .csv or .json file to write")),
      Parameter<Bool>.flag("terbitkan", Phrase(id: "membekukan dokumen untuk selamanya", en: "freezes the document for ever")),
      Parameter<String?>.option("nomor", Phrase(id: "nomor dokumen yang diterbitkan", en: "the issued document's number")),
      gives: .record(reportColumns), examples: [kind.example]
    ) { session, period, unit, round, path, isIssuing, number in
      try session.report(kind, period, unit: unit, round: round, path: path, isIssuing: isIssuing, number: number)
    }
  }

  /// What documents are for scripts.
  static let reportColumns = [
    Column("dokumen", .text), Column("judul", .text), Column("periode", .period), Column("unit", .text), Column("putaran", .int),
    Column("nomor", .text), Column("tanggal", .date), Column("terbit", .bool), Column("bagian", .list),
  ]
}

extension Session {
  fileprivate func report(
    _ kind: ReportKind, _ period: Period, unit: UnitCode?, round: Int?, path: String?, isIssuing: Bool, number: String?
  ) throws -> Value {
    if number != nil, !isIssuing {
      throw Failure(
        Phrase(id: "pratinjau tidak bernomor", en: "a preview has no number"),
        advice: Phrase(id: "terbitkan dengan `--terbitkan`", en: "issue it with `--terbitkan`"))
    }
    if round != nil, isIssuing {
      throw Failure(
        Phrase(id: "yang diterbitkan selalu putaran yang sekarang", en: "what is issued is always the present round"),
        advice: Phrase(id: "hilangkan `--putaran`", en: "leave out `--putaran`"))
    }
    let form = try path.map(form(endingOf:))
    let issued = isIssuing ? try engine.reports.issue(kind, period, unit: unit, number: number) : nil
    let report = try engine.reports.report(kind, period, unit: unit, round: round)
    if let path, let form { try write(report, as: form, to: path) }
    let sentence: Phrase
    if let issued {
      let number = issued.number.map { Phrase(id: " dengan nomor \($0)", en: " under the number \($0)") } ?? Phrase("")
      let file = path.map { Phrase(id: " dan ditulis ke \($0)", en: " and written to \($0)") } ?? Phrase("")
      sentence = Phrase(
        id: "\(kind.title.id) \(period) diterbitkan sebagai \(issued.name)\(number.id)\(file.id)",
        en: "\(kind.title.en) \(period) issued as \(issued.name)\(number.en)\(file.en)")
    } else if let path {
      sentence = Phrase(id: "\(kind.title.id) \(period) ditulis ke \(path)", en: "\(kind.title.en) \(period) written to \(path)")
    } else {
      sentence = try text(of: report)
    }
    return try value(of: report, sentence: sentence)
  }
}

extension Session {
  /// The report as people read it on the terminal.
  func text(of report: Report) throws -> Phrase {
    let view = ReportView(report, OutputSettings(width: console.width ?? ReportView.pageWidth, language: language)) { list in
      self.table(try self.engine.reports.list(list).limited(to: ReportView.shownRows))
    }
    return Phrase(try view.text())
  }

  /// The report as a command's value, told by `sentence`.
  func value(of report: Report, sentence: Phrase) throws -> Value {
    let record = try report.value(language) { table(try engine.reports.list($0)) }
    return change(zip(record.names, record.values).map { ($0, $1) }, sentence)
  }

  /// Writes a report to a file in the form that the file's name asks for.
  func write(_ report: Report, to path: String) throws {
    try write(report, as: form(endingOf: path), to: path)
  }

  fileprivate func form(endingOf path: String) throws -> ReportForm {
    guard let form = ReportForm(endingOf: path) else { throw ReportFailure.unknownForm(path: path) }
    return form
  }

  fileprivate func write(_ report: Report, as form: ReportForm, to path: String) throws {
    let file = try StagedFile(path: path)
    // An issued document is the same whoever asks for it, in the office's language.
    try engine.reports.write(report, as: form, in: report.isIssued ? .indonesian : language) { try file.write($0.utf8) }
    try file.close()
    try engine.stage(file)
  }
}

extension ReportKind {
  fileprivate var example: Example {
    switch self {
    case .collection, .receipt, .controlCard, .classification: Example("laporan \(rawValue) 2026-11 --unit SETDA")
    case .monthly:
      Example(
        "laporan bulanan 2026-11 --ke bulanan.html",
        prints: "Laporan Bulanan Ketersediaan Informasi 2026-11 ditulis ke bulanan.html")
    case .list:
      Example(
        """
        dip tetapkan 2026-11 --nomor "KEP-11" --di-luar-siklus "tanpa siklus"; \
        laporan dip 2026-11 --terbitkan --nomor "KEP-11"
        """,
        prints: """
          DIP 2026-11 ditetapkan dengan nomor KEP-11: 3 informasi (1 baru, 0 berubah, 0 hapus)
          Daftar Informasi Publik 2026-11 diterbitkan sebagai D-9 dengan nomor KEP-11
          """)
    case .management: Example("laporan pengelolaan 2026-11")
    case .evaluation: Example("laporan monev 2026-S2")
    }
  }

  fileprivate var help: Phrase {
    let (tells, telling) =
      switch self {
      case .collection:
        ("apa yang dimiliki unit, menurut jenis informasi", "what a unit has, by kind of information")
      case .receipt: ("apa yang diserahkan unit kepada Tim Sekretariat", "what a unit handed over to the secretariat")
      case .controlCard: ("di mana tiap informasi berada dan pada revisi ke berapa", "where each record is, and in which revision")
      case .classification: ("kategori tiap unit, dan apa yang belum lengkap", "the categories of each unit, and what is incomplete")
      case .monthly: ("penyerahan, DIP, dan ketersediaan informasi sebulan", "a month's deliveries, DIP and availability of information")
      case .list: ("DIP sebulan dengan tujuh kolom menurut PerKI 1/2021", "a month's DIP with the seven columns of PerKI 1/2021")
      case .management: ("bagaimana informasi dikelola dan dipelihara sebulan", "how information was managed and kept in a month")
      case .evaluation: ("nilai, temuan, dan rekomendasi satu semester", "the scores, findings and recommendations of a half-year")
      }
    return Phrase(
      id:
        "\(title.id): \(tells). Yang sudah terbit tampil seperti saat terbit; selain itu pratinjau. `--terbitkan` membekukannya untuk selamanya.",
      en:
        "\(title.en): \(telling). What was issued is shown as it was then; anything else is a preview. `--terbitkan` freezes it for ever.")
  }
}
