extension Schema {
  /// What taking back (`batal`) asks of files and disposals.
  static let takingBack = """
    -- Contents that were only taken from their records, and stay until then, at the office's time; others go at once.
    CREATE TABLE kept_content (
      digest TEXT PRIMARY KEY,
      until TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- A proposal that nobody decided on may be taken back as if it had never been, but for its number.
    DROP TRIGGER disposal_is_kept;
    CREATE TRIGGER disposal_is_kept BEFORE DELETE ON disposal WHEN old.state <> 'diusulkan'
    BEGIN SELECT raise(ABORT, 'a disposal cannot be removed'); END;
    DROP TRIGGER disposal_item_is_kept;
    CREATE TRIGGER disposal_item_is_kept BEFORE DELETE ON disposal_item
    WHEN (SELECT state FROM disposal WHERE id = old.disposal_id) <> 'diusulkan'
    BEGIN SELECT raise(ABORT, 'the list of a disposal cannot be changed'); END;
    -- A refusal may be taken back; what was executed stays.
    DROP TRIGGER disposal_stays;
    CREATE TRIGGER disposal_stays BEFORE UPDATE ON disposal
    WHEN old.state = 'dilaksanakan' OR old.state = 'ditolak' AND new.state NOT IN ('diusulkan', 'disetujui')
    BEGIN SELECT raise(ABORT, 'a disposal that is over cannot be changed'); END;
    CREATE TRIGGER disposal_keeps_matter BEFORE UPDATE ON disposal
    WHEN new.kind <> old.kind OR new.judged_on <> old.judged_on OR new.proposed_by <> old.proposed_by
    OR new.proposed_at <> old.proposed_at
    BEGIN SELECT raise(ABORT, 'what a disposal proposes cannot be changed'); END;
    """
}
