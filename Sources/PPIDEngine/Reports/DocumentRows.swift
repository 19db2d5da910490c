import Foundation
import PPIDValues

/// What a document is about: at most one is issued by hand for each.
struct DocumentSubject: Hashable {
  let kind: ReportKind
  let period: Period
  let unitID: Int?
  let round: Int
}

/// The documents that were issued.
struct DocumentRows {
  let db: Database

  /// Freezes a report; `openReport` is what those see who may not see excluded information, where that differs.
  func insertDocument(
    _ report: Report, openReport: Report, of subject: DocumentSubject, step: Int?, issuer: String, at time: LocalTime
  ) throws -> IssuedDocument {
    let content = [UInt8](try report.frozen())
    let openContent = report == openReport ? nil : [UInt8](try openReport.frozen())
    let id = try db.insert(
      """
      INSERT INTO document (kind, period, unit_id, round, step, number, issued_at, issued_by, content, open_content, journal_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, subject.kind, subject.period, subject.unitID, subject.round, step, report.number, time, issuer, content, openContent, db.entry)
    return IssuedDocument(
      id: id, kind: subject.kind, period: subject.period, unit: report.unit?.code, round: subject.round, number: report.number,
      issued: time, issuer: issuer)
  }

  /// The last document of that kind, period and unit; of one round, where it is named.
  func latestDocument(_ kind: ReportKind, _ period: Period, unitID: Int?, round: Int?) throws -> IssuedDocument? {
    try db.row(
      """
      SELECT d.id, d.kind, d.period, u.code AS unit, d.round, d.number, d.issued_at, d.issued_by
      FROM document d LEFT JOIN unit u ON u.id = d.unit_id
      WHERE d.kind = ? AND d.period = ? AND d.unit_id IS ? AND (?4 IS NULL OR d.round = ?4) ORDER BY d.id DESC LIMIT 1
      """, kind, period, unitID, round
    ) {
      IssuedDocument(
        id: try $0["id"], kind: try $0["kind"], period: try $0["period"], unit: try $0["unit"], round: try $0["round"],
        number: try $0["number"], issued: try $0["issued_at"], issuer: try $0["issued_by"])
    }
  }

  func hasDocument(number: String) throws -> Bool { try db.exists("SELECT 1 FROM document WHERE number = ?", number) }

  /// What a document says, to those who may see excluded information or to everybody else.
  func report(of document: IssuedDocument, seesExcluded: Bool) throws -> Report {
    let column = seesExcluded ? "content" : "coalesce(open_content, content)"
    let content = try db.value("SELECT \(column) FROM document WHERE id = ?", document.id, as: [UInt8].self)
    guard let content, let report = try? Report(frozen: Data(content)) else {
      throw StorageFailure.corrupt(path: db.path, detail: "document \(document.id)")
    }
    return report
  }
}
