import GRDB
import PPIDValues

extension Engine {
  /// A site that waits to be put in place: what it holds, and after which journal entry it was built.
  struct BuiltSite {
    let site: StagedFolder
    let count: Int
    let event: Int
  }

  /// Builds the site of an edition beside `folder`.
  func build(_ edition: Edition, _ base: String?, _ folder: String, _ progress: @escaping (PublicationProgress) throws -> Void) throws
    -> BuiltSite
  {
    let event = try lastEvent()
    let site = try store.read { db in
      let hashes = try store.editionHashes(db)
      guard let numbers = PublicNumbers(editionHashes: hashes) else { throw PublicationRefusal.noNumbersYet }
      return Site(
        office: try store.setting(.officeName, db) ?? "PPID", address: try store.setting(.officeAddress, db), base: base, edition: edition,
        editions: try store.editions(db).filter { $0.id <= edition.id }, editionHashes: hashes, numbers: numbers,
        unitNames: Dictionary(uniqueKeysWithValues: try store.units(db).map { ($0.code.text, $0.name) }))
    }
    let source = SiteBuilder.Source(
      places: { try self.everyRow(of: .publishedPlaces(in: edition)) }, records: { try self.everyRow(of: .publishedRecords(in: edition)) },
      changes: { try self.everyRow(of: .changes(of: $0)) })
    let staged = try StagedFolder(path: folder)
    let builder = try SiteBuilder(site, in: staged, from: source) {
      try self.store.checkInterruption()
      try progress($0)
    }
    return BuiltSite(site: staged, count: try builder.build(), event: event)
  }

  /// A record found by either of its numbers, with both of them and its title. What the person may not see is answered like what doesn't
  /// exist.
  package func publicNumber(of name: RecordName) throws -> (record: RecordNumber, number: PublicNumber, title: String) {
    try require(.readArchive)
    return try store.read { db in
      guard let numbers = PublicNumbers(editionHashes: try store.editionHashes(db)) else { throw PublicationRefusal.noNumbersYet }
      switch name {
      case .archive(let number):
        return (number, numbers.number(of: number), try visibleRecord(number, db).content.title)
      case .published(let number):
        guard let record = try store.record(numbers.record(of: number), db), try isVisible(record) else {
          throw PublicationRefusal.unknownNumber(number)
        }
        return (RecordNumber(record.id), number, record.content.title)
      }
    }
  }

  private func everyRow(of relation: Relation) throws -> RelationCursor {
    try rows(of: relation, reading: Array(relation.columns.indices))
  }

  /// The site's address without a slash at its end.
  func checkedBase(_ text: String) throws -> String {
    let scheme = ["https://", "http://"].first { text.lowercased().hasPrefix($0) }
    let allowed = text.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value < 0x7F && !"\"'<>\\`?#".unicodeScalars.contains($0) }
    guard let scheme, allowed, text.count > scheme.count, !text.dropFirst(scheme.count).hasPrefix("/") else {
      throw PublicationRefusal.unfitBase(text)
    }
    return String(text.reversed().drop { $0 == "/" }.reversed())
  }
}
