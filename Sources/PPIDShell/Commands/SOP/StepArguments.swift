import PPIDEngine
import PPIDScript
import PPIDValues

/// The answer to a decision; the chart's own letters are understood too.
struct YesNo: WordArgument {
  let isYes: Bool

  static let form = Phrase(id: "ya atau tidak (Y atau T)", en: "ya or tidak (Y or T)")
  static var completion: CompletionSource { .words([CompletionSource.Word("ya"), CompletionSource.Word("tidak")]) }

  init?(_ text: String) {
    switch text.lowercased() {
    case "ya", "y": isYes = true
    case "tidak", "t": isYes = false
    default: return nil
    }
  }
}

extension Parameter {
  /// The activity's number.
  static var step: Parameter<Int> {
    .argument("langkah", Phrase(id: "nomor langkah, 1 sampai 15", en: "the step's number, 1 to 15")).completing(.archive(.steps))
  }

  /// The unit of a delivery's step.
  static var stepUnit: Parameter<UnitCode?> {
    .option("unit", Phrase(id: "unit, untuk langkah 1-7", en: "the unit, for the steps 1-7"))
  }

  /// The cycle; the oldest open one where the step is due, when left out.
  static var cycle: Parameter<Period?> {
    .option(
      "siklus",
      Phrase(
        id: "siklusnya; tanpa ini yang tertua tempat langkah itu menunggu",
        en: "its cycle; without it, the oldest in which that step waits"))
  }
}

extension Session {
  static let stepColumns = [
    Column("siklus", .period), Column("langkah", .int), Column("unit", .text), Column("menuju", .int), Column("keadaan", .text),
    Column("putaran", .int), Column("tenggat", .time),
  ]

  /// The value of an act of the SOP: what was done, and where its track stands now.
  func step(_ outcome: StepOutcome, _ words: (_ step: String) -> Phrase) -> Value {
    change(fields(of: outcome), words(name(of: outcome)))
  }

  /// The value of acts that were done together: that of the one, or a daftar.
  func steps(_ outcomes: [StepOutcome], _ words: (StepOutcome, _ step: String) -> Phrase) -> Value {
    if outcomes.count == 1 { return step(outcomes[0]) { words(outcomes[0], $0) } }
    return changes(outcomes.map { (fields(of: $0), words($0, name(of: $0))) })
  }

  private func fields(of outcome: StepOutcome) -> [(name: String, value: Value)] {
    let track = outcome.track
    let values: [Value] = [
      .period(track.period), .int(outcome.step), track.unit.map { .text($0.text) } ?? .null, .int(track.step),
      .text(track.state.rawValue), .int(track.round), track.due.map(Value.time) ?? .null,
    ]
    return zip(Session.stepColumns, values).map { ($0.name, $1) }
  }

  private func name(of outcome: StepOutcome) -> String {
    "\(outcome.step) (\(outcome.track.unit?.text ?? "\(outcome.track.period)"))"
  }
}
