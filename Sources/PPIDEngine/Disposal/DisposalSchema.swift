/// Disposals, what they destroyed, and legal holds.
enum DisposalSchema {
  /// Holds, disposals with their records, and the files that were destroyed.
  static let tables = """
    -- The records that nothing may destroy.
    CREATE TABLE hold (
      record_id INTEGER PRIMARY KEY REFERENCES record (id),
      reason TEXT,
      placed_at TEXT NOT NULL CHECK (\(TextForm.time("placed_at"))),
      placed_by TEXT NOT NULL,
      journal_id INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER hold_keeps_record BEFORE UPDATE OF status ON record
    WHEN new.status = 'dimusnahkan' AND EXISTS (SELECT 1 FROM hold WHERE record_id = new.id)
    BEGIN SELECT raise(ABORT, 'a record under a legal hold cannot be destroyed'); END;

    CREATE TABLE disposal (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN ('pindah', 'musnah', 'serah')),
      state TEXT NOT NULL CHECK (state IN ('diusulkan', 'disetujui', 'ditolak', 'dilaksanakan')),
      -- The day for which the retention was judged.
      judged_on TEXT NOT NULL CHECK (\(TextForm.day("judged_on"))),
      proposed_at TEXT NOT NULL CHECK (\(TextForm.time("proposed_at"))),
      proposed_by TEXT NOT NULL,
      decided_at TEXT CHECK (\(TextForm.time("decided_at"))),
      decided_by TEXT,
      reason TEXT,
      executed_at TEXT CHECK (\(TextForm.time("executed_at"))),
      executed_by TEXT,
      journal_id INTEGER NOT NULL,
      CHECK ((state = 'diusulkan') = (decided_by IS NULL)),
      CHECK ((state = 'dilaksanakan') = (executed_by IS NOT NULL)),
      CHECK ((decided_at IS NULL) = (decided_by IS NULL)),
      CHECK ((executed_at IS NULL) = (executed_by IS NULL))
    ) STRICT;
    -- A refusal may be taken back; what was executed stays.
    CREATE TRIGGER disposal_stays BEFORE UPDATE ON disposal
    WHEN old.state = 'dilaksanakan' OR old.state = 'ditolak' AND new.state NOT IN ('diusulkan', 'disetujui')
    BEGIN SELECT raise(ABORT, 'a disposal that is over cannot be changed'); END;
    CREATE TRIGGER disposal_keeps_matter BEFORE UPDATE ON disposal
    WHEN new.kind <> old.kind OR new.judged_on <> old.judged_on OR new.proposed_by <> old.proposed_by
    OR new.proposed_at <> old.proposed_at
    BEGIN SELECT raise(ABORT, 'what a disposal proposes cannot be changed'); END;
    -- A proposal that nobody decided on may be taken back as if it had never been, but for its number.
    CREATE TRIGGER disposal_is_kept BEFORE DELETE ON disposal WHEN old.state <> 'diusulkan'
    BEGIN SELECT raise(ABORT, 'a disposal cannot be removed'); END;

    -- The records of a disposal, as they stood when it was proposed.
    CREATE TABLE disposal_item (
      disposal_id INTEGER NOT NULL REFERENCES disposal (id),
      record_id INTEGER NOT NULL REFERENCES record (id),
      title TEXT NOT NULL,
      unit TEXT NOT NULL CHECK (\(TextForm.unitCode("unit"))),
      code TEXT,
      -- The day from which the retention is reckoned, and the one on which it was over.
      made TEXT CHECK (\(TextForm.day("made"))),
      due TEXT NOT NULL CHECK (\(TextForm.day("due"))),
      active TEXT,
      inactive TEXT,
      fate TEXT,
      exception TEXT,
      journal_id INTEGER NOT NULL,
      PRIMARY KEY (disposal_id, record_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX disposal_item_record ON disposal_item (record_id);
    CREATE TRIGGER disposal_item_stays BEFORE UPDATE ON disposal_item
    BEGIN SELECT raise(ABORT, 'the list of a disposal cannot be changed'); END;
    CREATE TRIGGER disposal_item_is_kept BEFORE DELETE ON disposal_item
    WHEN (SELECT state FROM disposal WHERE id = old.disposal_id) <> 'diusulkan'
    BEGIN SELECT raise(ABORT, 'the list of a disposal cannot be changed'); END;

    -- What a destruction took away of the records' files; `shared` where another record has the same content, which stays.
    CREATE TABLE destroyed_file (
      disposal_id INTEGER NOT NULL REFERENCES disposal (id),
      record_id INTEGER NOT NULL REFERENCES record (id),
      name TEXT NOT NULL,
      type TEXT NOT NULL,
      size INTEGER NOT NULL CHECK (size >= 0),
      digest TEXT NOT NULL CHECK (\(TextForm.digest("digest"))),
      shared INTEGER NOT NULL CHECK (shared IN (0, 1)),
      journal_id INTEGER NOT NULL,
      PRIMARY KEY (disposal_id, record_id, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER destroyed_file_stays BEFORE UPDATE ON destroyed_file
    BEGIN SELECT raise(ABORT, 'a certificate cannot be changed'); END;
    CREATE TRIGGER destroyed_file_is_kept BEFORE DELETE ON destroyed_file
    BEGIN SELECT raise(ABORT, 'a certificate cannot be changed'); END;
    """

  /// Those whose rows name their entry.
  static let rows: [KeyedTable] = [
    KeyedTable("hold", id: "record_id"),
    KeyedTable("disposal"),
    KeyedTable("disposal_item", keys: [("disposal_id", 0), ("record_id", 1)]),
    KeyedTable("destroyed_file", keys: [("disposal_id", 0), ("record_id", 1), ("name", 2)]),
  ]
}
