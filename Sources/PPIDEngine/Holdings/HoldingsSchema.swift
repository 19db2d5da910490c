/// Files attached to records: their bytes stand beside the archive, each content once under its SHA-256.
enum HoldingsSchema {
  /// Contents, which records have them under which names, and contents that no record has any more.
  static let tables = """
    CREATE TABLE content (
      digest TEXT PRIMARY KEY CHECK (\(TextForm.digest("digest"))),
      size INTEGER NOT NULL CHECK (size >= 0),
      -- Media type, told from the bytes.
      type TEXT NOT NULL,
      journal_id INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE attachment (
      id INTEGER PRIMARY KEY,
      record_id INTEGER NOT NULL REFERENCES record (id),
      name TEXT NOT NULL CHECK (name <> '' AND name NOT IN ('.', '..') AND instr(name, '/') = 0),
      digest TEXT NOT NULL REFERENCES content (digest),
      attached_at TEXT NOT NULL CHECK (\(TextForm.time("attached_at"))),
      journal_id INTEGER NOT NULL,
      UNIQUE (record_id, name)
    ) STRICT;
    CREATE INDEX attachment_digest ON attachment (digest);

    -- Contents that no record has any more, and whose bytes are still to be taken away once this is stored.
    CREATE TABLE discarded_content (
      digest TEXT PRIMARY KEY CHECK (\(TextForm.digest("digest")))
    ) STRICT, WITHOUT ROWID;

    -- Contents that were only taken from their records, and stay until then, at the office's time; others go at once.
    CREATE TABLE kept_content (
      digest TEXT PRIMARY KEY CHECK (\(TextForm.digest("digest"))),
      until TEXT NOT NULL CHECK (\(TextForm.time("until")))
    ) STRICT, WITHOUT ROWID;
    """

  /// Those whose rows name their entry.
  static let rows: [KeyedTable] = [
    KeyedTable("content", keys: [("digest", 0)]),
    KeyedTable("attachment"),
  ]
}
