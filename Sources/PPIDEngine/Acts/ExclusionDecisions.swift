import PPIDValues

extension PublicList {
  /// The decision that excludes a record, as a document; a number that the person may not see is answered like one that doesn't exist.
  package func exclusionDecision(of number: RecordNumber) throws -> Report {
    try desk.require(.readArchive)
    return try desk.read { inquiry in
      let record = try RecordRules(inquiry: inquiry).visibleRecord(number)
      guard record.content.category == .dikecualikan else { throw ExclusionRefusal.notExcluded(number) }
      guard let exclusion = try ExclusionRows(db: inquiry.db).exclusion(of: record.id) else { throw ExclusionRefusal.notTested(number) }
      return ExclusionDecision(
        number: number, content: record.content, unit: Report.Unit(code: record.unit, name: try inquiry.knownUnit(record.unit).name),
        exclusion: exclusion,
        office: Report.Office(
          name: try inquiry.setting(.officeName), address: try inquiry.setting(.officeAddress), place: try inquiry.setting(.place)),
        superior: try inquiry.setting(.superior)
      ).report
    }
  }
}
