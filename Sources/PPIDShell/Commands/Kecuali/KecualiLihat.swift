import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let kecualiLihat = Command(
    "kecuali lihat", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan keputusan pengecualian satu rekaman: jenis, pejabat, kantor, jangka waktu, alasan, tempat, dan tanggalnya.",
      en: "Shows the decision that excludes one record: kind, officer, office, period, reasons, place and date."),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    gives: .fields(PublicList.exclusionColumns), examples: [Example("kecuali lihat A-4")]
  ) { session, number in
    let columns = PublicList.exclusionColumns
    let fields = try session.engine.publicList.exclusion(of: number)
    return .record(Record(zip(columns, fields).map { (name: $0.name, value: Value($1.value, $0.type)) }))
  }
}
