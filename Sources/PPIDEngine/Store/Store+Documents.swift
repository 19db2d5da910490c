import Foundation
import GRDB
import PPIDValues

/// What a document is about: at most one is issued by hand for each.
struct DocumentSubject: Hashable {
  let kind: ReportKind
  let period: Period
  let unitID: Int?
  let round: Int
}

extension Store {
  private static let documentColumns = """
    SELECT d.id, d.kind, d.period, u.code, d.round, d.number, d.issued_at, d.issued_by FROM document d LEFT JOIN unit u ON u.id = d.unit_id
    """

  /// Freezes a report; `openReport` is what those see who may not see excluded information, where that differs.
  func insertDocument(
    _ report: Report, openReport: Report, of subject: DocumentSubject, step: Int?, issuer: String, at time: LocalTime, event: Int,
    _ db: Database
  ) throws -> IssuedDocument {
    try db.execute(
      sql: """
        INSERT INTO document (kind, period, unit_id, round, step, number, issued_at, issued_by, content, open_content, journal_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        subject.kind.rawValue, subject.period.description, subject.unitID, subject.round, step, report.number, time.description, issuer,
        try report.frozen(), report == openReport ? nil : try openReport.frozen(), event,
      ])
    return IssuedDocument(
      id: Int(db.lastInsertedRowID), kind: subject.kind, period: subject.period, unit: report.unit?.code, round: subject.round,
      number: report.number, issued: time, issuer: issuer)
  }

  /// The last document of that kind, period and unit; of one round, where it is named.
  func latestDocument(_ kind: ReportKind, _ period: Period, unitID: Int?, round: Int?, _ db: Database) throws -> IssuedDocument? {
    try Row.fetchOne(
      db,
      sql: Store.documentColumns + """
         WHERE d.kind = ? AND d.period = ? AND d.unit_id IS ? AND (?4 IS NULL OR d.round = ?4) ORDER BY d.id DESC LIMIT 1
        """,
      arguments: [kind.rawValue, period.description, unitID, round]
    ).map(Store.document)
  }

  func hasDocument(number: String, _ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM document WHERE number = ?)", arguments: [number]) ?? false
  }

  /// What a document says, to those who may see excluded information or to everybody else.
  func report(of document: IssuedDocument, seesExcluded: Bool, _ db: Database) throws -> Report {
    let column = seesExcluded ? "content" : "coalesce(open_content, content)"
    let data = try Data.fetchOne(db, sql: "SELECT \(column) FROM document WHERE id = ?", arguments: [document.id])
    guard let data, let report = try? Report(frozen: data) else {
      throw StorageFailure.corrupt(path: path, detail: "document \(document.id)")
    }
    return report
  }

  private static func document(_ row: Row) -> IssuedDocument {
    IssuedDocument(
      id: row[0], kind: ReportKind(rawValue: row[1])!, period: Period(row[2] as String)!,
      unit: (row[3] as String?).flatMap { UnitCode($0) }, round: row[4], number: row[5], issued: LocalTime(row[6] as String)!,
      issuer: row[7])
  }
}

extension Relation {
  /// All issued documents, in order.
  static func documents() -> Relation {
    Relation(
      columns: [
        Column("dokumen", .text, "('D-' || d.id)"), Column("jenis", .text, "d.kind"), Column("periode", .period, "d.period"),
        Column("unit", .text, "u.code"), Column("putaran", .int, "d.round"), Column("langkah", .int, "d.step"),
        Column("nomor", .text, "d.number"), Column("terbit", .time, "d.issued_at"), Column("oleh", .text, "d.issued_by"),
      ],
      from: "document d LEFT JOIN unit u ON u.id = d.unit_id", order: [OrderKey(sql: "d.id")])
  }

  /// Those that a person may read who may not see excluded information: the office's, and those of the person's own unit.
  static func documents(readableBy person: Actor) -> Relation {
    var relation = documents()
    let own = person.roles.contains(.pendukung) ? person.unit.map { " OR u.code = \(relation.bind(.text($0.text)))" } : nil
    let kinds = ReportKind.allCases.filter { !$0.isOfUnits }.map { "'\($0.rawValue)'" }.joined(separator: ", ")
    relation.filters = ["(d.kind IN (\(kinds))\(own ?? ""))"]
    return relation
  }

  /// The list of an edition, with the columns of its document.
  static func list(ofEdition edition: Int, _ visibility: Visibility) -> Relation {
    var relation = listedRecords(period: nil, visibility)
    let bound = relation.bind(.int(edition))
    relation.filters[0] = """
      c.edition_id = (SELECT max(y.edition_id) FROM edition_change y WHERE y.record_id = c.record_id AND y.edition_id <= \(bound))
      """
    let places = EditionColumn.all.compactMap { column in relation.columns.firstIndex { $0.name == column.name } }
    return relation.projected(to: places)
  }
}
