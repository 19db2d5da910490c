import PPIDScript
import PPIDValues

extension OutputFormat {
  package static let html = OutputFormat(
    name: "html",
    help: Phrase(id: "tabel HTML, tanpa halaman di sekitarnya", en: "an HTML table, without a page around it"),
    endings: ["html", "htm"]
  ) { value, _, sink in
    guard let rows = try OutputRows(value) else { return try sink("<p>\(MarkupText.html(try value.forPeople()))</p>\n") }
    try sink("<table>\n")
    if !rows.names.isEmpty {
      try sink("<thead><tr>" + rows.names.map { "<th>\(MarkupText.html($0))</th>" }.joined() + "</tr></thead>\n")
    }
    try sink("<tbody>\n")
    while let row = try rows.next() {
      var line = "<tr>"
      for (name, value) in zip(rows.names, row) {
        line += value.isNumber ? "<td style=\"text-align:right\">" : "<td>"
        line += MarkupText.html(try value.forPeople(inColumn: name)) + "</td>"
      }
      try sink(line + "</tr>\n")
    }
    try sink("</tbody>\n</table>\n")
  }
}
