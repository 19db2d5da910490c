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
    gives: .table(HistoryTable.columns), examples: [Example("riwayat"), Example("riwayat impor | saring status != 0 | ambil 10")]
  ) { session, pattern in
    let entries = session.entered.filter { entry in
      pattern.map { HistorySearch.range(of: $0, in: entry.entry.text) != nil } ?? true
    }
    return .table(Table(HistoryTable(entries.reversed(), officeTime: session.engine.desk.officeTime)))
  }
}

extension Session {
  /// What was entered before at the prompt; nothing where there is none.
  var entered: [(number: Int, entry: HistoryEntry)] { history?.numbered() ?? [] }
}
