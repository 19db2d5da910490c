import PPIDScript
import PPIDValues

extension OutputFormat {
  package static let markdown = OutputFormat(
    name: "md", help: Phrase(id: "tabel Markdown", en: "a Markdown table"), endings: ["md", "markdown"]
  ) { value, _, sink in
    guard let rows = try OutputRows(value) else { return try sink(escaped(value.forPeople()) + "\n") }
    guard !rows.names.isEmpty else { return }
    // The first row says which columns hold numbers; the line below the heading aligns them.
    var row = try rows.next()
    try sink(line(rows.names.map(escaped)))
    try sink(line(rows.names.indices.map { row?[$0].isNumber == true ? "--:" : "---" }))
    while let cells = row {
      try sink(line(zip(rows.names, cells).map { name, value in try escaped(value.forPeople(inColumn: name)) }))
      row = try rows.next()
    }
  }

  private static func line(_ cells: [String]) -> String {
    "| " + cells.joined(separator: " | ") + " |\n"
  }

  /// The text with nothing in it that Markdown or HTML would read as more than text.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$": escaped += "\\\(scalar)"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\n": escaped += "<br>"
      default:
        if let sign = VisibleText.sign(for: scalar) { escaped += sign } else { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }
}
