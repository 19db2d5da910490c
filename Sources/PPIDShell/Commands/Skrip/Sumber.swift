import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let sumber = Command(
    "sumber", needs: .anything,
    help: Phrase(
      id: "Menjalankan berkas skrip di sesi ini: variabel dan fungsinya tetap ada sesudahnya.",
      en: "Runs a script's file in this session: its variables and functions stay."),
    Parameter<String>.argument("berkas", Phrase(id: "berkas skrip", en: "the script's file")).completing(.files), isOutput: true,
    examples: [Example("sumber jumlah-arsip.ppid", prints: "2")]
  ) { session, path in
    try session.runner.take(SourceText(name: path, try session.settings.reach.read(path)))
    return .null
  }
}
