import PPIDValues

/// The files of records, and the contents that stand behind them.
///
/// That bytes go with their rows is ``FileActs``'.
struct FileRows {
  let db: Database

  // MARK: Files

  /// The files of these records, in the order in which they were attached.
  func files(of records: [Int]) throws -> [HeldFile] {
    try db.inBatches(records) { places, values in
      try db.rows(FileRows.selection + " WHERE f.record_id IN (\(places)) ORDER BY f.id", values: values, decode: FileRows.file)
    }
  }

  /// The attachments of one content.
  func files(withDigest digest: String) throws -> [HeldFile] {
    try db.rows(FileRows.selection + " WHERE f.digest = ? ORDER BY f.id", digest, decode: FileRows.file)
  }

  private static let selection =
    "SELECT f.record_id, f.name, c.type, c.size, f.digest FROM attachment f JOIN content c ON c.digest = f.digest"

  private static func file(_ row: Row) throws -> HeldFile {
    let record: Int = try row["record_id"]
    return HeldFile(
      record: RecordNumber(record), name: try row["name"], type: try row["type"], size: try row["size"], digest: try row["digest"])
  }

  /// When a file was attached.
  func attachmentTime(of file: HeldFile) throws -> LocalTime? {
    try db.value("SELECT attached_at FROM attachment WHERE record_id = ? AND name = ?", file.record.value, file.name)
  }

  /// Has a record have a file, whose content is known.
  func insert(_ file: HeldFile, at time: LocalTime) throws {
    try db.execute(
      "INSERT INTO attachment (record_id, name, digest, attached_at, journal_id) VALUES (?, ?, ?, ?, ?)", file.record.value, file.name,
      file.digest, time, db.entry)
  }

  func remove(_ file: HeldFile) throws {
    try db.execute("DELETE FROM attachment WHERE record_id = ? AND name = ?", file.record.value, file.name)
  }

  // MARK: Contents

  /// Has a file's content be known, and not go any more.
  func insertContent(of file: HeldFile) throws {
    try db.execute("DELETE FROM discarded_content WHERE digest = ?", file.digest)
    try db.execute("DELETE FROM kept_content WHERE digest = ?", file.digest)
    try db.execute(
      "INSERT INTO content (digest, size, type, journal_id) VALUES (?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING", file.digest, file.size,
      file.type, db.entry)
  }

  /// Forgets a content that nobody has any more; its bytes are kept until a time, or to go.
  func removeContent(_ digest: String, keptUntil: LocalTime?) throws {
    try db.execute("DELETE FROM content WHERE digest = ?", digest)
    if let keptUntil {
      try db.execute("INSERT INTO kept_content (digest, until) VALUES (?, ?)", digest, keptUntil)
    } else {
      try db.execute("INSERT INTO discarded_content (digest) VALUES (?)", digest)
    }
  }

  /// Whether the bytes of a content are kept: some record has it, or had it not long ago.
  func keeps(_ digest: String) throws -> Bool {
    try db.exists("SELECT 1 FROM content WHERE digest = ?1 UNION ALL SELECT 1 FROM kept_content WHERE digest = ?1", digest)
  }

  /// Goes through all contents, by digest.
  func forEachContent(_ body: (_ digest: String, _ size: Int) throws -> Void) throws {
    try db.forEach("SELECT digest, size FROM content ORDER BY digest") { try body(try $0["digest"], try $0["size"]) }
  }

  /// The digests of the contents that begin with these two digits, and of those that are kept for a time.
  func contentDigests(beginning prefix: String) throws -> Set<String> {
    let range = "digest >= ?1 AND digest < ?2"
    return Set(
      try db.values(
        "SELECT digest FROM content WHERE \(range) UNION SELECT digest FROM kept_content WHERE \(range)", prefix, prefix + "g",
        as: String.self))
  }

  // MARK: Discarded contents

  /// Has the bytes go whose time is over; whether there are any.
  func discardContents(keptUntil now: LocalTime) throws -> Bool { try discardKept(where: "until < ?", now) }

  /// Has the bytes go that were taken from these records earlier, and that nobody has any more; whether there are any.
  func discardContents(onceOf records: [Int]) throws -> Bool {
    let once: [String] = try db.inBatches(records) { places, values in
      try db.values(
        """
        SELECT DISTINCT k.digest FROM revision v, json_each(v.before) j JOIN kept_content k ON k.digest = j.value
        WHERE v.record_id IN (\(places)) AND j.key GLOB 'berkas.*'
        """, values: values)
    }
    let discarded = try Set(once).map { try discardKept(where: "digest = ?", $0) }
    return discarded.contains(true)
  }

  private func discardKept(where condition: String, _ value: any StoredValue) throws -> Bool {
    guard try db.execute("INSERT INTO discarded_content SELECT digest FROM kept_content WHERE \(condition)", value) > 0 else {
      return false
    }
    try db.execute("DELETE FROM kept_content WHERE \(condition)", value)
    return true
  }

  /// Has bytes go, unless the archive knows their content, or keeps it for a time.
  func discardUnknown(_ digest: String) throws {
    try db.execute(
      """
      INSERT OR IGNORE INTO discarded_content SELECT ?1 WHERE NOT EXISTS (SELECT 1 FROM content WHERE digest = ?1)
      AND NOT EXISTS (SELECT 1 FROM kept_content WHERE digest = ?1)
      """, digest)
  }

  func hasDiscardedContents() throws -> Bool { try db.exists("SELECT 1 FROM discarded_content") }
  func discardedContents() throws -> [String] { try db.values("SELECT digest FROM discarded_content") }
  func removeDiscarded(_ digest: String) throws { try db.execute("DELETE FROM discarded_content WHERE digest = ?", digest) }

  // MARK: Freezes

  /// Those of these records that something keeps as they are now, with its number: a hand-over on its way (custody *dalam
  /// penyerahan*), or a disposal that isn't over; `except` is left out of account.
  func freezes(of records: [Int], except: DisposalNumber? = nil) throws -> [(record: Int, by: String)] {
    try db.inBatches(records) { places, values in
      let sent = try db.rows(
        """
        SELECT i.record_id, 'ST-' || h.id AS cause FROM handover_item i JOIN handover h ON h.id = i.handover_id
        WHERE h.state = 'dikirim' AND i.record_id IN (\(places))
        """, values: values, decode: FileRows.freeze)
      let disposed = try db.rows(
        """
        SELECT i.record_id, 'S-' || s.id AS cause FROM disposal_item i JOIN disposal s ON s.id = i.disposal_id
        WHERE s.state IN ('diusulkan', 'disetujui') AND s.id <> ? AND i.record_id IN (\(places))
        """, values: [except?.value ?? 0] + values, decode: FileRows.freeze)
      return sent + disposed
    }.sorted { $0.record < $1.record }
  }

  private static func freeze(_ row: Row) throws -> (record: Int, by: String) { (try row["record_id"], try row["cause"]) }
}
