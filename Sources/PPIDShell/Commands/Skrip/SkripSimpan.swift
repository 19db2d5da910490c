import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let skripSimpan = Command(
    "skrip simpan", needs: .writeScripts,
    help: Phrase(
      id: "Menyimpan skrip di arsip, sehingga `ppid nama` menjalankannya. Diperiksa dulu: skrip yang salah ditolak.",
      en:
        "Stores a script in the archive, so that `ppid name` runs it. It is checked first: one with errors is refused."),
    Parameter<ScriptName>.scriptName,
    Parameter<String>.argument("berkas", Phrase(id: "berkas skrip", en: "the script's file")).completing(.files),
    gives: .record([Column("skrip", .text), Column("berubah", .bool)]),
    examples: [
      Example("skrip simpan jumlah-arsip jumlah-arsip.ppid", prints: "skrip jumlah-arsip sudah tersimpan seperti itu")
    ]
  ) { session, name, path in
    let source = try session.settings.reach.read(path)
    try session.runner.check(SourceText(name: path, source))
    let change = try session.engine.office.storeScript(name, source)
    return session.change([("skrip", .text(name.text)), ("berubah", .bool(change != .same))], change.sentence(name))
  }
}

extension Office.ScriptChange {
  fileprivate func sentence(_ name: ScriptName) -> Phrase {
    switch self {
    case .new: Phrase(id: "skrip \(name) disimpan", en: "script \(name) stored")
    case .changed: Phrase(id: "skrip \(name) diperbarui", en: "script \(name) brought up to date")
    case .same:
      Phrase(id: "skrip \(name) sudah tersimpan seperti itu", en: "script \(name) was stored like this already")
    }
  }
}
