import PPIDValues

/// What the pages say.
extension SiteBuilder {
  /// A whole page around `text`.
  func frame(_ page: SitePage, title: String, _ text: String) -> String {
    var values: [String: Any] = [
      "judul": title, "kantor": site.office, "akar": page.root, "rumah": page.home, "padanan": page.root + page.counterpart.path,
      "isi": text,
      "di_beranda": page.folder.isEmpty, "di_daftar": page.folder == "daftar", "di_edisi": page.folder == "edisi",
    ]
    if let address = site.address { values["alamat"] = address }
    if let base = site.base { values["kanonik"] = "\(base)/\(page.path)" }
    return templates.text(.frame, values, in: page.language)
  }

  // MARK: Records

  func text(of record: PublishedRecord, _ language: Language) -> String {
    let category = Category(rawValue: record["kategori"])
    var fields: [[String: Any]] = []
    func add(_ word: String, _ value: String, isLegal: Bool = true) {
      guard !value.isEmpty || isLegal else { return }
      let shown = value.isEmpty ? SiteWords["tidak_disebut"][language] : value
      fields.append(["nama": SiteWords[word][language], "nilai": shown, "asli": !value.isEmpty])
    }
    add("uraian", record["ringkasan"])
    add("jenis", record["jenis"], isLegal: false)
    add("penguasa_panjang", record["penguasa"])
    add("penanggung_jawab_panjang", record["penanggung_jawab"])
    add("waktu", record["waktu"].isEmpty ? record["tanggal"].isEmpty ? record["tahun"] : day(record, language) : record["waktu"])
    add("tempat", record["tempat"])
    add("bentuk", record["bentuk"])
    add("retensi_aktif", record["retensi_aktif"])
    add("retensi_inaktif", record["retensi_inaktif"], isLegal: false)
    var values: [String: Any] = [
      "rumah": "../", "nomor": record["nomor"], "judul": record["judul"], "kategori": record["kategori"],
      "nama_kategori": category?.siteName[language] ?? record["kategori"], "unit": record["unit"],
      "nama_unit": site.unitName(record["unit"]), "isian": fields, "cara": category?.siteExplanation[language] ?? "",
    ]
    if let edition = site.edition(record.edition) { values["edisi"] = edition.values(in: language) }
    return templates.text(.record, values, in: language)
  }

  private func day(_ record: PublishedRecord, _ language: Language) -> String {
    CalendarDate(record["tanggal"])?.inWords[language] ?? record["tanggal"]
  }

  // MARK: Lists

  /// A list's row.
  func row(of record: PublishedRecord, _ language: Language) -> String {
    let kept = [record["retensi_aktif"], record["retensi_inaktif"]].filter { !$0.isEmpty }
    let made = record["waktu"].isEmpty ? record["tahun"] : record["waktu"]
    let values: [String: Any] = [
      "rumah": "../", "nomor": record["nomor"], "judul": short(record["judul"]), "ringkasan": short(record["ringkasan"]),
      "kategori": record["kategori"], "nama_kategori": Category(rawValue: record["kategori"])?.siteName[language] ?? record["kategori"],
      "penguasa": short(record["penguasa"]), "penanggung_jawab": short(record["penanggung_jawab"]),
      "waktu_tempat": short([made, record["tempat"]].filter { !$0.isEmpty }.joined(separator: ", ")), "bentuk": short(record["bentuk"]),
      "retensi": short(kept.joined(separator: "; ")),
    ]
    return templates.text(.row, values, in: language)
  }

  private func short(_ text: String) -> String { PublicText.beginning(of: text, 300) }

