import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let dipEdisi = Command(
    "dip edisi", needs: .readEdition, help: Phrase(id: "Menampilkan semua edisi DIP.", en: "Lists all editions of the DIP."),
    gives: .rows(PublicList.editionColumns), examples: [Example("dip edisi | pilih edisi nomor ditetapkan")]
  ) { session in session.table(try session.engine.publicList.editions()) }
}
