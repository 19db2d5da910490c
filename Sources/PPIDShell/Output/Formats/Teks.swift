import PPIDScript
import PPIDValues

extension OutputFormat {
  package static let plainText: OutputFormat = OutputFormat(
    name: "teks", help: Phrase(id: "teks biasa; tabel dengan garis", en: "plain text; tables with lines"),
    endings: ["txt"]
  ) { value, settings, sink in
    if case .text(let text) = value { return try sink(text.string) }
    try OutputFormat.table.write(value, OutputSettings(language: settings.language, sentence: settings.sentence), sink)
  }
}
