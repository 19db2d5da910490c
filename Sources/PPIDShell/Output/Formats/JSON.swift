import PPIDScript
import PPIDValues

extension OutputFormat {
  package static let json = OutputFormat(
    name: "json", help: Phrase(id: "JSON ringkas dalam satu baris", en: "compact JSON on one line"), endings: ["json"]
  ) { value, _, sink in
    var writer = JSONText()
    guard let rows = try OutputRows(value), value.type != .record else {
      try writer.write(value)
      return try sink(writer.text + "\n")
    }
    var separator = "["
    while let row = try rows.next() {
      writer.text = separator
      separator = ","
      if rows.isPlain { try writer.write(row[0]) } else { try writer.write(rows.names, row) }
      try sink(writer.text)
    }
    try sink(separator == "[" ? "[]\n" : "]\n")
  }

  package static let jsonLines = OutputFormat(
    name: "jsonl", help: Phrase(id: "satu nilai JSON per baris", en: "one JSON value a line"),
    endings: ["jsonl", "ndjson"]
  ) { value, _, sink in
    var writer = JSONText()
    guard let rows = try OutputRows(value) else {
      try writer.write(value)
      return try sink(writer.text + "\n")
    }
    while let row = try rows.next() {
      writer.text = ""
      if rows.isPlain { try writer.write(row[0]) } else { try writer.write(rows.names, row) }
      try sink(writer.text + "\n")
    }
  }
}
