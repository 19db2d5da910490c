extension Schema {
  /// What was decided stands: SQLite's REPLACE takes rows away without asking the triggers that keep them, and the last edition was open to
  /// more changes until the next one came.
  static let standing = """
    CREATE TRIGGER edition_is_new BEFORE INSERT ON edition
    WHEN EXISTS (
      SELECT 1 FROM edition WHERE id = new.id OR number = new.number OR (period = new.period AND ordinal = new.ordinal))
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    -- Its count is the last that is stored of an edition.
    CREATE TRIGGER edition_change_is_in_time BEFORE INSERT ON edition_change
    WHEN EXISTS (SELECT 1 FROM edition_count WHERE edition_id = new.edition_id)
      OR EXISTS (SELECT 1 FROM edition_change WHERE record_id = new.record_id AND edition_id = new.edition_id)
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;
    CREATE TRIGGER edition_count_is_new BEFORE INSERT ON edition_count
    WHEN EXISTS (SELECT 1 FROM edition_count WHERE edition_id = new.edition_id)
    BEGIN SELECT raise(ABORT, 'a determined edition cannot be changed'); END;

    CREATE TRIGGER exclusion_is_new BEFORE INSERT ON exclusion
    WHEN EXISTS (SELECT 1 FROM exclusion WHERE id = new.id)
    BEGIN SELECT raise(ABORT, 'a decision on an exclusion cannot be changed'); END;
    CREATE TRIGGER exclusion_opening_is_new BEFORE INSERT ON exclusion_opening
    WHEN EXISTS (SELECT 1 FROM exclusion_opening WHERE exclusion_id = new.exclusion_id)
    BEGIN SELECT raise(ABORT, 'a decision on an exclusion cannot be changed'); END;
    CREATE TRIGGER listing_request_is_new BEFORE INSERT ON listing_request
    WHEN EXISTS (SELECT 1 FROM listing_request WHERE id = new.id)
    BEGIN SELECT raise(ABORT, 'a request to list or to leave out cannot be changed'); END;

    CREATE TRIGGER journal_is_new BEFORE INSERT ON journal
    WHEN EXISTS (SELECT 1 FROM journal WHERE id = new.id OR hash = new.hash)
    BEGIN SELECT raise(ABORT, 'the journal cannot be changed'); END;
    """
}
