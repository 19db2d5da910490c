import PPIDValues

extension PublicList {
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
    let (event, site) = try desk.read { inquiry in
      let editions = EditionRows(db: inquiry.db)
      let hashes = try editions.editionHashes()
      guard let numbers = PublicNumbers(editionHashes: hashes) else { throw PublicationRefusal.noNumbersYet }
      let site = Site(
        office: try inquiry.setting(.officeName) ?? "PPID", address: try inquiry.setting(.officeAddress), base: base, edition: edition,
        editions: try editions.editions().filter { $0.id <= edition.id }, editionHashes: hashes, numbers: numbers,
        unitNames: Dictionary(uniqueKeysWithValues: try inquiry.units().map { ($0.code.text, $0.name) }))
      return (try JournalRows(db: inquiry.db).nextNumber() - 1, site)
    }
    let source = SiteBuilder.Source(
      places: { try self.desk.rows(of: EditionTables.publishedPlaces(in: edition)) },
      records: { try self.desk.rows(of: EditionTables.publishedRecords(in: edition)) },
      changes: { try self.desk.rows(of: EditionTables.changes(of: $0)) })
    let staged = try StagedFolder(path: folder)
    let builder = try SiteBuilder(site, in: staged, from: source) {
      try self.desk.archive.checkInterruption()
      try progress($0)
    }
    return BuiltSite(site: staged, count: try builder.build(), event: event)
  }

  /// A record found by either of its numbers, with both of them and its title. What the person may not see is answered like what doesn't
  /// exist.
  package func publicNumber(of name: RecordName) throws -> (record: RecordNumber, number: PublicNumber, title: String) {
    try desk.require(.readArchive)
    return try desk.read { inquiry in
      guard let numbers = PublicNumbers(editionHashes: try EditionRows(db: inquiry.db).editionHashes()) else {
        throw PublicationRefusal.noNumbersYet
      }
      switch name {
      case .archive(let number):
        return (number, numbers.number(of: number), try RecordRules(inquiry: inquiry).visibleRecord(number).content.title)
      case .published(let number):
        guard let record = try RecordRows(db: inquiry.db).record(numbers.record(of: number)),
          try RecordRules(inquiry: inquiry).isVisible(record)
        else { throw PublicationRefusal.unknownNumber(number) }
        return (RecordNumber(record.id), number, record.content.title)
      }
    }
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
