import PPIDEngine
import PPIDScript
import PPIDValues

/// One run of the program: the archive it works on, how it speaks, and what its commands share.
package final class Session {
  let engine: Engine
  let catalog: CommandTable
  let settings: Settings
  let output: Output
  /// Words after the script's name.
  let arguments: [String]
  /// What changes said of themselves, to be shown as a sentence; the last one only.
  private var lastChange: (record: Record, sentence: Phrase)?

  init(engine: Engine, catalog: CommandTable, settings: Settings, output: Output, arguments: [String] = []) {
    self.engine = engine
    self.catalog = catalog
    self.settings = settings
    self.output = output
    self.arguments = arguments
  }

  var language: Language { settings.language }

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

  /// What to say of a record that is a change's value.
  func sentence(for record: Record) -> String? {
    lastChange.flatMap { $0.record === record ? $0.sentence[language] : nil }
  }
}

/// What the user chose by flags and environment.
package struct Settings: Sendable {
  var language: Language = .indonesian
  /// How values are printed; nil for people.
  var format: OutputFormat = .table
  var isDryRun = false
  /// Folders that `daftar-berkas`, `baca-berkas` and `simpan` may reach.
  var reach = Reach()
}
