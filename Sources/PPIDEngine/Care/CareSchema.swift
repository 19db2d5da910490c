/// What a backup says of itself.
enum CareSchema {
  /// The mark of a backup.
  static let tables = """
    -- In a backup: when it was made, and where the journal stood. Empty in an archive that is in use.
    CREATE TABLE backup (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      made_at TEXT NOT NULL CHECK (\(TextForm.time("made_at"))),
      journal_id INTEGER NOT NULL CHECK (journal_id >= 0)
    ) STRICT;
    """
}
