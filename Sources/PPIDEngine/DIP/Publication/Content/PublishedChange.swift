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
  init?(_ row: [FieldValue], listed: Set<Int>) {
    guard let number = row[1].text, let value = RecordNumber(number) else { return nil }
    kind = row[0].plain
    self.number = number
    title = PublicText.beginning(of: PublicText.of(row[2].plain), 300)
    unit = row[3].plain
    columns = row[4].plain.split(separator: ", ").map(String.init)
    isListed = listed.contains(value.value)
  }

  var fingerprint: String { Fingerprint.of([kind, number, title, unit, "\(isListed)"] + columns) }
}
