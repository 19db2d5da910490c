import PPIDScript
import PPIDValues

extension OutputFormat {
  package static let html = OutputFormat(
    name: "html",
    help: Phrase(id: "tabel HTML, tanpa halaman di sekitarnya", en: "an HTML table, without a page around it"),
    endings: ["html", "htm"]
  ) { value, _, sink in
    guard let rows = try OutputRows(value) else { return try sink("<p>\(escaped(try value.forPeople()))</p>\n") }
    try sink("<table>\n")
    if !rows.names.isEmpty {
      try sink("<thead><tr>" + rows.names.map { "<th>\(escaped($0))</th>" }.joined() + "</tr></thead>\n")
    }
    try sink("<tbody>\n")
    while let row = try rows.next() {
      var line = "<tr>"
      for (name, value) in zip(rows.names, row) {
        line += value.isNumber ? "<td style=\"text-align:right\">" : "<td>"
        line += escaped(try value.forPeople(inColumn: name)) + "</td>"
      }
      try sink(line + "</tr>\n")
    }
    try sink("</tbody>\n</table>\n")
  }

  /// The text with nothing in it that a browser would read as more than text.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "&": escaped += "&amp;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      case "\n": escaped += "<br>"
      default:
        if let sign = VisibleText.sign(for: scalar) { escaped += sign } else { escaped.unicodeScalars.append(scalar) }
      }
    }
    return escaped
  }
}
