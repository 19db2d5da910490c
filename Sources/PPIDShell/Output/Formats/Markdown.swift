import PPIDScript
import PPIDValues

extension OutputFormat {
  package static let markdown = OutputFormat(
    name: "md", help: Phrase(id: "tabel Markdown", en: "a Markdown table"), endings: ["md", "markdown"]
  ) { value, _, sink in
    guard let rows = try OutputRows(value) else { return try sink(MarkupText.markdown(value.forPeople()) + "\n") }
    guard !rows.names.isEmpty else { return }
    // The first row says which columns hold numbers; the line below the heading aligns them.
    var row = try rows.next()
    try sink(line(rows.names.map(MarkupText.markdown)))
    try sink(line(rows.names.indices.map { row?[$0].isNumber == true ? "--:" : "---" }))
    while let cells = row {
      try sink(line(zip(rows.names, cells).map { name, value in try MarkupText.markdown(value.forPeople(inColumn: name)) }))
      row = try rows.next()
    }
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }
}
