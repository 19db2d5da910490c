extension Schema {
  /// The office, its journal, records, editions and cycles.
  static let version1 = """
    CREATE TABLE setting (
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE unit (
      id INTEGER PRIMARY KEY,
      code TEXT NOT NULL UNIQUE CHECK (code <> ''),
      name TEXT NOT NULL CHECK (name <> ''),
      active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
    ) STRICT;

    CREATE TABLE person (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE CHECK (name <> ''),
      account TEXT UNIQUE,
      roles TEXT NOT NULL,
      unit_id INTEGER REFERENCES unit (id)
    ) STRICT;

    -- Every change, in order. Each row's hash covers all its columns and the hash of the row before.
    CREATE TABLE journal (
      id INTEGER PRIMARY KEY,
      recorded_at TEXT NOT NULL,
      stated_at TEXT NOT NULL,
      actor TEXT NOT NULL,
      on_behalf_of TEXT,
      roles TEXT NOT NULL,
      action TEXT NOT NULL,
      subject TEXT,
      before TEXT,
      after TEXT,
      count INTEGER NOT NULL DEFAULT 1 CHECK (count > 0),
      digest TEXT,
      previous_hash TEXT NOT NULL,
      hash TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE INDEX journal_subject ON journal (subject);

    CREATE TRIGGER journal_keeps_rows BEFORE UPDATE ON journal
    BEGIN SELECT raise(ABORT, 'the journal cannot be changed'); END;
    CREATE TRIGGER journal_loses_no_rows BEFORE DELETE ON journal
    BEGIN SELECT raise(ABORT, 'the journal cannot be changed'); END;

    -- How long the journal is and where its chain ends, so that cutting off its end shows.
    CREATE TABLE journal_head (
      only INTEGER PRIMARY KEY CHECK (only = 1),
      id INTEGER NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;

    -- Numbers are never reused: AUTOINCREMENT.
    CREATE TABLE record (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      unit_id INTEGER NOT NULL REFERENCES unit (id),
      title TEXT NOT NULL CHECK (title <> ''),
      summary TEXT,
      kind TEXT,
      holder TEXT,
      producer TEXT,
      made TEXT,
      date TEXT CHECK (date IS NULL OR date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      year INTEGER CHECK (year BETWEEN 1 AND 9999),
      place TEXT,
      form TEXT,
      category TEXT CHECK (category IN ('berkala', 'serta-merta', 'setiap-saat', 'dikecualikan')),
      code TEXT,
      active_retention TEXT,
      inactive_retention TEXT,
      fate TEXT,
      security TEXT CHECK (security IN ('biasa', 'terbatas', 'rahasia')),
      location TEXT,
      extra TEXT,
      status TEXT NOT NULL DEFAULT 'aktif' CHECK (status IN ('aktif', 'inaktif', 'statis', 'ditarik', 'dimusnahkan')),
      dip TEXT NOT NULL DEFAULT 'belum' CHECK (dip IN ('belum', 'diusulkan', 'tercantum', 'dikeluarkan')),
      -- The title as lists are matched by it: case and spacing folded; equal ones of a list told apart by order.
      folded_title TEXT NOT NULL,
      occurrence INTEGER NOT NULL DEFAULT 1,
      revision INTEGER NOT NULL DEFAULT 1,
      created_in INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
      changed_at TEXT NOT NULL
    ) STRICT;
    CREATE INDEX record_identity ON record (unit_id, folded_title, category, occurrence);
    CREATE INDEX record_category ON record (category);
    CREATE INDEX record_created_in ON record (created_in);

    -- What the changed columns of a record held before; a new record needs no row.
    CREATE TABLE revision (
      id INTEGER PRIMARY KEY,
      journal_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
      record_id INTEGER NOT NULL REFERENCES record (id),
      number INTEGER NOT NULL,
      before TEXT NOT NULL
    ) STRICT;
    CREATE INDEX revision_record ON revision (record_id, number);
    CREATE INDEX revision_journal ON revision (journal_id);

    CREATE VIRTUAL TABLE record_text USING fts5 (
      title, summary, kind, holder, producer, code, location,
      content = 'record', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3'
    );
    CREATE TRIGGER record_text_gains AFTER INSERT ON record BEGIN
      INSERT INTO record_text (rowid, title, summary, kind, holder, producer, code, location)
      VALUES (new.id, new.title, new.summary, new.kind, new.holder, new.producer, new.code, new.location);
    END;
    CREATE TRIGGER record_text_changes
    AFTER UPDATE OF title, summary, kind, holder, producer, code, location ON record BEGIN
      INSERT INTO record_text (record_text, rowid, title, summary, kind, holder, producer, code, location)
      VALUES ('delete', old.id, old.title, old.summary, old.kind, old.holder, old.producer, old.code, old.location);
      INSERT INTO record_text (rowid, title, summary, kind, holder, producer, code, location)
      VALUES (new.id, new.title, new.summary, new.kind, new.holder, new.producer, new.code, new.location);
    END;

    CREATE TABLE edition (
      id INTEGER PRIMARY KEY,
      period TEXT NOT NULL,
      ordinal INTEGER NOT NULL CHECK (ordinal > 0),
      number TEXT NOT NULL UNIQUE CHECK (number <> ''),
      determined_at TEXT NOT NULL,
      signer TEXT NOT NULL,
      outside_cycle TEXT,
      journal_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
      UNIQUE (period, ordinal)
    ) STRICT;

    -- What an edition changed against the one before it. A removal has only its record.
    CREATE TABLE edition_change (
      record_id INTEGER NOT NULL REFERENCES record (id),
      edition_id INTEGER NOT NULL REFERENCES edition (id),
      listed INTEGER NOT NULL CHECK (listed IN (0, 1)),
      title TEXT,
      summary TEXT,
      kind TEXT,
      category TEXT CHECK (category IN ('berkala', 'serta-merta', 'setiap-saat')),
      unit TEXT,
      holder TEXT,
      producer TEXT,
      made TEXT,
      date TEXT,
      year INTEGER,
      place TEXT,
      form TEXT,
      active_retention TEXT,
      inactive_retention TEXT,
      PRIMARY KEY (record_id, edition_id),
      CHECK (listed = 0 OR (title IS NOT NULL AND category IS NOT NULL AND unit IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX edition_change_edition ON edition_change (edition_id);

    CREATE TRIGGER edition_stays BEFORE UPDATE ON edition
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    CREATE TRIGGER edition_is_kept BEFORE DELETE ON edition
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    CREATE TRIGGER edition_change_stays BEFORE UPDATE ON edition_change
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    CREATE TRIGGER edition_change_is_kept BEFORE DELETE ON edition_change
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    CREATE TRIGGER edition_is_closed BEFORE INSERT ON edition_change
    WHEN EXISTS (SELECT 1 FROM edition WHERE id > new.edition_id)
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;

    CREATE TABLE cycle (
      id INTEGER PRIMARY KEY,
      period TEXT NOT NULL UNIQUE,
      procedure TEXT NOT NULL,
      opened_at TEXT NOT NULL,
      closed_at TEXT
    ) STRICT;

    -- One run through part of the SOP: a unit's delivery (1-7), or the month's own part (8-12; no unit).
    CREATE TABLE track (
      id INTEGER PRIMARY KEY,
      cycle_id INTEGER NOT NULL REFERENCES cycle (id),
      unit_id INTEGER REFERENCES unit (id),
      step INTEGER NOT NULL CHECK (step BETWEEN 1 AND 15),
      state TEXT NOT NULL CHECK (state IN ('menunggu', 'berjalan', 'dilaporkan', 'selesai', 'dikecualikan')),
      round INTEGER NOT NULL DEFAULT 1 CHECK (round > 0),
      actor TEXT,
      since TEXT,
      due TEXT,
      UNIQUE (cycle_id, unit_id)
    ) STRICT;
    """
}
