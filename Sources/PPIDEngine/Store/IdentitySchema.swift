/// What tells an archive from every other.
enum IdentitySchema {
  /// The archive's identity: one row, from the making of the archive on.
  static let tables = """
    CREATE TABLE archive (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      identity TEXT NOT NULL CHECK (\(TextForm.uuid("identity"))),
      -- In UTC.
      made_at TEXT NOT NULL CHECK (\(TextForm.moment("made_at")))
    ) STRICT;
    CREATE TRIGGER archive_stays BEFORE UPDATE ON archive
    BEGIN SELECT raise(ABORT, 'the identity of an archive cannot be changed'); END;
    CREATE TRIGGER archive_is_kept BEFORE DELETE ON archive
    BEGIN SELECT raise(ABORT, 'the identity of an archive cannot be changed'); END;
    -- SQLite's REPLACE takes rows away without asking the triggers that keep them.
    CREATE TRIGGER archive_is_new BEFORE INSERT ON archive WHEN EXISTS (SELECT 1 FROM archive)
    BEGIN SELECT raise(ABORT, 'the identity of an archive cannot be changed'); END;
    """
}
