extension Records {
  /// Writes all records that the person may see as a list that `importList` reads back. How many.
  package func exportRecords(to path: String, profile: CSVProfile) throws -> Int {
    let relation = try records()
    let file = try StagedFile(path: path)
    var writer = ListWriter(profile: profile)
    try file.write(writer.header())
    let cursor = try desk.rows(of: relation)
    let names = relation.columns.map(\.name)
    var row: [FieldValue] = []
    var count = 0
    while try cursor.next(&row) {
      var content = RecordContent(title: "")
      var number: RecordNumber?
      var unit: String?
      for (name, value) in zip(names, row) {
        switch name {
        case "nomor": number = value.text.flatMap { RecordNumber($0) }
        case "unit": unit = value.text
        case "lainnya": content.extra = value.text.flatMap(FieldText.fields) ?? [:]
        default: if let field = RecordField(rawValue: name) { content[field] = value }
        }
      }
      try file.write(writer.line(number: number, unit: unit, content: content))
      count += 1
      if count % 1024 == 0 { try desk.archive.checkInterruption() }
    }
    try file.close()
    try desk.archive.stage(file)
    return count
  }
}
