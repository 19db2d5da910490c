import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let dip = Command(
    "dip", needs: .readEdition,
    help: Phrase(
      id: "Menampilkan DIP yang berlaku, sekarang atau pada suatu bulan, dengan tujuh kolom menurut PerKI 1/2021.",
      en: "Lists the DIP in force, now or in a month, with the seven columns of PerKI 1/2021."),
    Parameter<Period?>.optional(
      "periode", Phrase(id: "bulan; tanpa ini yang berlaku sekarang", en: "the month; if left out, the one in force now")),
    gives: .rows(PublicList.dipColumns), examples: [Example("dip 2026-10 | pilih nomor judul")]
  ) { session, period in session.table(try session.engine.publicList.dip(period)) }
}
