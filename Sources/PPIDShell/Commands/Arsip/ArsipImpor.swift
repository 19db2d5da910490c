import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let arsipImpor = Command(
    "arsip impor", needs: .writeRecords,
    help: Phrase(
      id:
        "Memasukkan daftar dari berkas CSV seperti yang dikirim kantor-kantor. Bila ada baris yang ditolak, tidak ada yang disimpan, kecuali dengan --sebagian: baris yang ditolak lalu ditulis ke folder `ditolak` di sebelahnya. Berkas yang sama lagi tidak mengubah apa-apa.",
      en:
        "Takes in a list from a CSV file as offices really send it. A refused row refuses everything, unless --sebagian is given: then the refused rows are written to a folder `ditolak` beside it. The same file again changes nothing."
    ),
    Parameter<String>.argument("berkas", Phrase(id: "berkas CSV", en: "the CSV file")).completing(.files),
    Parameter<UnitCode?>.option("unit", Phrase(id: "unit pemilik rekaman", en: "the unit that holds the records")),
    Parameter<PPIDEngine.Category?>.option(
      "kategori", Phrase(id: "kategori bila daftar tidak menyebutnya", en: "the category where the list names none")),
    Parameter<CSVSeparator?>.option(
      "pemisah", Phrase(id: "pemisah kolom; tanpa ini dicari sendiri", en: "what separates columns; found out if left out")),
    Parameter<[String]>.options(
      "peta", Phrase(id: "kolom=isian, misalnya \"Nama Dokumen=judul\"", en: "column=field, such as \"Nama Dokumen=judul\"")),
    Parameter<ImportOptions.Duplicates?>.option(
      "ganda", Phrase(id: "untuk rekaman yang sudah ada dan berbeda", en: "for records that exist and differ")),
    Parameter<Bool>.flag(
      "sebagian", Phrase(id: "simpan yang baik walau ada yang ditolak", en: "store the good rows though others are refused")),
    gives: .record(ImportResult.columns), examples: [Example("arsip impor masuk/daftar.csv --unit SETDA")]
  ) { session, path, unit, category, separator, mapping, duplicates, isPartial in
    var options = ImportOptions()
    options.unit = unit
    options.category = category
    options.separator = separator
    options.mapping = try ColumnMapping(mapping)
    options.duplicates = duplicates ?? .update
    options.isPartial = isPartial
    options.language = session.language
    do {
      let result = try session.engine.records.importList(path, options) { session.console.progress.tick($0) }
      session.console.note(result.remarks(session.language))
      return session.change(result.fields, result.sentence)
    } catch RecordRefusal.importRefused(let result) {
      session.console.note(result.remarks(session.language))
      throw RecordRefusal.importRefused(result)
    }
  }
}

extension ImportOptions.Duplicates: ChoiceArgument {}

extension CSVSeparator: WordArgument {
  static let form = Phrase(id: "pemisah: ; , | atau tab", en: "a separator: ; , | or tab")
}
