import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let klasifikasiImpor = Command(
    "klasifikasi impor", needs: .careForArchive,
    help: Phrase(
      id: """
        Memasukkan skema klasifikasi dengan jadwal retensinya dari berkas CSV, sebagai versi baru; rekaman lama tetap pada versinya. \
        Sel yang tidak terbaca disebut baris, kolom, nilai, dan usulnya, dan tidak ada yang disimpan. Berkas yang sama lagi tidak \
        mengubah apa-apa.
        """,
      en: """
        Takes in a classification scheme with its retention schedule from a CSV file as a new version; old records keep theirs. \
        Cells that can't be read are told with row, column, value and suggestion, and nothing is stored. The same file again changes \
        nothing.
        """),
    Parameter<String>.argument("berkas", Phrase(id: "berkas CSV", en: "the CSV file")).completing(.files),
    Parameter<CSVSeparator?>.option(
      "pemisah", Phrase(id: "pemisah kolom; tanpa ini dicari sendiri", en: "what separates columns; found out if left out")),
    Parameter<Bool>.flag("perbaiki", Phrase(id: "terima semua usul", en: "accept all suggestions")),
    Parameter<Bool>.flag("sebagian", Phrase(id: "tinggalkan kode yang tidak terbaca", en: "leave out codes that can't be read")),
    Parameter<Bool>.flag(
      "tambah", Phrase(id: "kode yang tidak disebut berkas ini tetap berlaku", en: "codes that the file doesn't name stay in force")),
    gives: .record(SchemeImportResult.columns),
    examples: [Example("klasifikasi impor jra.csv --perbaiki", prints: "klasifikasi versi 2: 6 kode (1 baru, 0 berubah, 0 hilang)")]
  ) { session, path, separator, acceptsSuggestions, isPartial, keepsOthers in
    var options = SchemeImportOptions()
    options.separator = separator
    options.acceptsSuggestions = acceptsSuggestions
    options.isPartial = isPartial
    options.keepsOthers = keepsOthers
    do {
      let result = try session.engine.schedule.importScheme(path, options)
      session.console.note(result.remarks(session.language))
      return session.change(result.fields, result.sentence)
    } catch ClassificationFailure.refused(let result) {
      session.console.note(result.remarks(session.language))
      throw ClassificationFailure.refused(result)
    }
  }
}

extension SchemeImportResult {
  static let columns =
    ["versi", "dibaca", "baru", "berubah", "tetap", "hilang", "ditolak"].map { Column($0, .int) }
    + [Column("diperbaiki", .list), Column("galat", .list)]

  /// The result as scripts see it.
  var fields: [(name: String, value: Value)] {
    [
      ("versi", version.map(Value.int) ?? .null), ("dibaca", .int(read)), ("baru", .int(new)), ("berubah", .int(changed)),
      ("tetap", .int(unchanged)), ("hilang", .int(removed)), ("ditolak", .int(refused)), ("diperbaiki", mended.value),
      ("galat", problems.value),
    ]
  }

  var value: Value { .record(Record(fields)) }

  /// What people should know besides: what can't be read, what was mended, what was left out. Lines, or empty.
  func remarks(_ language: Language) -> String {
    var text = problems.remarks(language)
    if !mended.isEmpty {
      text += Phrase(id: "diperbaiki menurut usul:\n", en: "mended as suggested:\n")[language] + mended.remarks(language)
    }
    for note in notes { text += "\(Phrase(id: "baris", en: "row")[language]) \(note.row): \(VisibleText.of(note.text[language]))\n" }
    return text
  }

  /// The result as people read it.
  var sentence: Phrase {
    let version = version ?? 0
    let count = new + changed + unchanged
    return new + changed + removed == 0
      ? Phrase(
        id: "klasifikasi versi \(version) sudah seperti itu: \(count) kode",
        en: "classification version \(version) is like that already: \(count) codes")
      : Phrase(
        id: "klasifikasi versi \(version): \(count) kode (\(new) baru, \(changed) berubah, \(removed) hilang)",
        en: "classification version \(version): \(count) codes (\(new) new, \(changed) changed, \(removed) gone)")
  }
}
