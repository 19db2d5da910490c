extension Schema {
  /// The tables of an archive, topic by topic, each behind those that it builds upon.
  ///
  /// Rows name their entry: `journal_id` is the entry of the journal that added the row or altered it last, 0 where it stands as it did
  /// when the archive was made. It has no default, so that a statement that forgets it fails. It is a foreign key, and indexed, only
  /// where the archive is asked by it: an entry comes last in its change, and for each one SQLite would search all tables that refer to
  /// entries. Without it are the journal itself, the search index, and what belongs to the file rather than to what is told of it:
  /// `archive`, `backup`, `discarded_content`, `kept_content`. In `undone` it is the entry that was taken back; `undone_in` is the row's.
  static let whole: [String] = [
    IdentitySchema.tables, JournalSchema.tables, OfficeSchema.tables, RecordSchema.tables, ScheduleSchema.tables, HoldingsSchema.tables,
    DisposalSchema.tables, WorkflowSchema.tables, PublicListSchema.tables, MonevSchema.tables, ReportSchema.tables, CareSchema.tables,
  ]

  /// The tables whose rows name their entry.
  static let rows: [KeyedTable] = [
    JournalSchema.rows, OfficeSchema.rows, RecordSchema.rows, ScheduleSchema.rows, HoldingsSchema.rows, DisposalSchema.rows,
    WorkflowSchema.rows, PublicListSchema.rows, MonevSchema.rows, ReportSchema.rows,
  ].flatMap(\.self)
}
