import PPIDEngine
import PPIDScript
import PPIDValues

/// One run of the program: the archive it works on, how it speaks, and what its commands share.
final class Session {
  /// The archive; while a demo runs, the demo's.
  private(set) var engine: Engine
  let catalog: CommandTable
  private(set) var settings: Settings
  let console: Console
  /// What the script that is running was given behind its name.
  var arguments: [Value]
  /// Runs this run's scripts.
  private(set) lazy var runner = ScriptRunner(self)
  /// Whether `keluar` was typed.
  var wantsToLeave = false
  /// What was entered before; nil where nobody is at a prompt.
  var history: History?
  /// An entry that `ulang` wants to be run again, once this one is done.
  var again: String?
  /// What the prompt says of itself besides: that this is a demo, say.
  var promptMark: Phrase?
  /// The demo that is running.
  private(set) var demo: RunningDemo?
  /// What is shown is written into it.
  var recording: Recording?
  /// The archive and the reach that wait for the demo's end.
  private var waiting: (engine: Engine, reach: Reach)?
  /// Shows each statement before it runs (`--langkah`).
  var stepper: Stepper?
  /// What the last command looked for, to be marked where its result is shown on a terminal.
  var marks: SearchMarks?
  /// What changes said of themselves, to be shown instead of their value; the last one only.
  private var lastChange: (value: AnyObject, sentence: Phrase)?

  init(engine: Engine, catalog: CommandTable, settings: Settings, console: Console, arguments: [Value] = []) {
    self.engine = engine
    self.catalog = catalog
    self.settings = settings
    self.console = console
    self.arguments = arguments
  }

  var language: Language { settings.language }

  /// The variables and functions that what is typed stands among.
  var variables: PPIDScript.Session { demo?.variables ?? runner.machine.session }

  // MARK: Demos

  /// Has everything happen in the demo's office from here on; the archive is left alone until `endDemo`.
  func begin(_ demo: RunningDemo) {
    waiting = (engine, settings.reach)
    engine.rest()
    engine = demo.engine
    settings.reach = Reach()
    self.demo = demo
    Signals.endInOrder()
  }

  /// Keeps the archive of the demo's office as a file outside, in which whoever sits here is its founder.
  func keepDemo(as path: String) throws {
    if let demo, let waiting { try demo.save(as: path, for: waiting.engine.desk.account) }
  }

  /// Ends the demo, if there is one, and leaves nothing of it.
  func endDemo() {
    recording = nil
    guard let demo, let waiting else { return }
    demo.close()
    self.demo = nil
    engine = waiting.engine
    settings.reach = waiting.reach
    engine.wake()
    self.waiting = nil
    promptMark = nil
  }

  // MARK: Showing

  /// A table of the archive.
  func table(_ relation: Relation) -> Value {
    .table(Table(ArchiveTable(engine, relation)))
  }

  /// The value of a change: what was changed, as a rekaman for scripts and as a sentence for people.
  func change(_ fields: [(name: String, value: Value)], _ sentence: Phrase) -> Value {
    let record = Record(fields)
    lastChange = (record, sentence)
    return .record(record)
  }

  /// The value of several changes that were made as one: a daftar of rekaman for scripts, a sentence of each on its line for people.
  func changes(_ all: [(fields: [(name: String, value: Value)], sentence: Phrase)]) -> Value {
    let list = List(all.map { Value.record(Record($0.fields)) })
    let sentences = all.map(\.sentence)
    lastChange = (list, Phrase(id: sentences.map(\.id).joined(separator: "\n"), en: sentences.map(\.en).joined(separator: "\n")))
    return .list(list)
  }

  /// Prints a value in the format that the user chose.
  func display(_ value: Value) throws {
    try settings.format.write(value, outputSettings) { try console.write($0) }
  }

  /// Writes a value in a format, piece by piece, for a file or a text.
  func write(_ value: Value, in format: OutputFormat, to sink: (String) throws -> Void) throws {
    try format.write(value, OutputSettings(language: language, sentence: sentence), sink)
  }

  /// A value as a text in a format.
  func text(of value: Value, in format: OutputFormat) throws -> String {
    try format.text(of: value, OutputSettings(language: language, sentence: sentence))
  }

  private var outputSettings: OutputSettings {
    OutputSettings(
      width: console.width, language: language, isTerminal: console.terminal.showsResults,
      palette: console.terminal.colour ? Palette(colour: true) : nil, marks: marks, sentence: sentence)
  }

  /// What to say of a record, or of a list, that is a change's value; nil for any other.
  private func sentence(for value: AnyObject) -> String? {
    lastChange.flatMap { $0.value === value ? $0.sentence[language] : nil }
  }
}

extension Session: Host {
  func call(_ index: Int, _ arguments: [Value?]) throws -> Value {
    let command = catalog.commands[index]
    return try Failure.wording {
      try engine.beginStatement()
      try engine.require(command.needs)
      marks = nil
      let value = try console.progress.during(command.signature.name) { try command.run(self, arguments) }
      for remark in engine.takeRemarks() { console.note("\(remark[language])\n") }
      return value
    }
  }

  func show(_ value: Value) throws { try console.progress.during(nil) { try display(value) } }

  func beginTransaction() throws { try Failure.wording(engine.beginTransaction) }
  func commitTransaction() throws { try Failure.wording(engine.commitTransaction) }
  func rollbackTransaction() throws { try Failure.wording(engine.rollbackTransaction) }

  func willRun(_ statement: SourceRange, of source: SourceText) throws { try stepper?.willRun(statement, of: source) }
}

/// What the user chose by flags and environment.
struct Settings: Sendable {
  var language: Language = .indonesian
  /// How values are printed.
  var format: OutputFormat = .table
  var isDryRun = false
  /// What a script may use up.
  var limits = Limits()
  /// Folders that `daftar-berkas`, `baca-berkas` and `simpan` may reach.
  var reach = Reach()
}
