import GRDB
import PPIDValues

extension Store {
  /// What a unit has to hand over: its records that are new, changed or withdrawn since its last release.
  private static let undelivered = """
    SELECT r.id AS record_id, r.revision,
      CASE WHEN r.status IN ('ditarik', 'dimusnahkan') THEN 'ditarik' WHEN l.record_id IS NULL THEN 'baru' ELSE 'berubah' END AS change
    FROM record r LEFT JOIN release l ON l.record_id = r.id
    WHERE r.unit_id = ?
      AND CASE WHEN l.record_id IS NULL THEN r.status NOT IN ('ditarik', 'dimusnahkan') ELSE r.revision > l.revision END
    """

  func hasUndelivered(unitID: Int, _ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (\(Store.undelivered))", arguments: [unitID]) ?? false
  }

  /// Sends what the unit has to hand over; the hand-over's number and how many records it holds.
  func insertHandover(
    of track: Track, unitID: Int, isNil: Bool, printed: (count: Int, unit: PrintedUnit)?, at time: LocalTime, by actor: String,
    journal: Int, _ db: Database
  ) throws -> (number: HandoverNumber, count: Int) {
    try db.execute(
      sql: "INSERT INTO handover (track_id, round, state, is_nil, printed, printed_unit) VALUES (?, ?, 'dikirim', ?, ?, ?)",
      arguments: [track.id, track.round, isNil, printed?.count, printed?.unit.rawValue])
    let number = HandoverNumber(Int(db.lastInsertedRowID))
    try db.execute(
      sql: """
        INSERT INTO handover_item (handover_id, record_id, sent, change)
        SELECT ?, record_id, revision, change FROM (\(Store.undelivered))
        """,
      arguments: [number.value, unitID])
    let count = db.changesCount
    try insertHandoverEvent(.sent, of: number, at: time, by: actor, note: nil, journal: journal, db)
    return (number, count)
  }

  private func insertHandoverEvent(
    _ kind: HandoverEventKind, of number: HandoverNumber, at time: LocalTime, by actor: String, note: String?, journal: Int, _ db: Database
  ) throws {
    try db.execute(
      sql: "INSERT INTO handover_event (handover_id, kind, at, actor, note, journal_id) VALUES (?, ?, ?, ?, ?, ?)",
      arguments: [number.value, kind.rawValue, time.description, actor, note, journal])
  }

  private static let handoverSelection =
    "SELECT h.id, h.track_id, h.round, h.state, h.is_nil, h.printed, h.printed_unit, h.difference FROM handover h"

  func handover(_ number: HandoverNumber, _ db: Database) throws -> Handover? {
    try Row.fetchOne(db, sql: "\(Store.handoverSelection) WHERE h.id = ?", arguments: [number.value]).map(Store.handover)
  }

  /// The hand-over of a delivery that is under way.
  func openHandover(of track: Track, _ db: Database) throws -> Handover? {
    try Row.fetchOne(
      db, sql: "\(Store.handoverSelection) WHERE h.track_id = ? AND h.state IN ('dikirim', 'diterima') ORDER BY h.id DESC LIMIT 1",
      arguments: [track.id]
    ).map(Store.handover)
  }

  /// The other month for which the unit has a hand-over under way.
  func monthOfOtherHandover(unitID: Int, track: Track, _ db: Database) throws -> Period? {
    try String.fetchOne(
      db,
      sql: """
        SELECT y.period FROM handover h JOIN track t ON t.id = h.track_id JOIN cycle y ON y.id = t.cycle_id
        WHERE h.state IN ('dikirim', 'diterima') AND t.unit_id = ? AND t.id <> ? LIMIT 1
        """,
      arguments: [unitID, track.id]
    ).flatMap { Period($0) }
  }

  func track(_ id: Int, _ db: Database) throws -> Track? {
    try tracks(where: "t.id = ?", [id], db).first
  }

