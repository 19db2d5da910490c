import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let demoSelesai = Command(
    "demo selesai", needs: .anything,
    help: Phrase(
      id: "Mengakhiri demo tanpa sisa, dan kembali ke arsip Anda; dengan --simpan arsip kantor demo disimpan sebagai berkas.",
      en: "Ends the demo without a trace and goes back to your archive; with --simpan the archive of the demo's office is kept as a file."),
    Parameter<String?>.option("simpan", Phrase(id: "berkas baru untuk arsip demo", en: "a new file for the demo's archive")).completing(
      .files),
    isOutput: true, examples: [Example("demo mulai sop; demo selesai")]
  ) { session, path in
    let demo = try session.running()
    if let path { try session.keepDemo(as: path) }
    session.endDemo()
    let word = path.map {
      Phrase(id: "Demo selesai; arsipnya disimpan di \($0).\n", en: "The demo has ended; its archive is kept in \($0).\n")
    }
    session.console.note(
      (word ?? Phrase(id: "Demo selesai. Ini kembali arsip Anda.\n", en: "The demo has ended. This is your archive again.\n"))[
        session.language])
    return .null
  }
}
