import GRDB
import Glibc
import PPIDValues

extension Engine {
  /// What the checks find wrong with these records, record by record in the order given, check by check in the order of
  /// ``allChecks``. Whether the person may see them is the caller's to have decided.
  func findings(for records: [RecordNumber], _ db: Database) throws -> [Finding] {
    try checked(records, db).flatMap { record in
      allChecks.compactMap { check in
        check.fault(in: record).map {
          Finding(subject: .record(record.number), unit: record.unit, rule: check.rule, message: $0.message, remedy: $0.remedy)
        }
      }
    }
  }

  /// These records with all that checks ask about them; few statements for any number of records.
  func checked(_ records: [RecordNumber], _ db: Database) throws -> [CheckedRecord] {
    let ids = records.map(\.value)
    let codes = try store.schemeCodes(of: ids, db)
    let twins = try store.twins(of: ids, db)
    let files = Dictionary(grouping: try store.files(of: ids, db), by: \.record.value)
    let decided = try store.excludedByDecision(ids, db)
    let hasScheme = try store.lastScheme(db) != nil
    let today = try now().date
    let stored = Dictionary(uniqueKeysWithValues: try store.records(Array(Set(ids)), db).map { ($0.id, $0) })
    return ids.compactMap { stored[$0] }.map { record in
      CheckedRecord(
        number: RecordNumber(record.id), unit: record.unit, content: record.content, code: codes[record.id], hasScheme: hasScheme,
        twin: twins[record.id].map(RecordNumber.init), isExclusionDecided: decided.contains(record.id),
        damagedFiles: (files[record.id] ?? []).filter(isDamaged).map(\.name), today: today)
    }
  }

  private func isDamaged(_ file: HeldFile) -> Bool {
    var status = stat()
    return stat(store.contents.path(of: file.digest), &status) != 0 || Int(status.st_size) != file.size
  }
}
