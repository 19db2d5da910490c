extension Schema {
  /// Consequence tests and how they end; what is asked of the next edition.
  static let publicInformation = """
    -- What a consequence test decided (UU 14/2008 arts. 17 and 19). The last one of a record that has no opening holds.
    CREATE TABLE exclusion (
      id INTEGER PRIMARY KEY,
      record_id INTEGER NOT NULL REFERENCES record (id),
      article TEXT NOT NULL CHECK (article GLOB '17.[a-j]'),
      basis TEXT NOT NULL CHECK (trim(basis) <> ''),
      if_opened TEXT NOT NULL CHECK (trim(if_opened) <> ''),
      if_closed TEXT NOT NULL CHECK (trim(if_closed) <> ''),
      span TEXT NOT NULL CHECK (span <> ''),
      ends_on TEXT NOT NULL CHECK (ends_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      -- What the record was before; NULL where nothing was known, or it was taken in as excluded.
      category_before TEXT CHECK (category_before IN ('berkala', 'serta-merta', 'setiap-saat')),
      officer TEXT NOT NULL CHECK (officer <> ''),
      office TEXT,
      place TEXT,
      decided_at TEXT NOT NULL,
      journal_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
      CHECK (ends_on > substr(decided_at, 1, 10)),
      -- Law enforcement: thirty years at most (PP 61/2010 art. 5).
      CHECK (article <> '17.a' OR ends_on <= date(substr(decided_at, 1, 10), '+30 years'))
    ) STRICT;
    CREATE INDEX exclusion_record ON exclusion (record_id);
    CREATE INDEX exclusion_end ON exclusion (ends_on);

    CREATE TABLE exclusion_opening (
      exclusion_id INTEGER PRIMARY KEY REFERENCES exclusion (id),
      reason TEXT,
      opened_at TEXT NOT NULL,
      officer TEXT NOT NULL CHECK (officer <> ''),
      journal_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;

    -- What somebody asked of the next edition: to list a record (usul), or to leave it out (keluarkan).
    CREATE TABLE listing_request (
      id INTEGER PRIMARY KEY,
      record_id INTEGER NOT NULL REFERENCES record (id),
      kind TEXT NOT NULL CHECK (kind IN ('usul', 'keluarkan')),
      reason TEXT CHECK (reason <> ''),
      person TEXT NOT NULL,
      stated_at TEXT NOT NULL,
      journal_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
      CHECK (kind = 'usul' OR reason IS NOT NULL)
    ) STRICT;
    CREATE INDEX listing_request_record ON listing_request (record_id);

    CREATE TRIGGER exclusion_stays BEFORE UPDATE ON exclusion
    BEGIN SELECT raise(ABORT, 'a decision on an exclusion cannot be changed'); END;
    CREATE TRIGGER exclusion_is_kept BEFORE DELETE ON exclusion
    BEGIN SELECT raise(ABORT, 'a decision on an exclusion cannot be changed'); END;
    CREATE TRIGGER exclusion_opening_stays BEFORE UPDATE ON exclusion_opening
    BEGIN SELECT raise(ABORT, 'a decision on an exclusion cannot be changed'); END;
    CREATE TRIGGER exclusion_opening_is_kept BEFORE DELETE ON exclusion_opening
    BEGIN SELECT raise(ABORT, 'a decision on an exclusion cannot be changed'); END;
    CREATE TRIGGER listing_request_stays BEFORE UPDATE ON listing_request
    BEGIN SELECT raise(ABORT, 'a request to list or to leave out cannot be changed'); END;
    CREATE TRIGGER listing_request_is_kept BEFORE DELETE ON listing_request
    BEGIN SELECT raise(ABORT, 'a request to list or to leave out cannot be changed'); END;

    -- Only a person opens what a test excluded, and nothing excluded is ever listed.
    CREATE TRIGGER excluded_stays_excluded BEFORE UPDATE OF category ON record
    WHEN old.category = 'dikecualikan' AND new.category IS NOT 'dikecualikan' AND EXISTS (
      SELECT 1 FROM exclusion x WHERE x.record_id = old.id
      AND NOT EXISTS (SELECT 1 FROM exclusion_opening o WHERE o.exclusion_id = x.id))
    BEGIN SELECT raise(ABORT, 'excluded information is opened by a person'); END;
    CREATE TRIGGER excluded_is_not_listed BEFORE INSERT ON edition_change
    WHEN new.listed = 1 AND EXISTS (SELECT 1 FROM record WHERE id = new.record_id AND category = 'dikecualikan')
    BEGIN SELECT raise(ABORT, 'excluded information is never listed'); END;
    """
}
