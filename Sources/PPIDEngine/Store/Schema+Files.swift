extension Schema {
  /// Files attached to records: their bytes stand beside the archive, each content once under its SHA-256.
  static let files = """
    CREATE TABLE content (
      digest TEXT PRIMARY KEY CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
      size INTEGER NOT NULL CHECK (size >= 0),
      -- Media type, told from the bytes.
      type TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE attachment (
      id INTEGER PRIMARY KEY,
      record_id INTEGER NOT NULL REFERENCES record (id),
      name TEXT NOT NULL CHECK (name <> '' AND name NOT IN ('.', '..') AND instr(name, '/') = 0),
      digest TEXT NOT NULL REFERENCES content (digest),
      attached_at TEXT NOT NULL,
      UNIQUE (record_id, name)
    ) STRICT;
    CREATE INDEX attachment_digest ON attachment (digest);

    -- Contents that no record has any more, and whose bytes are still to be taken away once this is stored.
    CREATE TABLE discarded_content (
      digest TEXT PRIMARY KEY
    ) STRICT, WITHOUT ROWID;
    """
}
