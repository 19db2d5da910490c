extension Schema {
  /// Disposals, what they destroyed, and legal holds.
  static let disposal = """
    CREATE TABLE hold (
      record_id INTEGER PRIMARY KEY REFERENCES record (id),
      reason TEXT,
      placed_at TEXT NOT NULL,
      placed_by TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER hold_keeps_record BEFORE UPDATE OF status ON record
    WHEN new.status = 'dimusnahkan' AND EXISTS (SELECT 1 FROM hold WHERE record_id = new.id)
    BEGIN SELECT raise(ABORT, 'a record under a legal hold cannot be destroyed'); END;

    CREATE TABLE disposal (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('pindah', 'musnah', 'serah')),
      state TEXT NOT NULL CHECK (state IN ('diusulkan', 'disetujui', 'ditolak', 'dilaksanakan')),
      -- The day for which the retention was judged.
      judged_on TEXT NOT NULL,
      proposed_at TEXT NOT NULL,
      proposed_by TEXT NOT NULL,
      decided_at TEXT,
      decided_by TEXT,
      reason TEXT,
      executed_at TEXT,
      executed_by TEXT,
      CHECK ((state = 'diusulkan') = (decided_by IS NULL)),
      CHECK ((state = 'dilaksanakan') = (executed_by IS NOT NULL))
    ) STRICT;
    CREATE TRIGGER disposal_stays BEFORE UPDATE ON disposal WHEN old.state IN ('ditolak', 'dilaksanakan')
    BEGIN SELECT raise(ABORT, 'a disposal that is over cannot be changed'); END;
    CREATE TRIGGER disposal_is_kept BEFORE DELETE ON disposal
    BEGIN SELECT raise(ABORT, 'a disposal cannot be removed'); END;

    -- The records of a disposal, as they stood when it was proposed.
    CREATE TABLE disposal_item (
      disposal_id INTEGER NOT NULL REFERENCES disposal (id),
      record_id INTEGER NOT NULL REFERENCES record (id),
      title TEXT NOT NULL,
      unit TEXT NOT NULL,
      code TEXT,
      made TEXT,
      due TEXT NOT NULL,
      active TEXT,
      inactive TEXT,
      fate TEXT,
      exception TEXT,
      PRIMARY KEY (disposal_id, record_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX disposal_item_record ON disposal_item (record_id);
    CREATE TRIGGER disposal_item_stays BEFORE UPDATE ON disposal_item
    BEGIN SELECT raise(ABORT, 'the list of a disposal cannot be changed'); END;
    CREATE TRIGGER disposal_item_is_kept BEFORE DELETE ON disposal_item
    BEGIN SELECT raise(ABORT, 'the list of a disposal cannot be changed'); END;

    -- What a destruction took away of the records' files; `shared` where another record has the same content, which stays.
    CREATE TABLE destroyed_file (
      disposal_id INTEGER NOT NULL REFERENCES disposal (id),
      record_id INTEGER NOT NULL REFERENCES record (id),
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      size INTEGER NOT NULL,
      digest TEXT NOT NULL,
      shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
      PRIMARY KEY (disposal_id, record_id, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER destroyed_file_stays BEFORE UPDATE ON destroyed_file
    BEGIN SELECT raise(ABORT, 'a certificate cannot be changed'); END;
    CREATE TRIGGER destroyed_file_is_kept BEFORE DELETE ON destroyed_file
    BEGIN SELECT raise(ABORT, 'a certificate cannot be changed'); END;
    """
}
