/// Classification with its retention schedule, and what the retention of records waits for. A record's own terms stand in `record`.
enum ScheduleSchema {
  /// Schemes with their codes, the scheme by which each record's code is read, and the events that retention waits for.
  static let tables = """
    -- Each import that says something new is a further version; none is ever changed.
    CREATE TABLE scheme (
      id INTEGER PRIMARY KEY,
      file TEXT NOT NULL,
      imported_at TEXT NOT NULL CHECK (\(TextForm.time("imported_at"))),
      journal_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;

    -- Terms stand as the schedule words them; a code that only groups others has neither terms nor fate.
    CREATE TABLE scheme_code (
      scheme_id INTEGER NOT NULL REFERENCES scheme (id),
      code TEXT NOT NULL CHECK (code <> ''),
      position INTEGER NOT NULL CHECK (position >= 0),
      title TEXT,
      active TEXT,
      inactive TEXT,
      fate TEXT CHECK (fate IN ('musnah', 'permanen', 'dinilai kembali', 'masuk berkas perseorangan')),
      exception TEXT,
      security TEXT CHECK (security IN ('biasa', 'terbatas', 'rahasia')),
      journal_id INTEGER NOT NULL,
      PRIMARY KEY (scheme_id, code),
      CHECK ((active IS NULL) = (fate IS NULL) AND (inactive IS NULL) = (fate IS NULL))
    ) STRICT, WITHOUT ROWID;

    CREATE TRIGGER scheme_stays BEFORE UPDATE ON scheme
    BEGIN SELECT raise(ABORT, 'a scheme cannot be changed'); END;
    CREATE TRIGGER scheme_is_kept BEFORE DELETE ON scheme
    BEGIN SELECT raise(ABORT, 'a scheme cannot be changed'); END;
    CREATE TRIGGER scheme_code_stays BEFORE UPDATE ON scheme_code
    BEGIN SELECT raise(ABORT, 'a scheme cannot be changed'); END;
    CREATE TRIGGER scheme_code_is_kept BEFORE DELETE ON scheme_code
    BEGIN SELECT raise(ABORT, 'a scheme cannot be changed'); END;

    -- A record's code is read by the scheme that was in force when the code was given to it, or by the first later one that knows
    -- it; a newer scheme changes nothing for the record.
    CREATE TABLE record_scheme (
      record_id INTEGER PRIMARY KEY REFERENCES record (id) ON DELETE CASCADE,
      scheme_id INTEGER NOT NULL,
      code TEXT NOT NULL,
      journal_id INTEGER NOT NULL,
      FOREIGN KEY (scheme_id, code) REFERENCES scheme_code (scheme_id, code)
    ) STRICT;
    CREATE TRIGGER record_scheme_begins AFTER INSERT ON record WHEN new.code IS NOT NULL BEGIN
      INSERT INTO record_scheme (record_id, scheme_id, code, journal_id)
      SELECT new.id, k.scheme_id, k.code, new.journal_id FROM scheme_code k
      WHERE k.scheme_id = (SELECT max(id) FROM scheme) AND k.code = new.code;
    END;
    CREATE TRIGGER record_scheme_changes AFTER UPDATE OF code ON record WHEN new.code IS NOT old.code BEGIN
      DELETE FROM record_scheme WHERE record_id = new.id;
      INSERT INTO record_scheme (record_id, scheme_id, code, journal_id)
      SELECT new.id, k.scheme_id, k.code, new.journal_id FROM scheme_code k
      WHERE k.scheme_id = (SELECT max(id) FROM scheme) AND k.code = new.code;
    END;

    -- When the events came about that retention waits for.
    CREATE TABLE retention_event (
      record_id INTEGER NOT NULL REFERENCES record (id),
      age TEXT NOT NULL CHECK (age IN ('aktif', 'inaktif')),
      date TEXT NOT NULL CHECK (\(TextForm.day("date"))),
      journal_id INTEGER NOT NULL,
      PRIMARY KEY (record_id, age)
    ) STRICT, WITHOUT ROWID;
    """

  /// Those whose rows name their entry.
  static let rows: [KeyedTable] = [
    KeyedTable("scheme"),
    KeyedTable("scheme_code", keys: [("scheme_id", 0), ("code", 1)]),
    KeyedTable("record_scheme", id: "record_id"),
    KeyedTable("retention_event", keys: [("record_id", 0), ("age", 1)]),
  ]
}
