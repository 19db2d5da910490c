import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let demoRekam = Command(
    "demo rekam", needs: .anything,
    help: Phrase(
      id: "Merekam semua yang tampil sejak ini ke berkas asciicast, yang diputar `asciinema`; tanpa berkas, mengakhiri rekaman.",
      en: "Records all that is shown from here on in an asciicast file, which `asciinema` plays; without a file, ends the recording."),
    Parameter<String?>.optional("berkas", Phrase(id: "berkas .cast di folder kerja Anda", en: "a .cast file in your working folder"))
      .completing(.files),
    isOutput: true, examples: [Example("demo mulai sop; demo rekam latihan.cast; demo lanjut; demo rekam")]
  ) { session, path in
    let demo = try session.running()
    try session.console.flush()
    session.recording = nil
    if let path { session.recording = try demo.sandbox.outside { try Recording(path, session.language) } }
    return .null
  }
}
