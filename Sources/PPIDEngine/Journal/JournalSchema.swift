/// The journal of all changes, and what was taken back.
enum JournalSchema {
  /// The journal, where its chain ends, and which of its entries were taken back.
  static let tables = """
    -- Every change, in order. Each row's hash covers all its columns and the hash of the row before.
    CREATE TABLE journal (
      id INTEGER PRIMARY KEY,
      -- The real time, in UTC.
      recorded_at TEXT NOT NULL CHECK (\(TextForm.moment("recorded_at"))),
      -- The office's time.
      stated_at TEXT NOT NULL CHECK (\(TextForm.time("stated_at"))),
      actor TEXT NOT NULL CHECK (actor <> ''),
      on_behalf_of TEXT CHECK (on_behalf_of <> ''),
      roles TEXT NOT NULL CHECK (\(TextForm.roles("roles"))),
      action TEXT NOT NULL CHECK (action <> ''),
      subject TEXT,
      before TEXT,
      after TEXT,
      count INTEGER NOT NULL DEFAULT 1 CHECK (count > 0),
      digest TEXT CHECK (\(TextForm.digest("digest"))),
      previous_hash TEXT NOT NULL CHECK (\(TextForm.digest("previous_hash"))),
      hash TEXT NOT NULL UNIQUE CHECK (\(TextForm.digest("hash")))
    ) STRICT;
    CREATE INDEX journal_subject ON journal (subject);

    CREATE TRIGGER journal_keeps_rows BEFORE UPDATE ON journal
    BEGIN SELECT raise(ABORT, 'the journal cannot be changed'); END;
    CREATE TRIGGER journal_loses_no_rows BEFORE DELETE ON journal
    BEGIN SELECT raise(ABORT, 'the journal cannot be changed'); END;
    -- SQLite's REPLACE takes rows away without asking the triggers that keep them.
    CREATE TRIGGER journal_is_new BEFORE INSERT ON journal
    WHEN EXISTS (SELECT 1 FROM journal WHERE id = new.id OR hash = new.hash)
    BEGIN SELECT raise(ABORT, 'the journal cannot be changed'); END;

    -- How long the journal is and where its chain ends, so that cutting off its end shows.
    CREATE TABLE journal_head (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      id INTEGER NOT NULL CHECK (id > 0),
      hash TEXT NOT NULL CHECK (\(TextForm.digest("hash")))
    ) STRICT;

    -- What an entry keeps of the rows that its change added or altered, of each table: a SHA-256 for each thousand (RowDigest).
    CREATE TABLE entry_digest (
      journal_id INTEGER NOT NULL REFERENCES journal (id),
      name TEXT NOT NULL CHECK (name <> ''),
      count INTEGER NOT NULL CHECK (count > 0),
      blocks BLOB NOT NULL CHECK (length(blocks) = (count + 999) / 1000 * 32),
      PRIMARY KEY (journal_id, name)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER entry_digest_stays BEFORE UPDATE ON entry_digest
    BEGIN SELECT raise(ABORT, 'the journal cannot be changed'); END;
    CREATE TRIGGER entry_digest_is_kept BEFORE DELETE ON entry_digest
    BEGIN SELECT raise(ABORT, 'the journal cannot be changed'); END;
    -- An entry's own digest is hashed with it: nothing is added to it later.
    CREATE TRIGGER entry_digest_is_in_time BEFORE INSERT ON entry_digest
    WHEN new.journal_id < (SELECT id FROM journal_head)
    BEGIN SELECT raise(ABORT, 'the journal cannot be changed'); END;

    -- Which entries of the journal were taken back, and by which entry.
    CREATE TABLE undone (
      journal_id INTEGER PRIMARY KEY REFERENCES journal (id),
      undone_in INTEGER NOT NULL UNIQUE REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE TRIGGER undone_stays BEFORE UPDATE ON undone
    BEGIN SELECT raise(ABORT, 'the journal cannot be changed'); END;
    CREATE TRIGGER undone_is_kept BEFORE DELETE ON undone
    BEGIN SELECT raise(ABORT, 'the journal cannot be changed'); END;
    """

  /// Those whose rows name their entry.
  static let rows: [KeyedTable] = [
    KeyedTable("undone", id: "journal_id", entry: "undone_in")
  ]
}
