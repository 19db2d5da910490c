import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let arsipUbah = Command(
    "arsip ubah", needs: .writeRecords,
    help: Phrase(
      id: "Mengubah isian rekaman; yang tidak disebut tetap. Teks kosong (\"\") menghapus isian.",
      en: "Changes fields of a record; what isn't named stays. An empty text (\"\") takes a value away."),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    Parameter<String?>.option("judul", Phrase(id: "judul baru", en: "its new title")), .recordFields,
    gives: .record([Column("nomor", .text), Column("berubah", .list)]),
    examples: [Example("arsip ubah A-1 --judul \"Laporan Kinerja Tahun 2025\"", prints: "A-1 diubah: judul")]
  ) { session, number, title, options in
    let differences = try session.engine.records.updateRecord(number) { content in
      if let title { content.title = title }
      options.apply(to: &content)
    }
    let names = differences.map(\.new.name)
    let list = names.joined(separator: ", ")
    return session.change(
      [("nomor", .text(number.description)), ("berubah", .list(List(names.map { .text($0) })))],
      names.isEmpty
        ? Phrase(id: "\(number) tetap seperti semula", en: "\(number) stays as it was")
        : Phrase(id: "\(number) diubah: \(list)", en: "\(number) changed: \(list)"))
  }
}
