extension Schema {
  /// Saved scripts, and the days on which offices are closed.
  static let version2 = """
    CREATE TABLE script (
      name TEXT PRIMARY KEY CHECK (name <> ''),
      -- UTF-8; as bytes, so that nothing in it is read otherwise than it was written.
      source BLOB NOT NULL,
      stored_at TEXT NOT NULL,
      stored_by TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- The years that have rows are those whose holidays are known.
    CREATE TABLE holiday (
      date TEXT PRIMARY KEY CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      kind TEXT NOT NULL CHECK (kind IN ('libur', 'cuti-bersama')),
      name TEXT NOT NULL CHECK (name <> '')
    ) STRICT, WITHOUT ROWID;
    """
}
