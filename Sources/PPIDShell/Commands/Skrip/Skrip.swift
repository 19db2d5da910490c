import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let skrip = Command(
    "skrip", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan skrip yang tersimpan di arsip: nama, ukuran, kapan, oleh siapa.",
      en: "Lists the scripts that the archive keeps: name, size, when, by whom."),
    gives: .rows(Office.scriptColumns), examples: [Example("skrip | pilih nama ukuran")]
  ) { session in session.table(try session.engine.office.scripts()) }
}

extension ScriptName: WordArgument {
  static var completion: CompletionSource { .archive(.scripts) }
  static let form = Phrase(
    id: "nama skrip: huruf, lalu huruf, angka, titik, atau garis",
    en: "a script's name: a letter, then letters, digits, dots or dashes")
  init?(_ text: String) { self.init(text[...]) }
}

extension Parameter where Input == ScriptName {
  /// The name of a saved script.
  static let scriptName = Parameter.argument("nama", Phrase(id: "nama skrip", en: "the script's name"))
}

extension Session {
  /// A saved script.
  func script(_ name: ScriptName) throws -> SourceText {
    SourceText(name: name.text, try engine.office.script(name))
  }
}
