import PPIDEngine
import PPIDScript
import PPIDValues

/// The options that `arsip tambah` and `arsip ubah` share: one for each field that people write, but the title.
struct RecordOptions: Sendable {
  var texts: [RecordField: String] = [:]
  var date: CalendarDate?
  var year: Int?
  var category: PPIDEngine.Category?
  var security: SecurityClass?

  /// Puts what was given into `content`; an empty text takes the field's value away.
  func apply(to content: inout RecordContent) {
    for (field, text) in texts { content[field] = text.isEmpty ? .null : .text(text) }
    if texts[.when] != nil, date == nil, year == nil { (content.date, content.year) = RecordContent.dateAndYear(of: texts[.when] ?? "") }
    if let date { (content.date, content.year) = (date, date.year) }
    if let year { content.year = year }
    if let category { content.category = category }
    if let security { content.security = security }
  }

  static let textFields: [(field: RecordField, help: Phrase)] = [
    (.summary, Phrase(id: "ringkasan isi", en: "summary")), (.kind, Phrase(id: "jenis informasi", en: "kind of information")),
    (.holder, Phrase(id: "pejabat atau unit yang menguasai", en: "officer or unit that holds it")),
    (.producer, Phrase(id: "penanggung jawab pembuatan", en: "who made or issued it")),
    (.when, Phrase(id: "waktu pembuatan, sebagai teks", en: "time of making, as a text")),
    (.place, Phrase(id: "tempat pembuatan", en: "place of making")),
    (.form, Phrase(id: "bentuk yang tersedia", en: "form in which it is available")),
    (.code, Phrase(id: "kode klasifikasi", en: "classification code")),
    (.activeRetention, Phrase(id: "retensi aktif", en: "active retention")),
    (.inactiveRetention, Phrase(id: "retensi inaktif", en: "inactive retention")),
    (.fate, Phrase(id: "nasib akhir", en: "final fate")), (.location, Phrase(id: "lokasi simpan", en: "where it is kept")),
  ]
}

extension Parameter<RecordOptions> {
  /// All of them, as one parameter.
  static let recordFields: Parameter = {
    let texts = RecordOptions.textFields.map { field, help in
      let option = Parameter<String?>.option(field.optionName, help)
      return (field: field, parameter: field == .code ? option.completing(.archive(.codes)) : option)
    }
    let date = Parameter<CalendarDate?>.option("tanggal", Phrase(id: "tanggal pembuatan", en: "day of making"))
    let year = Parameter<Int?>.option("tahun", Phrase(id: "tahun pembuatan", en: "year of making"))
    let category = Parameter<PPIDEngine.Category?>.option(
      "kategori", Phrase(id: "kategori informasi (UU 14/2008)", en: "category (UU 14/2008)"))
    let security = Parameter<SecurityClass?>.option("keamanan", Phrase(id: "tingkat keamanan arsip", en: "security class of the archive"))
    let signatures = texts.flatMap(\.parameter.signatures) + date.signatures + year.signatures + category.signatures + security.signatures
    let sources = texts.flatMap(\.parameter.sources) + date.sources + year.sources + category.sources + security.sources
    return Parameter(signatures: signatures, sources: sources) { given in
      var options = RecordOptions()
      for (field, parameter) in texts { options.texts[field] = try parameter.take(&given) }
      options.date = try date.take(&given)
      options.year = try year.take(&given)
      options.category = try category.take(&given)
      options.security = try security.take(&given)
      return options
    }
  }()
}
