import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let skripHapus = Command(
    "skrip hapus", needs: .writeScripts,
    help: Phrase(
      id: "Menghapus skrip yang tersimpan; isinya tetap ada di jejak.",
      en: "Removes a saved script; the journal keeps its text."),
    Parameter<ScriptName>.scriptName, gives: .record([Column("skrip", .text)]),
    examples: [Example("skrip hapus jumlah-arsip", prints: "skrip jumlah-arsip dihapus")]
  ) { session, name in
    try session.engine.office.removeScript(name)
    return session.change(
      [("skrip", .text(name.text))], Phrase(id: "skrip \(name) dihapus", en: "script \(name) removed"))
  }
}
