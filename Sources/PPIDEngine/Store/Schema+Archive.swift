extension Schema {
  /// Changes taken back, backups, and a search index that follows what is taken away.
  static let archive = """
    -- Which entries of the journal were taken back, and by which entry.
    CREATE TABLE undone (
      journal_id INTEGER PRIMARY KEY REFERENCES journal (id),
      undone_in INTEGER NOT NULL UNIQUE REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE TRIGGER undone_stays BEFORE UPDATE ON undone
    BEGIN SELECT raise(ABORT, 'the journal cannot be changed'); END;
    CREATE TRIGGER undone_is_kept BEFORE DELETE ON undone
    BEGIN SELECT raise(ABORT, 'the journal cannot be changed'); END;

    -- A record that was added by mistake can be taken back; what was kept of it stays, so that the journal's digests hold.
    CREATE TABLE kept_revision (
      id INTEGER PRIMARY KEY,
      journal_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
      record_id INTEGER NOT NULL,
      number INTEGER NOT NULL,
      before TEXT NOT NULL
    ) STRICT;
    INSERT INTO kept_revision SELECT * FROM revision;
    DROP TABLE revision;
    ALTER TABLE kept_revision RENAME TO revision;
    CREATE INDEX revision_record ON revision (record_id, number);
    CREATE INDEX revision_journal ON revision (journal_id);

    -- In a backup: when it was made, and where the journal stood. Empty in an archive that is in use.
    CREATE TABLE backup (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      made_at TEXT NOT NULL,
      journal_id INTEGER NOT NULL
    ) STRICT;

    CREATE TRIGGER record_text_loses AFTER DELETE ON record BEGIN
      INSERT INTO record_text (record_text, rowid, title, summary, kind, holder, producer, code, location)
      VALUES ('delete', old.id, old.title, old.summary, old.kind, old.holder, old.producer, old.code, old.location);
    END;

    -- The words of the search index, each where it occurs.
    CREATE VIRTUAL TABLE record_word USING fts5vocab (record_text, instance);
    """
}
