/// The office: what it decided, its units and people, its calendar and its scripts.
enum OfficeSchema {
  /// Settings, units, people, holidays and saved scripts.
  static let tables = """
    -- What the office decided; what holds without that has no row.
    CREATE TABLE setting (
      key TEXT PRIMARY KEY CHECK (key IN (
        'kantor.nama', 'kantor.alamat', 'kantor.ppid', 'kantor.atasan', 'kantor.tempat', 'kantor.zona', 'nomor.pola', 'pemisahan-tugas',
        'kalender.senin', 'kalender.selasa', 'kalender.rabu', 'kalender.kamis', 'kalender.jumat', 'kalender.sabtu', 'kalender.minggu',
        'kalender.cuti-bersama')),
      value TEXT NOT NULL CHECK (value <> ''),
      journal_id INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE unit (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE CHECK (\(TextForm.unitCode("code"))),
      name TEXT NOT NULL CHECK (name <> ''),
      active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
      journal_id INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE person (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE CHECK (name <> ''),
      -- The operating system's name for them.
      account TEXT UNIQUE CHECK (account <> ''),
      roles TEXT NOT NULL CHECK (\(TextForm.roles("roles"))),
      -- NULL for every unit.
      unit_id INTEGER REFERENCES unit (id),
      journal_id INTEGER NOT NULL
    ) STRICT;

    -- The days on which offices are closed. The years that have rows are those whose holidays are known.
    CREATE TABLE holiday (
      date TEXT PRIMARY KEY CHECK (\(TextForm.day("date"))),
      kind TEXT NOT NULL CHECK (kind IN ('libur', 'cuti-bersama')),
      name TEXT NOT NULL CHECK (name <> ''),
      journal_id INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE script (
      name TEXT PRIMARY KEY CHECK (\(TextForm.scriptName("name"))),
      -- UTF-8; as bytes, so that nothing in it is read otherwise than it was written.
      source BLOB NOT NULL,
      stored_at TEXT NOT NULL CHECK (\(TextForm.time("stored_at"))),
      stored_by TEXT NOT NULL,
      journal_id INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    """

  /// Those whose rows name their entry.
  static let rows: [KeyedTable] = [
    KeyedTable("setting", keys: [("key", 0)]),
    KeyedTable("unit"),
    KeyedTable("person"),
    KeyedTable("holiday", keys: [("date", 0)]),
    KeyedTable("script", keys: [("name", 0)]),
  ]
}
