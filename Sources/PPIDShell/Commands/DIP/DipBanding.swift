import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let dipBanding = Command(
    "dip banding", needs: .readEdition,
    help: Phrase(
      id:
        "Membandingkan DIP dua bulan: baru, berubah, hapus, atau tetap, dengan kolom yang berubah. Bulan tanpa edisi memakai yang berlaku saat itu.",
      en:
        "Compares the DIPs of two months: baru, berubah, hapus or tetap, with the changed columns. A month without an edition is the one in force then."
    ),
    Parameter<Period>.argument("lama", Phrase(id: "bulan yang lebih dulu", en: "the earlier month")),
    Parameter<Period>.argument("baru", Phrase(id: "bulan sesudahnya", en: "the later month")),
    gives: .rows(PublicList.differenceColumns),
    examples: [Example("dip banding 2026-10 2026-11 | saring perubahan == \"baru\" | pilih judul")]
  ) { session, earlier, later in session.table(try session.engine.publicList.difference(from: earlier, to: later)) }
}
