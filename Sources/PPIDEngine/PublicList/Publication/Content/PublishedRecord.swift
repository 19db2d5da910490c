import PPIDValues

/// One piece of public information as it is published: its values cleaned (``PublicText``), and the edition that changed it last.
struct PublishedRecord {
  let number: RecordNumber
  let edition: Int
  private let values: [FieldValue]

  /// The names of its values, in order: its public number and what an edition keeps.
  static let columns = ["nomor"] + ListedColumns.all.map(\.field)
  static let types = [FieldType.text] + ListedColumns.all.map(\.type)
  private static let places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })

  /// A row of ``Relation/publishedRecords(in:)``; nil where its number is none.
  init?(_ row: [FieldValue], publicNumber: (RecordNumber) -> PublicNumber) {
    guard let number = row[0].text.flatMap({ RecordNumber($0) }), case .int(let edition) = row[row.count - 1] else { return nil }
    self.number = number
    self.edition = edition
    let content = row[1..<row.count - 1].map { value in
      if case .text(let text) = value { FieldValue.text(PublicText.of(text)) } else { value }
    }
    values = [.text(publicNumber(number).description)] + content
  }

  /// The value of that name as a text; empty where there is none.
  subscript(_ name: String) -> String {
    PublishedRecord.places[name].map { values[$0].plain } ?? ""
  }

  var fields: [Field] { zip(PublishedRecord.columns, values).map { Field($0, $1) } }

  /// The values for a list that spreadsheets open too: no text of them is a formula.
  var guardedValues: [FieldValue] {
    values.map { value in if case .text(let text) = value { .text(SpreadsheetGuard.harmless(text)) } else { value } }
  }
}
