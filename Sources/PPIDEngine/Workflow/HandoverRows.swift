import PPIDValues

/// The hand-overs with their records and control cards, and what they released.
struct HandoverRows {
  let db: Database

  // MARK: Asking

  /// What a unit has to hand over: its records that are new, changed or withdrawn since its last release.
  private static let undelivered = """
    SELECT r.id AS record_id, r.revision,
      CASE WHEN r.status IN ('ditarik', 'dimusnahkan') THEN 'ditarik' WHEN l.record_id IS NULL THEN 'baru' ELSE 'berubah' END AS change
    FROM record r LEFT JOIN release l ON l.record_id = r.id
    WHERE r.unit_id = ?
      AND CASE WHEN l.record_id IS NULL THEN r.status NOT IN ('ditarik', 'dimusnahkan') ELSE r.revision > l.revision END
    """

  func hasUndelivered(unitID: Int) throws -> Bool { try db.exists(HandoverRows.undelivered, unitID) }

  private static let selection =
    "SELECT h.id, h.track_id, h.round, h.state, h.is_nil, h.printed, h.printed_unit, h.difference FROM handover h"

  func handover(_ number: HandoverNumber) throws -> Handover? {
    try db.row("\(HandoverRows.selection) WHERE h.id = ?", number.value, decode: HandoverRows.handover)
  }

  /// The hand-over of a delivery that is under way.
  func openHandover(of track: Track) throws -> Handover? {
    try db.row(
      "\(HandoverRows.selection) WHERE h.track_id = ? AND h.state IN \(HandoverState.underWay) ORDER BY h.id DESC LIMIT 1", track.id,
      decode: HandoverRows.handover)
  }

  /// The other month for which the unit has a hand-over under way.
  func monthOfOtherHandover(unitID: Int, track: Track) throws -> Period? {
    try db.value(
      """
      SELECT y.period FROM handover h JOIN track t ON t.id = h.track_id JOIN cycle y ON y.id = t.cycle_id
      WHERE h.state IN \(HandoverState.underWay) AND t.unit_id = ? AND t.id <> ? LIMIT 1
      """, unitID, track.id)
  }

  /// Whether a file of what a hand-over holds was attached, replaced or taken away since its receipt.
  func hasChangedFiles(since number: HandoverNumber) throws -> Bool {
    try db.exists(
      """
      SELECT 1 FROM handover_item i JOIN revision v ON v.record_id = i.record_id AND v.number >= i.received
      WHERE i.handover_id = ? AND v.before LIKE '{"berkas.%'
      """, number.value)
  }

  /// The records that a hand-over holds.
  func items(of number: HandoverNumber) throws -> [Int] {
    try db.values("SELECT record_id FROM handover_item WHERE handover_id = ? ORDER BY record_id", number.value)
  }

  /// The records of a hand-over that still live.
  func livingItems(of number: HandoverNumber) throws -> [RecordNumber] {
    let ids: [Int] = try db.values(
      """
      SELECT r.id FROM handover_item i JOIN record r ON r.id = i.record_id
      WHERE i.handover_id = ? AND r.status NOT IN ('ditarik', 'dimusnahkan') ORDER BY r.id
      """, number.value)
    return ids.map { RecordNumber($0) }
  }

  private static func handover(_ row: Row) throws -> Handover {
    let id: Int = try row["id"]
    let count: Int? = try row["printed"]
    let unit: PrintedUnit? = try row["printed_unit"]
    return Handover(
      number: HandoverNumber(id), trackID: try row["track_id"], round: try row["round"], state: try row["state"],
      isNil: try row["is_nil"], printed: count.flatMap { count in unit.map { (count, $0) } }, difference: try row["difference"])
  }

  // MARK: Sending and receiving

