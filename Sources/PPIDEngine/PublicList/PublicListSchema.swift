/// The list of public information (DIP): its editions, what is kept out of it, and what is asked of the next edition.
enum PublicListSchema {
  /// Editions with what they changed and how much they list; consequence tests and how they end; requests.
  ///
  /// What was decided stands. SQLite's REPLACE takes rows away without asking the triggers that keep them, so others refuse what isn't new.
  static let tables = """
    CREATE TABLE edition (
      id INTEGER PRIMARY KEY,
      period TEXT NOT NULL CHECK (\(TextForm.month("period"))),
      ordinal INTEGER NOT NULL CHECK (ordinal > 0),
      number TEXT NOT NULL UNIQUE CHECK (number <> ''),
      determined_at TEXT NOT NULL CHECK (\(TextForm.time("determined_at"))),
      signer TEXT NOT NULL,
      outside_cycle TEXT,
      journal_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
      UNIQUE (period, ordinal)
    ) STRICT;
    CREATE TRIGGER edition_stays BEFORE UPDATE ON edition
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    CREATE TRIGGER edition_is_kept BEFORE DELETE ON edition
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    CREATE TRIGGER edition_is_new BEFORE INSERT ON edition
    WHEN EXISTS (
      SELECT 1 FROM edition WHERE id = new.id OR number = new.number OR (period = new.period AND ordinal = new.ordinal))
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;

    -- What an edition changed against the one before it. A removal has only its record.
    CREATE TABLE edition_change (
      record_id INTEGER NOT NULL REFERENCES record (id),
      edition_id INTEGER NOT NULL REFERENCES edition (id),
      listed INTEGER NOT NULL CHECK (listed IN (0, 1)),
      title TEXT,
      summary TEXT,
      kind TEXT,
      category TEXT CHECK (category IN ('berkala', 'serta-merta', 'setiap-saat')),
      unit TEXT CHECK (\(TextForm.unitCode("unit"))),
      holder TEXT,
      producer TEXT,
      made TEXT,
      date TEXT CHECK (\(TextForm.plainDay("date"))),
      year INTEGER CHECK (year BETWEEN 1 AND 9999),
      place TEXT,
      form TEXT,
      active_retention TEXT,
      inactive_retention TEXT,
      journal_id INTEGER NOT NULL,
      PRIMARY KEY (record_id, edition_id),
      CHECK (listed = 0 OR (title IS NOT NULL AND category IS NOT NULL AND unit IS NOT NULL))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX edition_change_edition ON edition_change (edition_id);
    CREATE TRIGGER edition_change_stays BEFORE UPDATE ON edition_change
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    CREATE TRIGGER edition_change_is_kept BEFORE DELETE ON edition_change
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    CREATE TRIGGER edition_is_closed BEFORE INSERT ON edition_change
    WHEN EXISTS (SELECT 1 FROM edition WHERE id > new.edition_id)
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    -- Nothing excluded is ever listed.
    CREATE TRIGGER excluded_is_not_listed BEFORE INSERT ON edition_change
    WHEN new.listed = 1 AND EXISTS (SELECT 1 FROM record WHERE id = new.record_id AND category = 'dikecualikan')
    BEGIN SELECT raise(ABORT, 'excluded information is never listed'); END;
    -- Its count is the last that is stored of an edition.
    CREATE TRIGGER edition_change_is_in_time BEFORE INSERT ON edition_change
    WHEN EXISTS (SELECT 1 FROM edition_count WHERE edition_id = new.edition_id)
      OR EXISTS (SELECT 1 FROM edition_change WHERE record_id = new.record_id AND edition_id = new.edition_id)
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;

    -- How many records each edition lists of a category: a month's document doesn't read the whole list.
    CREATE TABLE edition_category (
      edition_id INTEGER NOT NULL REFERENCES edition (id),
      category TEXT NOT NULL CHECK (category IN ('berkala', 'serta-merta', 'setiap-saat')),
      total INTEGER NOT NULL CHECK (total > 0),
      journal_id INTEGER NOT NULL,
      PRIMARY KEY (edition_id, category)
    ) STRICT, WITHOUT ROWID;
    -- An edition's own count is the last that is stored of it.
    CREATE TRIGGER edition_category_is_in_time BEFORE INSERT ON edition_category
    WHEN EXISTS (SELECT 1 FROM edition_count WHERE edition_id = new.edition_id)
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    CREATE TRIGGER edition_category_stays BEFORE UPDATE ON edition_category
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    CREATE TRIGGER edition_category_is_kept BEFORE DELETE ON edition_category
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;

    -- What each edition changed, and how many records it lists.
    CREATE TABLE edition_count (
      edition_id INTEGER PRIMARY KEY REFERENCES edition (id),
      added INTEGER NOT NULL CHECK (added >= 0),
      changed INTEGER NOT NULL CHECK (changed >= 0),
      removed INTEGER NOT NULL CHECK (removed >= 0),
      total INTEGER NOT NULL CHECK (total >= 0),
      journal_id INTEGER NOT NULL
    ) STRICT;
    CREATE TRIGGER edition_count_stays BEFORE UPDATE ON edition_count
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    CREATE TRIGGER edition_count_is_kept BEFORE DELETE ON edition_count
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    CREATE TRIGGER edition_count_is_new BEFORE INSERT ON edition_count
    WHEN EXISTS (SELECT 1 FROM edition_count WHERE edition_id = new.edition_id)
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;

    -- What a consequence test decided (UU 14/2008 arts. 17 and 19). The last one of a record that has no opening holds.
    CREATE TABLE exclusion (
      id INTEGER PRIMARY KEY,
      record_id INTEGER NOT NULL REFERENCES record (id),
      article TEXT NOT NULL CHECK (article GLOB '17.[a-j]'),
      basis TEXT NOT NULL CHECK (trim(basis) <> ''),
      if_opened TEXT NOT NULL CHECK (trim(if_opened) <> ''),
      if_closed TEXT NOT NULL CHECK (trim(if_closed) <> ''),
      -- For how long: `5tahun`.
      span TEXT NOT NULL CHECK (span GLOB '[1-9]*' AND ltrim(span, '0123456789') IN ('hari', 'bulan', 'tahun')),
      ends_on TEXT NOT NULL CHECK (\(TextForm.day("ends_on"))),
      -- What the record was before; NULL where nothing was known, or it was taken in as excluded.
      category_before TEXT CHECK (category_before IN ('berkala', 'serta-merta', 'setiap-saat')),
      officer TEXT NOT NULL CHECK (officer <> ''),
      office TEXT,
      place TEXT,
      decided_at TEXT NOT NULL CHECK (\(TextForm.time("decided_at"))),
      journal_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
      CHECK (ends_on > substr(decided_at, 1, 10)),
      -- Law enforcement: thirty years at most (PP 61/2010 art. 5).
      CHECK (article <> '17.a' OR ends_on <= date(substr(decided_at, 1, 10), '+30 years'))
    ) STRICT;
    CREATE INDEX exclusion_record ON exclusion (record_id);
    CREATE INDEX exclusion_end ON exclusion (ends_on);
    CREATE TRIGGER exclusion_stays BEFORE UPDATE ON exclusion
    BEGIN SELECT raise(ABORT, 'a decision on an exclusion cannot be changed'); END;
    CREATE TRIGGER exclusion_is_kept BEFORE DELETE ON exclusion
    BEGIN SELECT raise(ABORT, 'a decision on an exclusion cannot be changed'); END;
    CREATE TRIGGER exclusion_is_new BEFORE INSERT ON exclusion
    WHEN EXISTS (SELECT 1 FROM exclusion WHERE id = new.id)
    BEGIN SELECT raise(ABORT, 'a decision on an exclusion cannot be changed'); END;

    CREATE TABLE exclusion_opening (
      exclusion_id INTEGER PRIMARY KEY REFERENCES exclusion (id),
      reason TEXT,
      opened_at TEXT NOT NULL CHECK (\(TextForm.time("opened_at"))),
      officer TEXT NOT NULL CHECK (officer <> ''),
      journal_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE TRIGGER exclusion_opening_stays BEFORE UPDATE ON exclusion_opening
    BEGIN SELECT raise(ABORT, 'a decision on an exclusion cannot be changed'); END;
    CREATE TRIGGER exclusion_opening_is_kept BEFORE DELETE ON exclusion_opening
    BEGIN SELECT raise(ABORT, 'a decision on an exclusion cannot be changed'); END;
    CREATE TRIGGER exclusion_opening_is_new BEFORE INSERT ON exclusion_opening
    WHEN EXISTS (SELECT 1 FROM exclusion_opening WHERE exclusion_id = new.exclusion_id)
    BEGIN SELECT raise(ABORT, 'a decision on an exclusion cannot be changed'); END;
    -- Only a person opens what a test excluded.
    CREATE TRIGGER excluded_stays_excluded BEFORE UPDATE OF category ON record
    WHEN old.category = 'dikecualikan' AND new.category IS NOT 'dikecualikan' AND EXISTS (
      SELECT 1 FROM exclusion x WHERE x.record_id = old.id
      AND NOT EXISTS (SELECT 1 FROM exclusion_opening o WHERE o.exclusion_id = x.id))
    BEGIN SELECT raise(ABORT, 'excluded information is opened by a person'); END;

    -- What somebody asked of the next edition: to list a record (usul), or to leave it out (keluarkan).
    CREATE TABLE listing_request (
      id INTEGER PRIMARY KEY,
      record_id INTEGER NOT NULL REFERENCES record (id),
      kind TEXT NOT NULL CHECK (kind IN ('usul', 'keluarkan')),
      reason TEXT CHECK (reason <> ''),
      person TEXT NOT NULL,
      stated_at TEXT NOT NULL CHECK (\(TextForm.time("stated_at"))),
      journal_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
      CHECK (kind = 'usul' OR reason IS NOT NULL)
    ) STRICT;
    CREATE INDEX listing_request_record ON listing_request (record_id);
    CREATE TRIGGER listing_request_stays BEFORE UPDATE ON listing_request
    BEGIN SELECT raise(ABORT, 'a request to list or to leave out cannot be changed'); END;
    CREATE TRIGGER listing_request_is_kept BEFORE DELETE ON listing_request
    BEGIN SELECT raise(ABORT, 'a request to list or to leave out cannot be changed'); END;
    CREATE TRIGGER listing_request_is_new BEFORE INSERT ON listing_request
    WHEN EXISTS (SELECT 1 FROM listing_request WHERE id = new.id)
    BEGIN SELECT raise(ABORT, 'a request to list or to leave out cannot be changed'); END;
    """

