import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let arsipRiwayat = Command(
    "arsip riwayat", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan riwayat satu rekaman: setiap perubahan, kapan, oleh siapa, sebelum dan sesudahnya.",
      en: "Lists the history of one record: every change, when, by whom, before and after."),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    gives: .table(columns), examples: [Example("arsip riwayat A-1 | pilih revisi waktu pelaku tindakan")]
  ) { session, number in
    let rows = try session.engine.history.history(of: number).map { revision -> Value in
      let values: [Value] = [
        revision.number.map { .int($0) } ?? .null, revision.time.map { .time($0) } ?? .null, .text(revision.actor),
        .optional(revision.onBehalfOf), .text(revision.action), .object(revision.before), .object(revision.after), .int(revision.entry),
      ]
      return .record(Record(zip(columns, values).map { (name: $0.name, value: $1) }))
    }
    return .list(List(rows))
  }

  private static let columns = [
    Column("revisi", .int), Column("waktu", .time), Column("pelaku", .text), Column("atas_nama", .text), Column("tindakan", .text),
    Column("sebelum", .record), Column("sesudah", .record), Column("jejak", .int),
  ]
}

extension Value {
  /// What a JSON object of the archive holds; kosong for none.
  fileprivate static func object(_ json: String?) -> Value { json.map { Value(.text($0), .object) } ?? .null }
}
