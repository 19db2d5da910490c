import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let riwayat = Command(
    "riwayat", needs: .anything,
    help: Phrase(
      id: "Menampilkan yang pernah diketik di prompt, yang terbaru dulu: kapan, berapa detik, dengan status apa.",
      en: "Lists what was entered at the prompt, the newest first: when, for how many seconds, with which status."),
    Parameter<String?>.optional("kata", Phrase(id: "hanya yang memuat ini", en: "only what holds this")),
    gives: .table(columns), examples: [Example("riwayat"), Example("riwayat impor | saring status != 0 | ambil 10")]
  ) { session, pattern in
    let entries = try session.entered().filter { entry in
      pattern.map { HistorySearch.range(of: $0, in: entry.entry.text) != nil } ?? true
    }
    let rows = try entries.reversed().map { number, entry -> Value in
      .record(
        Record([
          ("nomor", .int(number)), ("waktu", try session.engine.officeTime(at: Int(entry.time / 1000)).map(Value.time) ?? .null),
          ("durasi", entry.duration.map { .double(Double($0) / 1000) } ?? .null),
          ("status", entry.status.map { .int(Int($0)) } ?? .null), ("perintah", .text(entry.text)),
        ]))
    }
    return .list(List(rows))
  }

  private static let columns = [
    Column("nomor", .int), Column("waktu", .time), Column("durasi", .double), Column("status", .int), Column("perintah", .text),
  ]
}

extension Session {
  /// What was entered at the prompt before; throws where there is none.
  func entered() throws -> [(number: Int, entry: HistoryEntry)] {
    guard let history else {
      throw Failure(Phrase(id: "riwayat hanya ada di prompt", en: "there is a history at the prompt only"))
    }
    return history.numbered()
  }
}
