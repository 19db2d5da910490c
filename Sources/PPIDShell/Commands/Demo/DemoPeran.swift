import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let demoPeran = Command(
    "demo peran", needs: .anything,
    help: Phrase(
      id: "Berganti pelaku di kantor demo, dan menampilkan apa yang boleh dan tidak boleh dilakukannya; tanpa nama, siapa yang ada.",
      en: "Has somebody else act in the demo's office, and tells what they may and may not do; without a name, who there is."),
    Parameter<String?>.optional("pelaku", Phrase(id: "nama orang, peran, atau kode unit", en: "a person's name, a role, or a unit's code"))
      .completing(.players),
    gives: .any, examples: [Example("demo mulai sop; demo peran sekretariat")]
  ) { session, name in
    guard let demo = session.demo else { _ = try session.running(); return .null }
    guard let name else {
      return .list(
        List(
          try demo.engine.office.players().map { person in
            .record(
              Record([("nama", .text(person.name)), ("peran", .text(person.roleNames)), ("unit", .optional(person.unit?.text))]))
          }))
    }
    guard let person = try demo.engine.office.player(named: name) else {
      let names = try demo.engine.office.players().map(\.name)
      throw Failure(
        Phrase(id: "tidak ada pelaku `\(name)` di kantor demo", en: "nobody in the demo's office is called `\(name)`"),
        advice: Nearest.name(to: name, among: names).map { Phrase(id: "maksud Anda `\($0)`?", en: "did you mean `\($0)`?") }
          ?? Phrase(id: "yang ada: \(names.joined(separator: ", "))", en: "there are \(names.joined(separator: ", "))"))
    }
    try demo.call(person)
    // A stage direction that belongs to a step says nothing of itself.
    guard !demo.isPlaying || demo.nextStep?.isDirection == true else { return .null }
    session.markPrompt()
    return .text(Text(RolePage(person, session.language).text(width: session.console.width)))
  }
}