  /// Sends what the unit has to hand over; the hand-over's number and how many records it holds.
  func insertHandover(
    of track: Track, unitID: Int, isNil: Bool, printed: (count: Int, unit: PrintedUnit)?, at time: LocalTime, by actor: String
  ) throws -> (number: HandoverNumber, count: Int) {
    let id = try db.insert(
      "INSERT INTO handover (track_id, round, state, is_nil, printed, printed_unit, journal_id) VALUES (?, ?, ?, ?, ?, ?, ?)", track.id,
      track.round, HandoverState.sent, isNil, printed?.count, printed?.unit, db.entry)
    let number = HandoverNumber(id)
    let count = try db.execute(
      """
      INSERT INTO handover_item (handover_id, record_id, sent, change, journal_id)
      SELECT ?, record_id, revision, change, ? FROM (\(HandoverRows.undelivered))
      """, id, db.entry, unitID)
    try insertEvent(.sent, of: number, at: time, by: actor, note: nil)
    return (number, count)
  }

  /// Receives a hand-over, or receives it anew: the revisions as they are now are those that will be judged.
  func receive(_ number: HandoverNumber, counted: Int?, difference: String?, at time: LocalTime, by actor: String) throws {
    try db.execute(
      """
      UPDATE handover SET state = ?, counted = coalesce(?, counted), difference = coalesce(?, difference), journal_id = ? WHERE id = ?
      """, HandoverState.received, counted, difference, db.entry, number.value)
    try fixRevisions(of: number)
    try insertEvent(.received, of: number, at: time, by: actor, note: difference)
  }

  /// Takes a hand-over that was received before as received again, because no file changed.
  func passReceipt(of number: HandoverNumber, at time: LocalTime, by actor: String) throws {
    try fixRevisions(of: number)
    try insertEvent(.receivedAgain, of: number, at: time, by: actor, note: nil)
  }

  private func fixRevisions(of number: HandoverNumber) throws {
    let columns = ListedColumns.all.map(\.column)
    let assignments = columns.map { "\($0) = \($0 == "unit" ? "u.code" : "r.\($0)")" }.joined(separator: ", ")
    try db.execute(
      """
      UPDATE handover_item SET received = r.revision, status = r.status, \(assignments), journal_id = ?
      FROM record r JOIN unit u ON u.id = r.unit_id WHERE r.id = handover_item.record_id AND handover_id = ?
      """, db.entry, number.value)
  }

  // MARK: Ending

  /// Ends a hand-over without a release.
  func end(
    _ number: HandoverNumber, as state: HandoverState, _ kind: HandoverEventKind, at time: LocalTime, by actor: String, note: String?
  ) throws {
    try db.execute("UPDATE handover SET state = ?, journal_id = ? WHERE id = ?", state, db.entry, number.value)
    try insertEvent(kind, of: number, at: time, by: actor, note: note)
  }

  /// Releases the revisions that were received.
  func release(_ number: HandoverNumber, at time: LocalTime, by actor: String) throws {
    let columns = ListedColumns.all.map(\.column).joined(separator: ", ")
    try db.execute(
      """
      INSERT OR REPLACE INTO release (record_id, handover_id, revision, pending, status, \(columns), journal_id)
      SELECT record_id, handover_id, received, 1, status, \(columns), ? FROM handover_item
      WHERE handover_id = ? AND received IS NOT NULL
      """, db.entry, number.value)
    try end(number, as: .approved, .approved, at: time, by: actor, note: nil)
  }

  private func insertEvent(
    _ kind: HandoverEventKind, of number: HandoverNumber, at time: LocalTime, by actor: String, note: String?
  ) throws {
    try db.execute(
      "INSERT INTO handover_event (handover_id, kind, at, actor, note, journal_id) VALUES (?, ?, ?, ?, ?, ?)", number.value, kind, time,
      actor, note, db.entry)
  }
}

extension HandoverState: StoredText {
  /// The states of a hand-over that is under way, in SQL.
  static let underWay = "('\(sent.rawValue)', '\(received.rawValue)')"
}

extension HandoverEventKind: StoredText {}
extension PrintedUnit: StoredText {}
