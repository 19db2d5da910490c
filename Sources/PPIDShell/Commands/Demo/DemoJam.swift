import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let demoJam = Command(
    "demo jam", needs: .anything,
    help: Phrase(
      id: "Memasang jam kantor demo, yang lalu berdiri di situ.", en: "Sets the clock of the demo's office, which then stands there."),
    Parameter<LocalTime>.argument("waktu", Phrase(id: "misalnya 2026-11-02T09:00", en: "such as 2026-11-02T09:00")),
    examples: [Example("demo mulai sop; demo jam 2026-11-02T09:00")]
  ) { session, time in
    guard let demo = session.demo else { _ = try session.running(); return .null }
    try demo.set(time)
    guard !demo.isPlaying || demo.nextStep?.isDirection == true else { return .null }
    session.markPrompt()
    let words = time.inWords
    return .text(Text(Phrase(id: "Jam kantor demo: \(words.id).", en: "The clock of the demo's office: \(words.en).")[session.language]))
  }
}

extension LocalTime: Argument {
  static var parameterType: ParameterType { .types([.time]) }

  static func read(_ value: Value) throws -> LocalTime {
    guard case .time(let time) = value else {
      throw ArgumentProblem(
        parameter: "", reason: Phrase(id: "diharapkan waktu seperti 2026-11-02T09:00", en: "expected a time like 2026-11-02T09:00 (waktu)"))
    }
    return time
  }
}
