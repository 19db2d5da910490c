import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let monevTemuan = Command(
    "monev temuan", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan semua temuan; dengan `tambah` mencatat temuan baru.",
      en: "Lists all findings; with `tambah` notes a new one."),
    Parameter<AddWord?>.optional("tambah", Phrase(id: "kata `tambah`", en: "the word `tambah`")),
    Parameter<String?>.optional("temuan", Phrase(id: "apa yang ditemukan", en: "what was found")),
    Parameter<Int?>.option("langkah", Phrase(id: "kegiatan SOP yang terkait, 1-15", en: "the activity of the SOP that it concerns, 1-15"))
      .completing(.archive(.steps)),
    Parameter<Period?>.option(
      "periode", Phrase(id: "semester; tanpa ini yang terakhir dibuka", en: "the half-year; if left out the last one opened")),
    gives: .any,
    examples: [
      Example("monev temuan tambah \"Verifikasi terlambat di dua unit\" --langkah 6", prints: "T-2 dicatat"),
      Example("monev temuan | pilih nomor temuan"),
    ]
  ) { session, word, text, step, period in
    guard word != nil else {
      guard step == nil, period == nil else { throw AddWord.missing("monev temuan") }
      return session.table(try session.engine.monev.findings())
    }
    guard let text else { throw AddWord.textMissing("monev temuan tambah \"…\"") }
    let number = try session.engine.monev.addFinding(text, step: step, in: period)
    return session.change([("nomor", .text(number.description))], Phrase(id: "\(number) dicatat", en: "\(number) noted"))
  }
}

/// The word that makes a listing add to itself.
enum AddWord: String, ChoiceArgument {
  case add = "tambah"

  /// Options were given that only adding knows.
  static func missing(_ command: String) -> Failure {
    Failure(
      Phrase(id: "pilihan ini hanya untuk menambah", en: "these options are for adding only"),
      advice: Phrase(id: "tulis `\(command) tambah …`", en: "write `\(command) tambah …`"))
  }

  static func textMissing(_ usage: String) -> Failure {
    Failure(
      Phrase(id: "teksnya belum disebut", en: "the text is not named"), advice: Phrase(id: "tulis `\(usage)`", en: "write `\(usage)`"))
  }
}
