import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let masukanTambah = Command(
    "masukan tambah", needs: .recordFindings,
    help: Phrase(
      id: "Mencatat masukan dari luar. Tenggat tanggapannya 10 hari kerja.",
      en: "Notes input from outside. It is to be answered within 10 working days."),
    Parameter<String>.argument("masukan", Phrase(id: "apa yang disampaikan atau diminta", en: "what was said or asked for")),
    Parameter<String?>.option("dari", Phrase(id: "dari siapa; tanpa ini publik", en: "from whom; publik if left out")),
    gives: .record([Column("nomor", .text)]),
    examples: [Example("masukan tambah \"Data jalan rusak\" --dari publik", prints: "M-2 dicatat")]
  ) { session, text, origin in
    let number = try session.engine.monev.addPublicInput(text, from: origin ?? "publik")
    return session.change([("nomor", .text(number.description))], Phrase(id: "\(number) dicatat", en: "\(number) noted"))
  }
}
