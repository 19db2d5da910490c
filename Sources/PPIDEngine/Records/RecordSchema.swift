/// The records, what they were before each change, and the index that finds them by their words.
enum RecordSchema {
  /// Records, their revisions, and the search index with its words.
  static let tables = """
    -- Numbers are never reused: AUTOINCREMENT.
    CREATE TABLE record (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      unit_id INTEGER NOT NULL REFERENCES unit (id),
      title TEXT NOT NULL CHECK (title <> ''),
      summary TEXT,
      kind TEXT,
      holder TEXT,
      producer TEXT,
      -- When it was made, as people write it; the day and the year as far as they are known.
      made TEXT,
      date TEXT CHECK (\(TextForm.plainDay("date"))),
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
      -- The columns of a list that no field takes: a JSON object of texts.
      extra TEXT,
      status TEXT NOT NULL DEFAULT 'aktif' CHECK (status IN ('aktif', 'inaktif', 'statis', 'ditarik', 'dimusnahkan')),
      -- How it stands towards the DIP.
      dip TEXT NOT NULL DEFAULT 'belum' CHECK (dip IN ('belum', 'diusulkan', 'tercantum', 'dikeluarkan')),
      -- The title as lists are matched by it: case and spacing folded; equal ones of a list told apart by order.
      folded_title TEXT NOT NULL,
      occurrence INTEGER NOT NULL DEFAULT 1 CHECK (occurrence > 0),
      revision INTEGER NOT NULL DEFAULT 1 CHECK (revision > 0),
      created_in INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
      changed_at TEXT NOT NULL CHECK (\(TextForm.plainTime("changed_at"))),
      journal_id INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX record_identity ON record (unit_id, folded_title, category, occurrence);
    CREATE INDEX record_category ON record (category);
    CREATE INDEX record_created_in ON record (created_in);
    -- What must leave the next edition at once.
    CREATE INDEX record_taken_out ON record (id)
    WHERE dip IN ('tercantum', 'dikeluarkan')
      AND (category = 'dikecualikan' OR status IN ('ditarik', 'dimusnahkan') OR dip = 'dikeluarkan');
    CREATE INDEX record_code ON record (code) WHERE code IS NOT NULL;

    -- What the changed columns of a record held before; a new record needs no row. A record that was added by mistake may be taken back;
    -- what was kept of it stays, so that the journal's digests hold.
    CREATE TABLE revision (
      id INTEGER PRIMARY KEY,
      journal_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
      record_id INTEGER NOT NULL,
      number INTEGER NOT NULL CHECK (number > 0),
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
    CREATE TRIGGER record_text_loses AFTER DELETE ON record BEGIN
      INSERT INTO record_text (record_text, rowid, title, summary, kind, holder, producer, code, location)
      VALUES ('delete', old.id, old.title, old.summary, old.kind, old.holder, old.producer, old.code, old.location);
    END;

    -- The words of the search index, each where it occurs.
    CREATE VIRTUAL TABLE record_word USING fts5vocab (record_text, instance);
    """

  /// Those whose rows name their entry.
  static let rows: [KeyedTable] = [
    KeyedTable("record"),
    KeyedTable("revision"),
  ]
}
