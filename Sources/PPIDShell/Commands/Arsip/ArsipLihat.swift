import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let arsipLihat = Command(
    "arsip lihat", needs: .readEdition,
    help: Phrase(id: "Menampilkan satu rekaman, dengan berkasnya.", en: "Shows one record, with its files."),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    gives: .fields(Records.recordColumns, and: [Column("isi_berkas", .list)]), examples: [Example("arsip lihat A-1")]
  ) { session, number in
    let columns = try session.engine.records.records().columns
    let record = try session.engine.records.record(number)
    let files = try session.engine.holdings.heldFiles(of: number).map { Value.record(Record(Array($0.fields.dropFirst()))) }
    let fields = zip(columns, record.fields).map { (name: $0.name, value: Value($1.value, $0.type)) }
    return .record(Record(fields + [("isi_berkas", .list(List(files)))]))
  }
}
