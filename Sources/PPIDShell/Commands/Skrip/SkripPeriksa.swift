import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let skripPeriksa = Command(
    "skrip periksa", needs: .readArchive,
    help: Phrase(
      id: "Memeriksa skrip yang tersimpan tanpa menjalankannya; berguna setelah program diperbarui.",
      en: "Checks a saved script without running it; useful after the program was brought up to date."),
    Parameter<ScriptName>.scriptName, gives: .record([Column("skrip", .text)]),
    examples: [Example("skrip periksa jumlah-arsip", prints: "skrip jumlah-arsip tidak mengandung kesalahan")]
  ) { session, name in
    try session.runner.check(session.script(name))
    return session.change(
      [("skrip", .text(name.text))],
      Phrase(id: "skrip \(name) tidak mengandung kesalahan", en: "script \(name) has no errors"))
  }
}