  /// Those whose rows name their entry.
  static let rows: [KeyedTable] = [
    KeyedTable("edition"),
    KeyedTable("edition_change", keys: [("record_id", 0), ("edition_id", 1)]),
    KeyedTable("edition_category", keys: [("edition_id", 0), ("category", 1)]),
    KeyedTable("edition_count", id: "edition_id"),
    KeyedTable("exclusion"),
    KeyedTable("exclusion_opening", id: "exclusion_id"),
    KeyedTable("listing_request"),
  ]

  /// How many records of each category every edition lists (edition_id, category, total), counted from what the editions changed.
  static let categoryTotals = """
    WITH listing AS (
      SELECT edition_id, category, lag(category) OVER (PARTITION BY record_id ORDER BY edition_id) AS before FROM (
        SELECT record_id, edition_id, CASE WHEN listed THEN category END AS category FROM edition_change
      )
    ), difference AS (
      SELECT edition_id, category, 1 AS step FROM listing WHERE category IS NOT NULL
      UNION ALL SELECT edition_id, before, -1 FROM listing WHERE before IS NOT NULL
    ), total AS (
      SELECT edition_id, category, sum(step) AS step FROM difference GROUP BY edition_id, category
    )
    SELECT e.id, t.category, sum(t.step) FROM edition e JOIN total t ON t.edition_id <= e.id
    GROUP BY e.id, t.category HAVING sum(t.step) > 0
    """
}
