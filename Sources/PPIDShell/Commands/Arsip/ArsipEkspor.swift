import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let arsipEkspor = Command(
    "arsip ekspor", needs: .readEdition,
    help: Phrase(
      id: "Menulis semua rekaman ke berkas CSV yang dapat diimpor lagi. Profil `excel` untuk dibuka di Excel.",
      en: "Writes all records to a CSV file that can be imported again. The profile `excel` opens in Excel."),
    Parameter<String>.argument("berkas", Phrase(id: "berkas CSV", en: "the CSV file")).completing(.files),
    Parameter<CSVProfile?>.option("profil", Phrase(id: "data (baku) atau excel", en: "data (the default) or excel")),
    gives: .record([Column("berkas", .text), Column("isi", .int)]), examples: [Example("arsip ekspor daftar.csv --profil excel")]
  ) { session, path, profile in
    let count = try session.engine.records.exportRecords(to: path, profile: profile ?? .data)
    return session.change(
      [("berkas", .text(path)), ("isi", .int(count))],
      Phrase(id: "\(count) rekaman ditulis ke \(path)", en: "\(count) records written to \(path)"))
  }
}

extension CSVProfile: ChoiceArgument {}
