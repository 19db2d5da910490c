/// What an edition changed of one record, as it is published.
struct PublishedChange {
  /// baru, berubah or hapus.
  let kind: String
  let number: String
  let title: String
  let unit: String
  /// The names of the columns that changed.
  let columns: [String]
  /// Whether the edition that is published has a page of it.
  let isListed: Bool

  /// A row of ``Relation/changes(of:)``; nil where its number is none.
  init?(_ row: [FieldValue], listed: [RecordNumber: PublicNumber], by numbers: PublicNumbers) {
    guard let record = row[1].text.flatMap({ RecordNumber($0) }) else { return nil }
    kind = row[0].plain
    number = (listed[record] ?? numbers.number(of: record)).description
    title = PublicText.beginning(of: PublicText.of(row[2].plain), 300)
    unit = row[3].plain
    columns = row[4].plain.split(separator: ", ").map(String.init)
    isListed = listed[record] != nil
  }

  var fingerprint: String { Fingerprint.of([kind, number, title, unit, "\(isListed)"] + columns) }
}
