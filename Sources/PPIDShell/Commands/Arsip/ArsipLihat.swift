import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let arsipLihat = Command(
    "arsip lihat", needs: .readEdition, help: Phrase(id: "Menampilkan satu rekaman.", en: "Shows one record."),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    gives: .fields(Engine.recordColumns), examples: [Example("arsip lihat A-1")]
  ) { session, number in
    let columns = try session.engine.records().columns
    let record = try session.engine.record(number)
    return .record(Record(zip(columns, record.fields).map { (name: $0.name, value: Value($1.value, $0.type)) }))
  }
}
