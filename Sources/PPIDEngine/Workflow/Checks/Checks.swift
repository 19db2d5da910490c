import Glibc
import PPIDValues

/// What the checks find in records.
struct Checks {
  let inquiry: Inquiry

  /// What is wrong with these records, record by record in the order given, check by check in the order of ``allChecks``. Whether the
  /// person may see them is the caller's to have decided.
  func findings(for records: [RecordNumber]) throws -> [Finding] {
    try checked(records).flatMap { record in
      allChecks.compactMap { check in
        check.fault(in: record).map {
          Finding(subject: .record(record.number), unit: record.unit, rule: check.rule, message: $0.message, remedy: $0.remedy)
        }
      }
    }
  }

  /// These records with all that checks ask about them; few statements for any number of records.
  func checked(_ records: [RecordNumber]) throws -> [CheckedRecord] {
    let ids = records.map(\.value)
    let (schemes, rows) = (SchemeRows(db: inquiry.db), CheckRows(db: inquiry.db))
    let codes = try schemes.schemeCodes(of: ids)
    let twins = try rows.twins(of: ids)
    let files = Dictionary(grouping: try FileRows(db: inquiry.db).files(of: ids), by: \.record.value)
    let decided = try rows.excludedByDecision(ids)
    let hasScheme = try schemes.lastScheme() != nil
    let today = try inquiry.time().date
    let contents = FileRules(inquiry: inquiry).contents
    let stored = Dictionary(uniqueKeysWithValues: try RecordRows(db: inquiry.db).records(Array(Set(ids))).map { ($0.id, $0) })
    return ids.compactMap { stored[$0] }.map { record in
      CheckedRecord(
        number: RecordNumber(record.id), unit: record.unit, content: record.content, code: codes[record.id], hasScheme: hasScheme,
        twin: twins[record.id].map(RecordNumber.init), isExclusionDecided: decided.contains(record.id),
        damagedFiles: (files[record.id] ?? []).filter { isDamaged($0, in: contents) }.map(\.name), today: today)
    }
  }

  private func isDamaged(_ file: HeldFile, in contents: ContentStore) -> Bool {
    var status = stat()
    return stat(contents.path(of: file.digest), &status) != 0 || Int(status.st_size) != file.size
  }
}
