import PPIDValues

/// Where one record stands in a published list, without what it says.
struct PublishedPlace {
  let number: RecordNumber
  let category: String
  let unit: String
  /// The edition that changed it last. What an edition says of a record never changes: the schema sees to it.
  let edition: Int

  /// A row of ``Relation/publishedPlaces(in:)``; nil where its number is none.
  init?(_ row: [FieldValue]) {
    guard let number = row[0].text.flatMap({ RecordNumber($0) }), case .int(let edition) = row[3] else { return nil }
    self.number = number
    self.edition = edition
    category = row[1].plain
    unit = row[2].plain
  }
}
