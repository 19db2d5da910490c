import PPIDValues

/// An SQLite file that holds what is published and nothing else: it is written from nothing, never copied from the archive.
final class PublicDatabase {
  private let connection: Connection
  private static let columns = ListedColumns.all.map(\.field)
  private static let insertion =
    "INSERT INTO informasi (nomor, \(columns.joined(separator: ", "))) VALUES (?, \(columns.map { _ in "?" }.joined(separator: ", ")))"

  /// Makes the file at `path`, where none stands.
  init(path: String) throws {
    connection = try Connection(path: path)
    // It is built beside its place, and put there as a whole.
    try db.run(script: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN; \(PublicDatabase.schema)")
  }

  private var db: Database { connection.database }

  func insert(_ edition: [Field]) throws {
    try db.execute("INSERT INTO edisi VALUES (\(edition.map { _ in "?" }.joined(separator: ", ")))", values: PublicDatabase.values(edition))
  }

  func insert(_ record: PublishedRecord) throws {
    try db.execute(PublicDatabase.insertion, values: PublicDatabase.values(record.fields))
  }

  /// Ends writing.
  func finish() throws {
    try db.run(script: "INSERT INTO cari (cari) VALUES ('rebuild'); COMMIT")
    connection.close()
  }

  /// Numbers as numbers, all else as texts.
  private static func values(_ fields: [Field]) -> [(any StoredValue)?] {
    fields.map { field in
      switch field.value {
      case .null: nil
      case .int(let number): number
      default: field.value.plain
      }
    }
  }

  private static let schema = """
    CREATE TABLE edisi (
      edisi TEXT PRIMARY KEY,
      periode TEXT NOT NULL,
      nomor TEXT NOT NULL,
      ditetapkan TEXT NOT NULL,
      penanda_tangan TEXT NOT NULL,
      baru INTEGER NOT NULL,
      berubah INTEGER NOT NULL,
      hapus INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE informasi (
      id INTEGER PRIMARY KEY,
      nomor TEXT NOT NULL UNIQUE,
      \(ListedColumns.all.map { "\($0.field) \($0.type == .int ? "INTEGER" : "TEXT")" }.joined(separator: ",\n  "))
    ) STRICT;
    CREATE INDEX informasi_kategori ON informasi (kategori);
    CREATE INDEX informasi_unit ON informasi (unit);
    CREATE VIRTUAL TABLE cari USING fts5 (
      judul, ringkasan, jenis, content = 'informasi', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
    """
}
