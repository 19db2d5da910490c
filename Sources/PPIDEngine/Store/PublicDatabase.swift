import GRDB
import PPIDValues

/// An SQLite file that holds what is published and nothing else: it is written from nothing, never copied from the archive.
final class PublicDatabase {
  private let queue: DatabaseQueue
  private static let columns = Store.editionColumns.map(\.field)
  private static let insertion =
    "INSERT INTO informasi (nomor, \(columns.joined(separator: ", "))) VALUES (?, \(columns.map { _ in "?" }.joined(separator: ", ")))"

  /// Makes the file at `path`, where none stands.
  init(path: String) throws {
    var configuration = Configuration()
    configuration.allowsUnsafeTransactions = true
    queue = try DatabaseQueue(path: path, configuration: configuration)
    // It is built beside its place, and put there as a whole.
    try queue.unsafeReentrantWrite {
      try $0.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN; \(PublicDatabase.schema)")
    }
  }

  func insert(_ edition: [Field]) throws {
    try queue.unsafeReentrantWrite { db in
      try db.cachedStatement(sql: "INSERT INTO edisi VALUES (\(edition.map { _ in "?" }.joined(separator: ", ")))")
        .execute(arguments: PublicDatabase.arguments(edition))
    }
  }

  func insert(_ record: PublishedRecord) throws {
    try queue.unsafeReentrantWrite { db in
      try db.cachedStatement(sql: PublicDatabase.insertion)
        .execute(arguments: PublicDatabase.arguments(record.fields))
    }
  }

  /// Ends writing.
  func finish() throws {
    try queue.unsafeReentrantWrite { db in
      try db.execute(sql: "INSERT INTO cari (cari) VALUES ('rebuild'); COMMIT")
    }
    try queue.close()
  }

  private static func arguments(_ fields: [Field]) -> StatementArguments {
    StatementArguments(fields.map { value($0.value) })
  }

  private static func value(_ value: FieldValue) -> (any DatabaseValueConvertible)? {
    switch value {
    case .null: nil
    case .int(let number): number
    default: value.plain
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
      \(Store.editionColumns.map { "\($0.field) \($0.type == .int ? "INTEGER" : "TEXT")" }.joined(separator: ",\n  "))
    ) STRICT;
    CREATE INDEX informasi_kategori ON informasi (kategori);
    CREATE INDEX informasi_unit ON informasi (unit);
    CREATE VIRTUAL TABLE cari USING fts5 (
      judul, ringkasan, jenis, content = 'informasi', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
    """
}
