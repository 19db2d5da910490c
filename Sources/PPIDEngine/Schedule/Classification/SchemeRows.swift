import PPIDValues

/// The classification schemes, and by which of them records are read.
struct SchemeRows {
  let db: Database

  /// The number of the scheme in force; nil as long as none was imported.
  func lastScheme() throws -> Int? { try db.value("SELECT max(id) FROM scheme") }

  func hasScheme(_ id: Int) throws -> Bool { try db.exists("SELECT 1 FROM scheme WHERE id = ?", id) }

  /// All codes of a scheme, in its own order.
  func codes(ofScheme id: Int) throws -> [SchemeCode] {
    try db.rows(
      "SELECT \(SchemeRows.codeColumns) FROM scheme_code k WHERE k.scheme_id = ? ORDER BY k.position", id, decode: SchemeRows.code)
  }

  /// Adds a scheme, which is in force from now on; its number. Records whose code no scheme knew so far are read by it.
  func insertScheme(_ codes: [SchemeCode], file: String, at time: LocalTime) throws -> Int {
    let id = try db.insert("INSERT INTO scheme (file, imported_at, journal_id) VALUES (?, ?, ?)", file, time, db.entry)
    for (position, code) in codes.enumerated() {
      try db.execute(
        """
        INSERT INTO scheme_code (scheme_id, code, position, title, active, inactive, fate, exception, security, journal_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, id, code.code, position, code.title, code.active, code.inactive, code.fate?.kind, code.fate?.exception, code.security,
        db.entry)
    }
    try db.execute(
      """
      INSERT INTO record_scheme (record_id, scheme_id, code, journal_id)
      SELECT r.id, k.scheme_id, k.code, ?1 FROM scheme_code k JOIN record r ON r.code = k.code
      WHERE k.scheme_id = ?2 AND NOT EXISTS (SELECT 1 FROM record_scheme s WHERE s.record_id = r.id)
      """, db.entry, id)
    return id
  }

  /// By which scheme and code these records are read; those that no scheme knows are missing.
  func schemeCodes(of records: [Int]) throws -> [Int: SchemeCode] {
    let codes = try db.inBatches(records) { places, values in
      try db.rows(
        """
        SELECT \(SchemeRows.codeColumns), s.record_id FROM record_scheme s
        JOIN scheme_code k ON k.scheme_id = s.scheme_id AND k.code = s.code WHERE s.record_id IN (\(places))
        """, values: values
      ) { row in (record: try row["record_id"] as Int, code: try SchemeRows.code(row)) }
    }
    return codes.reduce(into: [:]) { $0[$1.record] = $1.code }
  }

  private static let codeColumns = "k.code, k.title, k.active, k.inactive, k.fate, k.exception, k.security"

  private static func code(_ row: Row) throws -> SchemeCode {
    let fate: FinalFate.Kind? = try row["fate"]
    let exception: String? = try row["exception"]
    return SchemeCode(
      code: try row["code"], title: try row["title"], active: try row["active"], inactive: try row["inactive"],
      fate: fate.map { FinalFate(kind: $0, exception: exception) }, security: try row["security"])
  }
}

extension FinalFate.Kind: StoredText {}
