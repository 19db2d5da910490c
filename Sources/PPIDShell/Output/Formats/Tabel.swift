import PPIDScript
import PPIDValues

extension OutputFormat {
  package static let table: OutputFormat = OutputFormat(
    name: "tabel", help: Phrase(id: "tabel untuk dibaca orang", en: "a table for people"), endings: [], isSafe: true
  ) { value, settings, sink in
    if let sentence = settings.saying(value) { return try sink(settings.shown(sentence) + "\n") }
    switch value {
    case .record(let record):
      // One record stands upright: its names to the left.
      guard record.count > 0 else { return try sink("{}\n") }
      try OutputFormat.vertical.write(value, settings, sink)
    case .table, .list:
      guard let rows = try OutputRows(value) else { return }
      try TableView(rows, settings).write(to: sink)
    default:
      let text = settings.shown(try value.canonicalText().string)
      try sink(text.hasSuffix("\n") ? text : text + "\n")
    }
  }
}

extension OutputSettings {
  /// What says a value that is a change's; nil for others.
  fileprivate func saying(_ value: Value) -> String? {
    switch value {
    case .record(let record): sentence(record)
    case .list(let list): sentence(list)
    default: nil
    }
  }

  /// A text that keeps its lines, made harmless where a terminal reads it.
  func shown(_ text: String) -> String {
    isTerminal ? VisibleText.of(text, keepsLines: true) : text
  }

  /// A text in a style, where there are styles.
  func styled(_ text: String, _ style: Style) -> String {
    guard let start = palette?.start(style), !start.isEmpty else { return text }
    return start + text + Palette.end
  }

  /// A cell's text with the words that were looked for marked, where there are styles.
  func marked(_ text: String) -> String {
    guard let marks, palette != nil else { return text }
    return marks.pieces(of: text).map { $0.isMarked ? styled(String($0.text), .match) : String($0.text) }.joined()
  }
}
