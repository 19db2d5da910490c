import PPIDScript
import PPIDValues

extension OutputFormat {
  package static let json = OutputFormat(
    name: "json", help: Phrase(id: "JSON ringkas dalam satu baris", en: "compact JSON on one line"), endings: ["json"]
  ) { value, _, sink in
    var separator = "["
    let hasElements = try forEachElement(of: value) { element in
      try sink(separator + element)
      separator = ","
    }
    guard hasElements else { return try sink(value.asJSON() + "\n") }
    try sink(separator == "[" ? "[]\n" : "]\n")
  }

  package static let jsonLines = OutputFormat(
    name: "jsonl", help: Phrase(id: "satu nilai JSON per baris", en: "one JSON value a line"),
    endings: ["jsonl", "ndjson"]
  ) { value, _, sink in
    let hasElements = try forEachElement(of: value) { try sink($0 + "\n") }
    if !hasElements { try sink(value.asJSON() + "\n") }
  }

  /// Calls `body` with the JSON of each element of a list or row of a table; false for any other value.
  private static func forEachElement(of value: Value, _ body: (String) throws -> Void) throws -> Bool {
    switch value {
    case .list(let list):
      var pace = Pace(for: list.count)
      for element in list {
        try pace.step()
        try body(element.asJSON())
      }
      return true
    case .table(let table):
      let names = table.columns.map(\.name)
      let rows = try table.rows()
      var row: [Value] = []
      var writer = JSONText()
      while try rows.next(&row) {
        writer.text = ""
        try writer.write(names, row)
        try body(writer.text)
      }
      return true
    default: return false
    }
  }
}

extension Value {
  fileprivate func asJSON() throws -> String {
    var writer = JSONText()
    try writer.write(self)
    return writer.text
  }
}
