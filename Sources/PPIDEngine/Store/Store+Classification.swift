import GRDB
import PPIDValues

extension Store {
  /// The number of the scheme in force; nil as long as none was imported.
  func lastScheme(_ db: Database) throws -> Int? {
    try Int.fetchOne(db, sql: "SELECT max(id) FROM scheme")
  }

  func hasScheme(_ id: Int, _ db: Database) throws -> Bool {
    try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM scheme WHERE id = ?)", arguments: [id]) ?? false
  }

  /// All codes of a scheme, in its own order.
  func codes(ofScheme id: Int, _ db: Database) throws -> [SchemeCode] {
    try Row.fetchAll(
      db, sql: "SELECT \(Store.codeColumns) FROM scheme_code k WHERE k.scheme_id = ? ORDER BY k.position", arguments: [id]
    ).map { Store.code($0) }
  }

  /// Adds a scheme, which is in force from now on; its number. Records whose code no scheme knew so far are read by it.
  func insertScheme(_ codes: [SchemeCode], file: String, at time: LocalTime, event: Int, _ db: Database) throws -> Int {
    try db.execute(
      sql: "INSERT INTO scheme (file, imported_at, journal_id) VALUES (?, ?, ?)", arguments: [file, time.description, event])
    let id = Int(db.lastInsertedRowID)
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO scheme_code (scheme_id, code, position, title, active, inactive, fate, exception, security)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """)
    for (position, code) in codes.enumerated() {
      try statement.execute(arguments: [
        id, code.code, position, code.title, code.active, code.inactive, code.fate?.kind.rawValue, code.fate?.exception,
        code.security?.rawValue,
      ])
    }
    try db.execute(
      sql: """
        INSERT INTO record_scheme (record_id, scheme_id, code)
        SELECT r.id, k.scheme_id, k.code FROM scheme_code k JOIN record r ON r.code = k.code
        WHERE k.scheme_id = ? AND NOT EXISTS (SELECT 1 FROM record_scheme s WHERE s.record_id = r.id)
        """,
      arguments: [id])
    return id
  }

  /// By which scheme and code these records are read; those that no scheme knows are missing.
  func schemeCodes(of records: [Int], _ db: Database) throws -> [Int: SchemeCode] {
    try inBatches(records) { places, arguments in
      try Row.fetchAll(
        db,
        sql: """
          SELECT \(Store.codeColumns), s.record_id FROM record_scheme s
          JOIN scheme_code k ON k.scheme_id = s.scheme_id AND k.code = s.code WHERE s.record_id IN (\(places))
          """,
        arguments: arguments
      ).map { (id: $0[7] as Int, code: Store.code($0)) }
    }.reduce(into: [:]) { $0[$1.id] = $1.code }
  }

  /// Asks for many records with few statements: `body` is given places for some of them at a time.
  func inBatches<T>(_ records: [Int], _ body: (_ places: String, StatementArguments) throws -> [T]) throws -> [T] {
    let size = 500
    return try stride(from: 0, to: records.count, by: size).flatMap { start in
      let batch = records[start..<min(start + size, records.count)]
      return try body(batch.map { _ in "?" }.joined(separator: ", "), StatementArguments(batch))
    }
  }

  private static let codeColumns = "k.code, k.title, k.active, k.inactive, k.fate, k.exception, k.security"

  private static func code(_ row: Row) -> SchemeCode {
    SchemeCode(
      code: row[0], title: row[1], active: row[2], inactive: row[3],
      fate: (row[4] as String?).flatMap(FinalFate.Kind.init).map { FinalFate(kind: $0, exception: row[5]) },
      security: (row[6] as String?).flatMap(SecurityClass.init))
  }
}

extension Relation {
  /// The codes of a scheme; of the one in force, where nil.
  static func schemeCodes(of scheme: Int?) -> Relation {
    var relation = Relation(
      columns: [
        Column("kode", .text, "k.code"), Column("uraian", .text, "k.title"), Column("retensi_aktif", .text, "k.active"),
        Column("retensi_inaktif", .text, "k.inactive"), Column("nasib_akhir", .text, "k.fate"), Column("kecuali", .text, "k.exception"),
        Column("keamanan", .text, "k.security"), Column("versi", .int, "k.scheme_id"),
      ],
      from: "scheme_code k", order: [OrderKey(sql: "k.position")])
    let version = scheme.map { relation.bind(.int($0)) } ?? "(SELECT max(id) FROM scheme)"
    relation.filters = ["k.scheme_id = \(version)"]
    return relation
  }
}
