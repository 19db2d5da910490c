import PPIDValues

/// One piece of public information as it is published: its values cleaned (``PublicText``), and the edition that changed it last.
struct PublishedRecord {
  let number: Int
  let edition: Int
  private let values: [FieldValue]

  /// The names of its values, in order: its number and what an edition keeps.
  static let columns = ["nomor"] + Store.editionColumns.map(\.field)
  static let types = [FieldType.text] + Store.editionColumns.map(\.type)
  private static let places = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })

  /// A row of ``Relation/publishedRecords(in:)``; nil where its number is none.
  init?(_ row: [FieldValue]) {
    guard let number = row[0].text.flatMap({ RecordNumber($0) }), case .int(let edition) = row[row.count - 1] else { return nil }
    self.number = number.value
    self.edition = edition
    values = row.dropLast().map { value in if case .text(let text) = value { .text(PublicText.of(text)) } else { value } }
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

  var fingerprint: String {
    var print = Fingerprint()
    print.add(String(edition))
    for value in values { print.add(value.plain) }
    return print.value
  }
}
