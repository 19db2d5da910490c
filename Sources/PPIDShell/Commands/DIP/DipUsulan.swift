import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let dipUsulan = Command(
    "dip usulan", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan rekaman yang diusulkan untuk edisi DIP berikutnya, dengan alasannya.",
      en: "Lists the records that are proposed for the DIP's next edition, with the reasons."),
    gives: .rows(PublicList.proposalColumns), examples: [Example("dip usulan | pilih nomor judul alasan oleh")]
  ) { session in session.table(try session.engine.publicList.proposals()) }
}
