import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let skripJalankan = Command(
    "skrip jalankan", needs: .readArchive,
    help: Phrase(
      id: "Menjalankan skrip yang tersimpan, dengan argumennya sendiri. Variabelnya tidak tercampur dengan milik Anda.",
      en: "Runs a saved script, with arguments of its own. Its variables don't mix with yours."),
    Parameter<ScriptName>.scriptName,
    Parameter<[Value]>.rest(
      "argumen", required: false, Phrase(id: "untuk `argumen` di skrip itu", en: "for `argumen` in that script")),
    isOutput: true, examples: [Example("skrip jalankan jumlah-arsip berkala", prints: "2")]
  ) { session, name, arguments in
    try session.runner.run(session.script(name), arguments: arguments)
    return .null
  }
}
