/// The SOP as it runs: its editions, tracks with their history, hand-overs with what they released, and what activities ask for.
enum WorkflowSchema {
  /// Procedures, cycles, tracks, hand-overs, releases, expected kinds, nil statements, advice and verifications.
  static let tables = """
    -- Editions of the procedure, as they were read.
    CREATE TABLE procedure (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE CHECK (name <> ''),
      published TEXT NOT NULL,
      edition TEXT NOT NULL,
      -- Empty for the edition that comes with the program.
      imported_at TEXT NOT NULL CHECK (imported_at = '' OR \(TextForm.time("imported_at"))),
      journal_id INTEGER NOT NULL
    ) STRICT;
    -- What queries need of an edition's activities. Lanes and deciders by their roles.
    CREATE TABLE procedure_step (
      procedure_id INTEGER NOT NULL REFERENCES procedure (id),
      number INTEGER NOT NULL CHECK (number > 0),
      text TEXT NOT NULL,
      lane TEXT NOT NULL CHECK (lane IN ('ppid', 'sekretariat', 'pendukung')),
      decider TEXT CHECK (decider IN ('ppid', 'sekretariat', 'pendukung')),
      gate TEXT CHECK (gate IN (
        'pengumpulan', 'penyerahan', 'kategori', 'kearsipan', 'penerimaan', 'verifikasi', 'putusan-verifikasi', 'penetapan', 'penyajian',
        'laporan-bulanan', 'putusan-laporan', 'laporan-pengelolaan', 'evaluasi', 'penilaian', 'usulan')),
      journal_id INTEGER NOT NULL,
      PRIMARY KEY (procedure_id, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER procedure_stays BEFORE UPDATE ON procedure
    BEGIN SELECT raise(ABORT, 'an edition of the procedure cannot be changed'); END;

    CREATE TABLE cycle (
      id INTEGER PRIMARY KEY,
      period TEXT NOT NULL UNIQUE CHECK (\(TextForm.period("period"))),
      procedure_id INTEGER NOT NULL REFERENCES procedure (id) DEFERRABLE INITIALLY DEFERRED,
      opened_at TEXT NOT NULL CHECK (\(TextForm.time("opened_at"))),
      closed_at TEXT CHECK (\(TextForm.time("closed_at"))),
      journal_id INTEGER NOT NULL
    ) STRICT;

    -- One run through part of the SOP: a unit's delivery (1-7), the month's own part (8-12), or an activity of a half-year.
    CREATE TABLE track (
      id INTEGER PRIMARY KEY,
      cycle_id INTEGER NOT NULL REFERENCES cycle (id),
      unit_id INTEGER REFERENCES unit (id),
      step INTEGER NOT NULL CHECK (step > 0),
      state TEXT NOT NULL CHECK (state IN ('menunggu', 'berjalan', 'dilaporkan', 'selesai', 'dikecualikan')),
      round INTEGER NOT NULL DEFAULT 1 CHECK (round > 0),
      actor TEXT,
      -- NULL while the activity waits for others.
      since TEXT CHECK (\(TextForm.time("since"))),
      due TEXT CHECK (\(TextForm.time("due"))),
      journal_id INTEGER NOT NULL
    ) STRICT;
    CREATE UNIQUE INDEX track_delivery ON track (cycle_id, unit_id) WHERE unit_id IS NOT NULL;
    CREATE INDEX track_cycle ON track (cycle_id);
    CREATE INDEX track_open ON track (unit_id, step) WHERE state NOT IN ('selesai', 'dikecualikan');

    -- Everything that happened to the activities of tracks, in order.
    CREATE TABLE step_event (
      id INTEGER PRIMARY KEY,
      track_id INTEGER NOT NULL REFERENCES track (id),
      step INTEGER NOT NULL CHECK (step > 0),
      round INTEGER NOT NULL CHECK (round > 0),
      kind TEXT NOT NULL CHECK (kind IN
        ('mulai', 'selesai', 'otomatis', 'dilaporkan', 'ya', 'tidak', 'dikecualikan', 'dibuka-lagi', 'diterima')),
      at TEXT NOT NULL CHECK (\(TextForm.time("at"))),
      actor TEXT NOT NULL,
      -- When the activity opened and was due.
      since TEXT CHECK (\(TextForm.time("since"))),
      due TEXT CHECK (\(TextForm.time("due"))),
      reason TEXT,
      note TEXT,
      -- The activity to which a *tidak* led.
      target INTEGER CHECK (target > 0),
      journal_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE INDEX step_event_track ON step_event (track_id, step, round);
    CREATE INDEX step_event_journal ON step_event (journal_id);
    CREATE TRIGGER step_event_stays BEFORE UPDATE ON step_event
    BEGIN SELECT raise(ABORT, 'the history of activities cannot be changed'); END;

    CREATE TABLE handover (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      track_id INTEGER NOT NULL REFERENCES track (id),
      round INTEGER NOT NULL CHECK (round > 0),
      state TEXT NOT NULL CHECK (state IN ('dikirim', 'diterima', 'disetujui', 'dikembalikan', 'berakhir')),
      is_nil INTEGER NOT NULL CHECK (is_nil IN (0, 1)),
      printed INTEGER CHECK (printed > 0),
      printed_unit TEXT CHECK (printed_unit IN ('lembar', 'jilid', 'boks')),
      counted INTEGER CHECK (counted >= 0),
      difference TEXT,
      journal_id INTEGER NOT NULL,
      CHECK ((printed IS NULL) = (printed_unit IS NULL))
    ) STRICT;
    CREATE INDEX handover_track ON handover (track_id);
    CREATE INDEX handover_open ON handover (state) WHERE state IN ('dikirim', 'diterima');

    -- What a hand-over holds: the revisions that were sent; the one that was `received` and the content as it was at the last receipt,
    -- NULL before.
    CREATE TABLE handover_item (
      handover_id INTEGER NOT NULL REFERENCES handover (id),
      record_id INTEGER NOT NULL REFERENCES record (id),
      change TEXT NOT NULL CHECK (change IN ('baru', 'berubah', 'ditarik')),
      sent INTEGER NOT NULL CHECK (sent > 0),
      received INTEGER CHECK (received > 0),
      status TEXT CHECK (status IN ('aktif', 'inaktif', 'statis', 'ditarik', 'dimusnahkan')),
      title TEXT,
      summary TEXT,
      kind TEXT,
      category TEXT CHECK (category IN ('berkala', 'serta-merta', 'setiap-saat', 'dikecualikan')),
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
      PRIMARY KEY (handover_id, record_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX handover_item_record ON handover_item (record_id);

    -- The control card: who gave what to whom, append-only.
    CREATE TABLE handover_event (
      id INTEGER PRIMARY KEY,
      handover_id INTEGER NOT NULL REFERENCES handover (id),
      kind TEXT NOT NULL CHECK (kind IN ('dikirim', 'diterima', 'diterima-otomatis', 'disetujui', 'dikembalikan', 'berakhir')),
      at TEXT NOT NULL CHECK (\(TextForm.time("at"))),
      actor TEXT NOT NULL,
      note TEXT,
      journal_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE INDEX handover_event_handover ON handover_event (handover_id);
    CREATE TRIGGER handover_event_stays BEFORE UPDATE ON handover_event
    BEGIN SELECT raise(ABORT, 'the control card cannot be changed'); END;
    CREATE TRIGGER handover_event_is_kept BEFORE DELETE ON handover_event
    BEGIN SELECT raise(ABORT, 'the control card cannot be changed'); END;

    -- The content of each record that was last released by a *ya* at the verdict; pending until an edition was determined.
    CREATE TABLE release (
      record_id INTEGER PRIMARY KEY REFERENCES record (id),
      handover_id INTEGER NOT NULL REFERENCES handover (id),
      revision INTEGER NOT NULL CHECK (revision > 0),
      pending INTEGER NOT NULL CHECK (pending IN (0, 1)),
      status TEXT NOT NULL CHECK (status IN ('aktif', 'inaktif', 'statis', 'ditarik', 'dimusnahkan')),
      title TEXT NOT NULL,
      summary TEXT,
      kind TEXT,
      category TEXT CHECK (category IN ('berkala', 'serta-merta', 'setiap-saat', 'dikecualikan')),
      unit TEXT NOT NULL CHECK (\(TextForm.unitCode("unit"))),
      holder TEXT,
      producer TEXT,
      made TEXT,
      date TEXT CHECK (\(TextForm.plainDay("date"))),
      year INTEGER CHECK (year BETWEEN 1 AND 9999),
      place TEXT,
      form TEXT,
      active_retention TEXT,
      inactive_retention TEXT,
      journal_id INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX release_pending ON release (record_id) WHERE pending = 1;

    -- What the DIP expects of a unit, beside what it lists already.
    CREATE TABLE expected_kind (
      id INTEGER PRIMARY KEY,
      unit_id INTEGER NOT NULL REFERENCES unit (id),
      kind TEXT NOT NULL CHECK (kind <> ''),
      folded_kind TEXT NOT NULL,
      category TEXT NOT NULL CHECK (category IN ('berkala', 'serta-merta', 'setiap-saat')),
      journal_id INTEGER NOT NULL,
      UNIQUE (unit_id, folded_kind)
    ) STRICT;
    -- Why a unit has nothing of a kind in a month.
    CREATE TABLE nil_statement (
      cycle_id INTEGER NOT NULL REFERENCES cycle (id),
      unit_id INTEGER NOT NULL REFERENCES unit (id),
      kind TEXT NOT NULL CHECK (kind <> ''),
      folded_kind TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (reason <> ''),
      at TEXT NOT NULL CHECK (\(TextForm.time("at"))),
      actor TEXT NOT NULL,
      journal_id INTEGER NOT NULL,
      PRIMARY KEY (cycle_id, unit_id, folded_kind)
    ) STRICT, WITHOUT ROWID;

    -- The input of Tim Pertimbangan.
    CREATE TABLE advice (
      id INTEGER PRIMARY KEY,
      cycle_id INTEGER NOT NULL REFERENCES cycle (id),
      text TEXT NOT NULL CHECK (text <> ''),
      at TEXT NOT NULL CHECK (\(TextForm.time("at"))),
      actor TEXT NOT NULL,
      journal_id INTEGER NOT NULL REFERENCES journal (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE INDEX advice_cycle ON advice (cycle_id);

    -- When every check ran, and what they found, for each round of a delivery.
    CREATE TABLE verification (
      id INTEGER PRIMARY KEY,
      track_id INTEGER NOT NULL REFERENCES track (id),
      round INTEGER NOT NULL CHECK (round > 0),
      at TEXT NOT NULL CHECK (\(TextForm.time("at"))),
      actor TEXT NOT NULL,
      checked INTEGER NOT NULL CHECK (checked >= 0),
      journal_id INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX verification_track ON verification (track_id, round);
    CREATE TABLE verification_finding (
      verification_id INTEGER NOT NULL REFERENCES verification (id),
      record_id INTEGER REFERENCES record (id),
      rule TEXT NOT NULL,
      message_id TEXT NOT NULL,
      message_en TEXT NOT NULL,
      remedy TEXT,
      journal_id INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX verification_finding_run ON verification_finding (verification_id);
    """

  /// Those whose rows name their entry.
  static let rows: [KeyedTable] = [
    KeyedTable("procedure"),
    KeyedTable("procedure_step", keys: [("procedure_id", 0), ("number", 1)]),
    KeyedTable("cycle"),
    KeyedTable("track"),
    KeyedTable("step_event"),
    KeyedTable("handover"),
    KeyedTable("handover_item", keys: [("handover_id", 0), ("record_id", 1)]),
    KeyedTable("handover_event"),
    KeyedTable("release", id: "record_id"),
    KeyedTable("expected_kind"),
    KeyedTable("nil_statement", keys: [("cycle_id", 0), ("unit_id", 1), ("folded_kind", 3)]),
    KeyedTable("advice"),
    KeyedTable("verification"),
    KeyedTable("verification_finding", id: "rowid"),
  ]
}
