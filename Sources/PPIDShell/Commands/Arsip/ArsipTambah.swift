import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let arsipTambah = Command(
    "arsip tambah", needs: .writeRecords, help: Phrase(id: "Menambah satu rekaman.", en: "Adds one record."),
    Parameter<String>.argument("judul", Phrase(id: "judul rekaman", en: "the record's title")),
    Parameter<UnitCode?>.option(
      "unit", Phrase(id: "unit pemiliknya; tanpa ini unit Anda sendiri", en: "the unit that holds it; your own if left out")),
    .recordFields, gives: .record([Column("nomor", .text), Column("judul", .text)]),
    examples: [
      Example("arsip tambah \"Laporan Kinerja 2026\" --unit SETDA --kategori setiap-saat", prints: "A-5 ditambahkan: Laporan Kinerja 2026")
    ]
  ) { session, title, unit, options in
    var content = RecordContent(title: title)
    options.apply(to: &content)
    let number = try session.engine.records.addRecord(content, unit: unit)
    return session.change(
      [("nomor", .text(number.description)), ("judul", .text(title))],
      Phrase(id: "\(number) ditambahkan: \(title)", en: "\(number) added: \(title)"))
  }
}
