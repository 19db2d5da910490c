import PPIDScript
import PPIDValues

extension OutputFormat {
  package static let csv = OutputFormat(
    name: "csv", help: Phrase(id: "nilai dipisah koma (RFC 4180)", en: "comma-separated values (RFC 4180)"),
    endings: ["csv"]
  ) { value, _, sink in
    try delimited(value, sink) { cells in
      // A lone empty cell would be taken for no row at all.
      cells == [""] ? "\"\"\n" : cells.map(quoted).joined(separator: ",") + "\n"
    }
  }

  package static let tsv = OutputFormat(
    name: "tsv", help: Phrase(id: "nilai dipisah tab", en: "tab-separated values"), endings: ["tsv", "tab"]
  ) { value, _, sink in
    try delimited(value, sink) { cells in cells.map(escaped).joined(separator: "\t") + "\n" }
  }

  /// A line of names, then one a row, of canonical texts; a plain value alone on its line.
  private static func delimited(_ value: Value, _ sink: TextSink, _ line: ([String]) -> String) throws {
    guard let rows = try OutputRows(value) else { return try sink(line([value.canonicalText().string])) }
    if !rows.names.isEmpty { try sink(line(rows.names)) }
    while let row = try rows.next() {
      try sink(line(row.map { try $0.canonicalText().string }))
    }
  }

  private static func quoted(_ cell: String) -> String {
    let isPlain = cell.utf8.allSatisfy { byte in
      byte != UInt8(ascii: "\"") && byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\n")
        && byte != UInt8(ascii: "\r")
    }
    if isPlain { return cell }
    var quoted = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { quoted += "\"" }
      quoted.unicodeScalars.append(scalar)
    }
    return quoted + "\""
  }

  /// Tabs and line ends inside a cell, and `\` itself, as `\t`, `\n`, `\r`, `\\`.
  private static func escaped(_ cell: String) -> String {
    let isPlain = cell.utf8.allSatisfy { byte in
      byte != UInt8(ascii: "\t") && byte != UInt8(ascii: "\n") && byte != UInt8(ascii: "\r")
        && byte != UInt8(ascii: "\\")
    }
    if isPlain { return cell }
    var escaped = ""
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "\t": escaped += "\\t"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\\": escaped += "\\\\"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
