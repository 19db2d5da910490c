import PPIDEngine
import PPIDScript
import PPIDValues

extension ImportResult {
  static let columns =
    ["dibaca", "baru", "berubah", "tetap", "ditolak"].map { Column($0, .int) } + [Column("galat", .list)]

  /// The result as scripts see it.
  var fields: [(name: String, value: Value)] {
    let galat = problems.map { problem -> Value in
      .record(
        Record([
          ("baris", .int(problem.row)), ("kolom", .text(problem.column)), ("nilai", .text(problem.value)),
          ("alasan", .text(problem.reason.phrase.id)),
        ]))
    }
    return [
      ("dibaca", .int(read)), ("baru", .int(new)), ("berubah", .int(changed)), ("tetap", .int(unchanged)),
      ("ditolak", .int(refused)), ("galat", .list(List(galat))),
    ]
  }

  var value: Value { .record(Record(fields)) }

  /// The result as people read it.
  var sentence: Phrase {
    Phrase(
      id: "\(read) rekaman dibaca: \(new) baru, \(changed) berubah, \(unchanged) tetap, \(refused) ditolak",
      en: "\(read) records read: \(new) new, \(changed) changed, \(unchanged) unchanged, \(refused) refused")
  }
}
