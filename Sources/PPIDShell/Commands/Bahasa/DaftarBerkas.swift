import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let daftarBerkas = Command(
    "daftar-berkas", needs: .anything,
    help: Phrase(
      id: "Tabel berkas yang cocok dengan pola (* dan ?), menurut jalur; hanya di bawah folder kerja.",
      en: "The table of files that match a pattern (* and ?), by path; only below the working folder."),
    Parameter<String>.argument("pola", Phrase(id: "misalnya masuk/*.csv", en: "such as masuk/*.csv")).completing(.files),
    gives: .table([Column("nama", .text), Column("jalur", .text), Column("ukuran", .int)]),
    examples: [Example("daftar-berkas \"masuk/*.csv\" | pilih nama ukuran")]
  ) { session, pattern in
    let files = try session.settings.reach.files(matching: pattern)
    return .list(
      List(
        files.map { .record(Record([("nama", .text($0.name)), ("jalur", .text($0.path)), ("ukuran", .int($0.size))])) }))
  }
}
