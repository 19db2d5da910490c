import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let simpan = Command(
    "simpan", needs: .anything,
    help: Phrase(
      id: "Menyimpan teks ke berkas di bawah folder kerja; tabel dan nilai lain dalam format menurut akhiran nama (.csv, .json, …).",
      en:
        "Stores a text in a file below the working folder; tables and other values in the format that the name's ending says (.csv, .json, …)."
    ),
    Parameter<Value>.argument("nilai", Phrase(id: "biasanya lewat `|`", en: "usually through `|`")),
    Parameter<String>.argument("berkas", Phrase(id: "nama berkas", en: "the file's name")).completing(.files),
    gives: .record([Column("berkas", .text)]), examples: [Example("arsip | pilih nomor judul | simpan daftar.csv")]
  ) { session, value, path in
    let file = try StagedFile(path: session.settings.reach.checked(path))
    if case .text(let text) = value {
      try file.write(text.string.utf8)
    } else {
      try session.write(value, in: .named(byEndingOf: path)) { try file.write($0.utf8) }
    }
    try file.close()
    try session.engine.stage(file)
    return session.change([("berkas", .text(path))], Phrase(id: "disimpan ke \(path)", en: "stored in \(path)"))
  }
}
