import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let arsipBerkas = Command(
    "arsip berkas", needs: .readArchive,
    help: Phrase(
      id: "Tabel berkas yang dilampirkan, pada satu rekaman atau semuanya.", en: "The table of attached files, of one record or of all."),
    Parameter<RecordNumber?>.optional("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    gives: .rows(Holdings.fileColumns), examples: [Example("arsip berkas | pilih nomor nama ukuran")]
  ) { session, number in session.table(try session.engine.holdings.files(of: number)) }
}
