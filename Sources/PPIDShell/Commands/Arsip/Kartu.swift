import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let kartu = Command(
    "kartu", needs: .readArchive,
    help: Phrase(
      id: "Kartu kontrol sebuah rekaman: siapa menyerahkan dan menerimanya, kapan.",
      en: "The control card of a record: who handed it over and received it, and when."),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    gives: .rows(Workflow.controlCardColumns), examples: [Example("kartu A-3 | pilih penyerahan kejadian oleh")]
  ) { session, number in session.table(try session.engine.workflow.controlCard(of: number)) }
}
