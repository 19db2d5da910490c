extension Schema {
  /// Editions of the SOP may have more than 15 activities; decisions of activity 15 stand in the journal's order.
  static let activities = """
    DROP TRIGGER document_stays;
    ALTER TABLE document ADD COLUMN activity INTEGER CHECK (activity > 0);
    UPDATE document SET activity = step;
    ALTER TABLE document DROP COLUMN step;
    ALTER TABLE document RENAME COLUMN activity TO step;
    CREATE TRIGGER document_stays BEFORE UPDATE ON document
    BEGIN SELECT raise(ABORT, 'an issued document cannot be changed'); END;

    ALTER TABLE finding ADD COLUMN activity INTEGER CHECK (activity > 0);
    UPDATE finding SET activity = step;
    ALTER TABLE finding DROP COLUMN step;
    ALTER TABLE finding RENAME COLUMN activity TO step;

    ALTER TABLE proposal_decision ADD COLUMN journal_id INTEGER REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED;
    -- One record or input is the entry's subject; of several at once the entry has none.
    UPDATE proposal_decision SET journal_id = coalesce(
      (SELECT max(j.id) FROM journal j WHERE j.subject = coalesce('A-' || record_id, 'M-' || input_id) AND j.stated_at = decided_at
        AND j.action = CASE accepted WHEN 1 THEN 'monev tetapkan' ELSE 'monev tolak' END),
      (SELECT max(j.id) FROM journal j WHERE j.subject IS NULL AND j.stated_at = decided_at AND j.action = 'monev tetapkan'));
    CREATE INDEX proposal_decision_journal ON proposal_decision (journal_id);
    """
}
