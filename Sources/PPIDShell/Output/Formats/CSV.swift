import PPIDScript
import PPIDValues

extension OutputFormat {
  package static let csv = OutputFormat(
    name: "csv", help: Phrase(id: "nilai dipisah koma (RFC 4180)", en: "comma-separated values (RFC 4180)"),
    endings: ["csv"]
  ) { value, _, sink in
    try delimited(value, sink, separator: ",", quoted)
  }

  package static let tsv = OutputFormat(
    name: "tsv", help: Phrase(id: "nilai dipisah tab", en: "tab-separated values"), endings: ["tsv", "tab"]
  ) { value, _, sink in
    try delimited(value, sink, separator: "\t", escaped)
  }

  /// A line of names, then one a row, of canonical texts; a plain value alone on its line.
  private static func delimited(
    _ value: Value, _ sink: TextSink, separator: String, _ spelled: (_ cell: String, _ isLone: Bool) -> String
  ) throws {
    guard let rows = try OutputRows(value) else { return try sink(spelled(value.canonicalText().string, true) + "\n") }
    func line<Cell>(_ cells: [Cell], _ text: (Cell) throws -> String) throws -> String {
      var line = ""
      for (index, cell) in cells.enumerated() {
        if index > 0 { line += separator }
        line += spelled(try text(cell), cells.count == 1)
      }
      return line + "\n"
    }
    if !rows.names.isEmpty { try sink(line(rows.names) { $0 }) }
    while let row = try rows.next() { try sink(line(row) { try $0.canonicalText().string }) }
  }

  private static func quoted(_ cell: String, isLone: Bool) -> String {
    // A lone empty cell would be taken for no row at all.
    if isLone, cell.isEmpty { return "\"\"" }
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
  private static func escaped(_ cell: String, isLone: Bool) -> String {
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
