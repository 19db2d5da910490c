extension Schema {
  /// When the events came about that retention waits for.
  static let retention = """
    CREATE TABLE retention_event (
      record_id INTEGER NOT NULL REFERENCES record (id),
      age TEXT NOT NULL CHECK (age IN ('aktif', 'inaktif')),
      date TEXT NOT NULL CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      PRIMARY KEY (record_id, age)
    ) STRICT, WITHOUT ROWID;
    """
}
