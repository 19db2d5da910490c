/// The documents of the SOP, as they were issued.
enum ReportSchema {
  /// Issued documents: what they said, for ever.
  static let tables = """
    CREATE TABLE document (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      kind TEXT NOT NULL CHECK (kind IN (
        'pengumpulan', 'tanda-terima', 'kartu-kontrol', 'klasifikasi', 'bulanan', 'dip', 'pengelolaan', 'monev')),
      period TEXT NOT NULL CHECK (\(TextForm.period("period"))),
      unit_id INTEGER REFERENCES unit (id),
      round INTEGER NOT NULL CHECK (round > 0),
      -- The activity whose finishing issued it; none when a person did.
      step INTEGER CHECK (step > 0),
      number TEXT UNIQUE CHECK (number <> ''),
      issued_at TEXT NOT NULL CHECK (\(TextForm.time("issued_at"))),
      issued_by TEXT NOT NULL,
      -- The report as JSON, as those read it who may see excluded information.
      content BLOB NOT NULL,
      -- The same for everybody else, where it differs.
      open_content BLOB,
      journal_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE INDEX document_subject ON document (kind, period, unit_id, round);
    CREATE INDEX document_track ON document (period, unit_id);

    CREATE TRIGGER document_stays BEFORE UPDATE ON document
    BEGIN SELECT raise(ABORT, 'an issued document cannot be changed'); END;
    CREATE TRIGGER document_is_kept BEFORE DELETE ON document
    BEGIN SELECT raise(ABORT, 'an issued document cannot be changed'); END;
    """

  /// Those whose rows name their entry.
  static let rows: [KeyedTable] = [
    KeyedTable("document")
  ]
}
