import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let demoMulai = Command(
    "demo mulai", needs: .anything,
    help: Phrase(
      id: """
        Memulai demo di kantor contoh yang terpisah; arsip Anda tidak disentuh. Selama demo, Enter menjalankan langkah berikutnya, `b` mundur, \
        dan perintah apa pun boleh diketik.
        """,
      en: """
        Begins a demo in an example office of its own; your archive is left alone. While it runs, Enter runs the next step, `b` goes back, \
        and any command may be typed.
        """),
    Parameter<String?>.optional(
      "naskah", Phrase(id: "nama demo, atau berkas .ppid; tanpa ini `sop`", en: "a demo's name, or a .ppid file; `sop` when left out")
    ).completing(.demos),
    Parameter<Bool>.flag("otomatis", Phrase(id: "berjalan sendiri sampai akhir", en: "runs by itself to its end")),
    Parameter<String?>.option("rekam", Phrase(id: "berkas .cast untuk rekaman", en: "a .cast file for a recording")).completing(.files),
    isOutput: true, examples: [Example("demo mulai sop")]
  ) { session, name, isAutomatic, path in
    try session.beginDemo(name ?? "sop")
    let demo = try session.running()
    do {
      if let path { session.recording = try demo.sandbox.outside { try Recording(path, session.language) } }
    } catch {
      session.endDemo()
      throw error
    }
    try session.showBoard(demo)
    if isAutomatic { try session.playOn(demo) }
    return .null
  }
}
