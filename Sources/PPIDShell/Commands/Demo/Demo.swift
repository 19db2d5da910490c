import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let demo = Command(
    "demo", needs: .anything,
    help: Phrase(
      id: "Menampilkan demo apa saja yang ada; selama demo berjalan, papannya.",
      en: "Lists the demos there are; while one runs, shows its board."),
    gives: .any, examples: [Example("demo")]
  ) { session in
    guard session.demo == nil else {
      try session.showBoard(try session.running())
      return .null
    }
    return .list(
      List(
        DemoResources.demos.map { demo in
          .record(Record([("demo", .text(demo.name)), ("isi", .text(demo.title[session.language]))]))
        }))
  }
}
