import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let skripLihat = Command(
    "skrip lihat", needs: .readArchive,
    help: Phrase(id: "Memberikan isi skrip yang tersimpan.", en: "Gives the text of a saved script."),
    Parameter<ScriptName>.scriptName, gives: .type(.text),
    examples: [
      Example(
        "skrip lihat jumlah-arsip", prints: "cetak $(arsip | saring kategori == $(argumen 0 --baku berkala) | hitung)"),
      Example("skrip lihat jumlah-arsip | simpan salinan.ppid"),
    ]
  ) { session, name in .text(try session.engine.office.script(name)) }
}