  func text(of list: SiteList, sheet: Int, rows: String, _ language: Language) -> String {
    let first = (sheet - 1) * SiteList.sheetLength + 1
    let last = min(sheet * SiteList.sheetLength, list.count)
    let range =
      list.count == 0
      ? SiteWords["daftar_kosong"][language]
      : SiteWords["rentang"][language].replacing("{a}", with: first.grouped(in: language))
        .replacing("{b}", with: last.grouped(in: language)).replacing("{n}", with: list.count.grouped(in: language))
    var values: [String: Any] = [
      "judul": list.title[language], "rentang": range, "kosong": list.count == 0, "kepala": SiteWords.heads.map { SiteWords[$0][language] },
      "baris": rows, "lembar": sheets(list, sheet, language),
    ]
    if let explanation = list.explanation { values["penjelasan"] = explanation[language] }
    return templates.text(.list, values, in: language)
  }

  /// The way to a long list's other sheets.
  private func sheets(_ list: SiteList, _ sheet: Int, _ language: Language) -> String {
    var values: [String: Any] = [
      "banyak": list.sheetCount > 1,
      "letak": SiteWords["lembar_dari"][language].replacing("{n}", with: sheet.grouped(in: language))
        .replacing("{m}", with: list.sheetCount.grouped(in: language)),
    ]
    if sheet > 1 { values["sebelum"] = SitePage.sheet(sheet - 1, of: list.name) + ".html" }
    if sheet < list.sheetCount { values["sesudah"] = SitePage.sheet(sheet + 1, of: list.name) + ".html" }
    return templates.text(.sheets, values, in: language)
  }

  // MARK: Home and editions

  func textOfHome(_ page: SitePage, lists: [SiteList], count: Int, latest: [PublishedChange]) -> String {
    let language = page.language
    let categories = lists.filter { $0.folder == "kategori" }.map { list -> [String: Any] in
      [
        "nama": list.name, "judul": list.title[language], "penjelasan": list.explanation?[language] ?? "",
        "jumlah": list.count.grouped(in: language),
        "informasi": SiteWords[list.count == 1 ? "satu_informasi" : "beberapa_informasi"][language],
      ]
    }
    let units = lists.filter { $0.folder == "unit" }.map { list -> [String: Any] in
      ["kode": list.name, "nama": list.title[language], "jumlah": list.count.grouped(in: language)]
    }
    return templates.text(
      .home,
      [
        "akar": page.root, "rumah": page.home, "edisi": site.edition.values(in: language), "jumlah": count.grouped(in: language),
        "kategori": categories, "unit": units, "ada_unit": !units.isEmpty, "baru": latest.map { values(of: $0, language) },
        "ada_baru": !latest.isEmpty,
      ], in: language)
  }

  func textOfEditions(_ page: SitePage) -> String {
    let editions = zip(site.editions, tallies).reversed().map { values(of: $0, $1, page.language) }
    return templates.text(.editions, ["rumah": page.home, "edisi": Array(editions)], in: page.language)
  }

  func text(
    of edition: Edition, _ tally: EditionTally, _ changes: [PublishedChange], _ list: SiteList, sheet: Int, title: String,
    _ language: Language
  ) -> String {
    templates.text(
      .edition,
      [
        "rumah": "../", "judul": title, "edisi": values(of: edition, tally, language), "kosong": changes.isEmpty,
        "baris": changes.map { values(of: $0, language) }, "lembar": sheets(list, sheet, language),
      ], in: language)
  }

  private func values(of edition: Edition, _ tally: EditionTally, _ language: Language) -> [String: Any] {
    edition.values(in: language).merging([
      "baru": tally.added.grouped(in: language), "berubah": tally.changed.grouped(in: language),
      "hapus": tally.removed.grouped(in: language),
    ]) { $1 }
  }

  private func values(of change: PublishedChange, _ language: Language) -> [String: Any] {
    [
      "perubahan": change.kind, "kata_perubahan": SiteWords[change.kind][language], "nomor": change.number, "judul": change.title,
      "unit": site.unitName(change.unit), "kolom": change.columns.map { SiteWords["kolom_\($0)"][language] }.joined(separator: ", "),
      "ada": change.isListed,
    ]
  }
}
