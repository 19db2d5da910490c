import GRDB
import PPIDValues

/// A hand-over as its documents tell it.
struct HandoverSummary: Sendable {
  let number: HandoverNumber
  let round: Int
  let state: HandoverState
  let isNil: Bool
  let printed: (count: Int, unit: PrintedUnit)?
  let counted: Int?
  let difference: String?
}

/// A record of a hand-over.
struct HandoverLine: Sendable {
  let record: RecordNumber
  let title: String
  let category: String?
  let form: String?
  let code: String?
  let location: String?
  let change: String
  let sent: Int
  let received: Int?
}

extension Store {
  /// The last hand-over of a unit's delivery.
  func lastHandover(of unit: StoredUnit, in period: Period, _ db: Database) throws -> HandoverSummary? {
    try Row.fetchOne(
      db,
      sql: """
        SELECT h.id, h.round, h.state, h.is_nil, h.printed, h.printed_unit, h.counted, h.difference FROM handover h
        JOIN track t ON t.id = h.track_id JOIN cycle y ON y.id = t.cycle_id
        WHERE t.unit_id = ? AND y.period = ? ORDER BY h.id DESC LIMIT 1
        """,
      arguments: [unit.id, period.description]
    ).map { row in
      HandoverSummary(
        number: HandoverNumber(row[0]), round: row[1], state: HandoverState(rawValue: row[2]) ?? .sent, isNil: row[3],
        printed: (row[4] as Int?).flatMap { count in (row[5] as String?).flatMap(PrintedUnit.init).map { (count, $0) } },
        counted: row[6], difference: row[7])
    }
  }

  /// What a hand-over holds: as it was received, or else as it is now.
  func lines(of handover: HandoverNumber, _ db: Database) throws -> [HandoverLine] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT r.id, coalesce(i.title, r.title), iif(i.received IS NULL, r.category, i.category), iif(i.received IS NULL, r.form, i.form),
          r.code, r.location, i.change, i.sent, i.received
        FROM handover_item i JOIN record r ON r.id = i.record_id WHERE i.handover_id = ? ORDER BY r.id
        """,
      arguments: [handover.value]
    ).map {
      HandoverLine(
        record: RecordNumber($0[0]), title: $0[1], category: $0[2], form: $0[3], code: $0[4], location: $0[5], change: $0[6], sent: $0[7],
        received: $0[8])
    }
  }

  /// Everything that a hand-over went through.
  func events(of handover: HandoverNumber, _ db: Database) throws -> [(kind: String, at: LocalTime?, actor: String, note: String?)] {
    try Row.fetchAll(
      db, sql: "SELECT kind, at, actor, note FROM handover_event WHERE handover_id = ? ORDER BY id", arguments: [handover.value]
    ).map { (kind: $0[0], at: LocalTime($0[1] as String), actor: $0[2], note: $0[3]) }
  }

  /// Why a unit said that it has nothing of a kind, by the kind, folded.
  func nilReasons(of unit: StoredUnit, in period: Period, _ db: Database) throws -> [String: String] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT n.folded_kind, n.reason FROM nil_statement n JOIN cycle y ON y.id = n.cycle_id WHERE n.unit_id = ? AND y.period = ?
        """,
      arguments: [unit.id, period.description])
    return Dictionary(uniqueKeysWithValues: rows.map { ($0[0], $0[1]) })
  }

  /// What the last verification of a delivery found; nil where none has run.
  func verificationFindings(of unit: StoredUnit, in period: Period, _ db: Database) throws
    -> (at: LocalTime?, round: Int, checked: Int, findings: [(record: RecordNumber?, message: Phrase)])?
  {
    let run = try Row.fetchOne(
      db,
      sql: """
        SELECT v.id, v.at, v.round, v.checked FROM verification v JOIN track t ON t.id = v.track_id JOIN cycle y ON y.id = t.cycle_id
        WHERE t.unit_id = ? AND y.period = ? ORDER BY v.id DESC LIMIT 1
        """,
      arguments: [unit.id, period.description])
    guard let run else { return nil }
    let findings = try Row.fetchAll(
      db, sql: "SELECT record_id, message_id, message_en FROM verification_finding WHERE verification_id = ? ORDER BY rowid",
      arguments: [run[0] as Int]
    ).map { (record: ($0[0] as Int?).map { RecordNumber($0) }, message: Phrase(id: $0[1], en: $0[2])) }
    return (at: LocalTime(run[1] as String), round: run[2], checked: run[3], findings: findings)
  }

  /// The input of Tim Pertimbangan on a month.
  func advice(on period: Period, _ db: Database) throws -> [(text: String, at: LocalTime?, actor: String)] {
    try Row.fetchAll(
      db, sql: "SELECT a.text, a.at, a.actor FROM advice a JOIN cycle y ON y.id = a.cycle_id WHERE y.period = ? ORDER BY a.id",
      arguments: [period.description]
    ).map { (text: $0[0], at: LocalTime($0[1] as String), actor: $0[2]) }
  }
}
