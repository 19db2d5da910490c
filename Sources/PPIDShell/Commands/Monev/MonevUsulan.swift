import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let monevUsulan = Command(
    "monev usulan", needs: .readArchive,
    help: Phrase(
      id: "Langkah 15: informasi terbuka di arsip, atau yang diminta publik, yang belum ada di DIP, dengan alasannya.",
      en: "Activity 15: open information in the archive, or asked for by the public, that is not in the DIP, with the reason."),
    gives: .rows(Monev.evaluationProposalColumns), examples: [Example("monev usulan | pilih nomor judul alasan")]
  ) { session in session.table(try session.engine.monev.evaluationProposals()) }
}
