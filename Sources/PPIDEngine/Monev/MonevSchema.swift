/// Monev: instruments, scores, findings, recommendations with their follow-up, public input, decisions on proposals.
enum MonevSchema {
  /// What evaluations are made by, what was judged and counted, what came of it, and what the public says.
  static let tables = """
    -- Instruments as they were read; a name with its version is one text for ever.
    CREATE TABLE instrument (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      version INTEGER NOT NULL CHECK (version > 0),
      title TEXT NOT NULL,
      source TEXT NOT NULL,
      stored_at TEXT NOT NULL CHECK (\(TextForm.time("stored_at"))),
      journal_id INTEGER NOT NULL,
      UNIQUE (name, version)
    ) STRICT;
    CREATE TRIGGER instrument_stays BEFORE UPDATE ON instrument
    BEGIN SELECT raise(ABORT, 'an instrument cannot be changed'); END;

    CREATE TABLE evaluation (
      id INTEGER PRIMARY KEY,
      period TEXT NOT NULL UNIQUE CHECK (\(TextForm.halfYear("period"))),
      instrument_id INTEGER NOT NULL REFERENCES instrument (id),
      opened_at TEXT NOT NULL CHECK (\(TextForm.time("opened_at"))),
      opened_by TEXT NOT NULL,
      -- When activity 14 was finished and the figures were kept as they were; NULL before.
      closed_at TEXT CHECK (\(TextForm.time("closed_at"))),
      journal_id INTEGER NOT NULL
    ) STRICT;

    -- What people judged.
    CREATE TABLE judgement (
      evaluation_id INTEGER NOT NULL REFERENCES evaluation (id),
      indicator TEXT NOT NULL,
      quarters INTEGER NOT NULL CHECK (quarters BETWEEN 0 AND 4),
      note TEXT,
      judged_at TEXT NOT NULL CHECK (\(TextForm.time("judged_at"))),
      judged_by TEXT NOT NULL,
      journal_id INTEGER NOT NULL,
      PRIMARY KEY (evaluation_id, indicator)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE judgement_evidence (
      evaluation_id INTEGER NOT NULL,
      indicator TEXT NOT NULL,
      record_id INTEGER NOT NULL REFERENCES record (id),
      journal_id INTEGER NOT NULL,
      PRIMARY KEY (evaluation_id, indicator, record_id),
      FOREIGN KEY (evaluation_id, indicator) REFERENCES judgement (evaluation_id, indicator) ON DELETE CASCADE
    ) STRICT, WITHOUT ROWID;

    -- What the program counted, as it was when activity 14 was finished; of the office (no unit) and of each unit.
    CREATE TABLE counted_indicator (
      evaluation_id INTEGER NOT NULL REFERENCES evaluation (id),
      indicator TEXT NOT NULL,
      unit TEXT NOT NULL DEFAULT '' CHECK (unit = '' OR \(TextForm.unitCode("unit"))),
      part INTEGER NOT NULL CHECK (part >= 0),
      whole INTEGER NOT NULL CHECK (whole >= 0),
      journal_id INTEGER NOT NULL,
      PRIMARY KEY (evaluation_id, indicator, unit)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER counted_indicator_stays BEFORE UPDATE ON counted_indicator
    BEGIN SELECT raise(ABORT, 'what was counted cannot be changed'); END;

    CREATE TABLE finding (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      period TEXT NOT NULL CHECK (\(TextForm.halfYear("period"))),
      text TEXT NOT NULL CHECK (text <> ''),
      -- The activity that it is about; NULL for none.
      step INTEGER CHECK (step > 0),
      found_at TEXT NOT NULL CHECK (\(TextForm.time("found_at"))),
      found_by TEXT NOT NULL,
      journal_id INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX finding_period ON finding (period);

    CREATE TABLE recommendation (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      finding_id INTEGER NOT NULL REFERENCES finding (id),
      text TEXT NOT NULL CHECK (text <> ''),
      -- A role, a unit or a person.
      owner TEXT NOT NULL CHECK (owner <> ''),
      due TEXT NOT NULL CHECK (\(TextForm.day("due"))),
      made_at TEXT NOT NULL CHECK (\(TextForm.time("made_at"))),
      made_by TEXT NOT NULL,
      journal_id INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX recommendation_finding ON recommendation (finding_id);

    -- What was done about it, append-only.
    CREATE TABLE follow_up (
      id INTEGER PRIMARY KEY,
      recommendation_id INTEGER NOT NULL REFERENCES recommendation (id),
      state TEXT NOT NULL CHECK (state IN ('berjalan', 'selesai')),
      note TEXT,
      evidence_id INTEGER REFERENCES record (id),
      stated_at TEXT NOT NULL CHECK (\(TextForm.time("stated_at"))),
      stated_by TEXT NOT NULL,
      journal_id INTEGER NOT NULL,
      CHECK (state = 'berjalan' OR evidence_id IS NOT NULL)
    ) STRICT;
    CREATE INDEX follow_up_recommendation ON follow_up (recommendation_id);
    CREATE TRIGGER follow_up_stays BEFORE UPDATE ON follow_up
    BEGIN SELECT raise(ABORT, 'the follow-up cannot be changed'); END;

    CREATE TABLE public_input (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      text TEXT NOT NULL CHECK (text <> ''),
      origin TEXT NOT NULL CHECK (origin <> ''),
      received_at TEXT NOT NULL CHECK (\(TextForm.time("received_at"))),
      received_by TEXT NOT NULL,
      -- Ten working days later; NULL where the calendar doesn't reach.
      due TEXT CHECK (\(TextForm.time("due"))),
      answer TEXT CHECK (answer <> ''),
      answered_at TEXT CHECK (\(TextForm.time("answered_at"))),
      answered_by TEXT,
      journal_id INTEGER NOT NULL,
      CHECK ((answer IS NULL) = (answered_at IS NULL)),
      CHECK ((answer IS NULL) = (answered_by IS NULL))
    ) STRICT;
    CREATE INDEX public_input_received ON public_input (received_at);

    -- What activity 15 decided on a record or on what the public asked for, in the journal's order.
    CREATE TABLE proposal_decision (
      id INTEGER PRIMARY KEY,
      record_id INTEGER REFERENCES record (id),
      input_id INTEGER REFERENCES public_input (id),
      accepted INTEGER NOT NULL CHECK (accepted IN (0, 1)),
      -- Of which unit it becomes a duty, for what the public asked for.
      unit_id INTEGER REFERENCES unit (id),
      reason TEXT CHECK (reason <> ''),
      decided_at TEXT NOT NULL CHECK (\(TextForm.time("decided_at"))),
      decided_by TEXT NOT NULL,
      journal_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED,
      CHECK ((record_id IS NULL) <> (input_id IS NULL)),
      CHECK (accepted OR reason IS NOT NULL)
    ) STRICT;
    CREATE INDEX proposal_decision_record ON proposal_decision (record_id);
    CREATE UNIQUE INDEX proposal_decision_input ON proposal_decision (input_id) WHERE input_id IS NOT NULL;
    CREATE INDEX proposal_decision_journal ON proposal_decision (journal_id);
    """

  /// Those whose rows name their entry.
  static let rows: [KeyedTable] = [
    KeyedTable("instrument"),
    KeyedTable("evaluation"),
    KeyedTable("judgement", keys: [("evaluation_id", 0), ("indicator", 1)]),
    KeyedTable("judgement_evidence", keys: [("evaluation_id", 0), ("indicator", 1), ("record_id", 2)]),
    KeyedTable("counted_indicator", keys: [("evaluation_id", 0), ("indicator", 1), ("unit", 2)]),
    KeyedTable("finding"),
    KeyedTable("recommendation"),
    KeyedTable("follow_up"),
    KeyedTable("public_input"),
    KeyedTable("proposal_decision"),
  ]
}