  /// Receives a hand-over, or receives it anew: the revisions as they are now are those that will be judged.
  func receive(
    _ number: HandoverNumber, counted: Int?, difference: String?, at time: LocalTime, by actor: String, journal: Int, _ db: Database
  ) throws {
    try db.execute(
      sql: "UPDATE handover SET state = 'diterima', counted = coalesce(?, counted), difference = coalesce(?, difference) WHERE id = ?",
      arguments: [counted, difference, number.value])
    try fixRevisions(of: number, db)
    try insertHandoverEvent(.received, of: number, at: time, by: actor, note: difference, journal: journal, db)
  }

  /// Takes a hand-over that was received before as received again, because no file changed.
  func passReceipt(of number: HandoverNumber, at time: LocalTime, by actor: String, journal: Int, _ db: Database) throws {
    try fixRevisions(of: number, db)
    try insertHandoverEvent(.receivedAgain, of: number, at: time, by: actor, note: nil, journal: journal, db)
  }

  /// Whether a file of what a hand-over holds was attached, replaced or taken away since its receipt.
  func hasChangedFiles(since number: HandoverNumber, _ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM handover_item i JOIN revision v ON v.record_id = i.record_id AND v.number >= i.received
        WHERE i.handover_id = ? AND v.before LIKE '{"berkas.%')
        """,
      arguments: [number.value]) ?? false
  }

  private func fixRevisions(of number: HandoverNumber, _ db: Database) throws {
    let columns = Store.editionColumns.map(\.column)
    let assignments = columns.map { "\($0) = \($0 == "unit" ? "u.code" : "r.\($0)")" }.joined(separator: ", ")
    try db.execute(
      sql: """
        UPDATE handover_item SET received = r.revision, status = r.status, \(assignments)
        FROM record r JOIN unit u ON u.id = r.unit_id WHERE r.id = handover_item.record_id AND handover_id = ?
        """,
      arguments: [number.value])
  }

  /// Ends a hand-over without a release.
  func end(
    _ number: HandoverNumber, as state: HandoverState, _ kind: HandoverEventKind, at time: LocalTime, by actor: String, note: String?,
    journal: Int, _ db: Database
  )
    throws
  {
    try db.execute(sql: "UPDATE handover SET state = ? WHERE id = ?", arguments: [state.rawValue, number.value])
    try insertHandoverEvent(kind, of: number, at: time, by: actor, note: note, journal: journal, db)
  }

  /// Releases the revisions that were received; how many.
  func release(_ number: HandoverNumber, at time: LocalTime, by actor: String, journal: Int, _ db: Database) throws -> Int {
    let columns = Store.editionColumns.map(\.column).joined(separator: ", ")
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO release (record_id, handover_id, revision, pending, status, \(columns))
        SELECT record_id, handover_id, received, 1, status, \(columns) FROM handover_item
        WHERE handover_id = ? AND received IS NOT NULL
        """,
      arguments: [number.value])
    let count = db.changesCount
    try end(number, as: .approved, .approved, at: time, by: actor, note: nil, journal: journal, db)
    return count
  }

  /// The records of a hand-over that still live.
  func livingItems(of number: HandoverNumber, _ db: Database) throws -> [RecordNumber] {
    try Int.fetchAll(
      db,
      sql: """
        SELECT r.id FROM handover_item i JOIN record r ON r.id = i.record_id
        WHERE i.handover_id = ? AND r.status NOT IN ('ditarik', 'dimusnahkan') ORDER BY r.id
        """,
      arguments: [number.value]
    ).map { RecordNumber($0) }
  }

  /// The records that a hand-over holds.
  func items(of number: HandoverNumber, _ db: Database) throws -> [Int] {
    try Int.fetchAll(db, sql: "SELECT record_id FROM handover_item WHERE handover_id = ? ORDER BY record_id", arguments: [number.value])
  }

  private static func handover(_ row: Row) -> Handover {
    Handover(
      number: HandoverNumber(row[0]), trackID: row[1], round: row[2], state: HandoverState(rawValue: row[3])!, isNil: row[4],
      printed: (row[5] as Int?).flatMap { count in (row[6] as String?).flatMap(PrintedUnit.init).map { (count, $0) } },
      difference: row[7])
  }
}
