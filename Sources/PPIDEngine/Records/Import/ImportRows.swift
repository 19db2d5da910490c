import PPIDValues

/// What an import asks and writes for every row of a list: its statements, prepared once.
struct ImportRows {
  private let db: Database
  private let twins: Statement
  private let lastTwin: Statement
  private let insertion: Statement

  init(db: Database) throws {
    self.db = db
    let named = "FROM record WHERE unit_id = ?1 AND folded_title = ?2 AND category IS ?3"
    twins = try Statement("SELECT id, occurrence \(named) AND occurrence > ?4 ORDER BY occurrence", db)
    lastTwin = try Statement("SELECT max(occurrence) AS last \(named)", db)
    insertion = try Statement(RecordRows.insertion, db)
  }

  /// Which record a row is meant by its unit, category and title.
  enum Twin {
    case known(id: Int, occurrence: Int)
    /// None that was there before; with the next occurrence of such a title.
    case new(occurrence: Int)
  }

  /// The first record of that unit, category and title, after an occurrence and up to the number `lastOld`, that is free.
  func twin(
    unitID: Int, category: Category?, foldedTitle: String, after occurrence: Int, upTo lastOld: Int, where isFree: (_ id: Int) -> Bool
  ) throws -> Twin {
    defer { twins.reset() }
    unitID.bind(to: twins, at: 1)
    try foldedTitle.bind(to: twins, at: 2)
    try twins.bind(category, at: 3)
    occurrence.bind(to: twins, at: 4)
    let row = Row(statement: twins)
    var isAlone = occurrence == 0
    while try twins.step() {
      let id: Int = try row["id"]
      isAlone = false
      // What this import has added comes after all that was there.
      guard id <= lastOld else { break }
      if isFree(id) { return .known(id: id, occurrence: try row["occurrence"]) }
    }
    guard !isAlone else { return .new(occurrence: 1) }
    return .new(occurrence: try lastOccurrence(unitID: unitID, category: category, foldedTitle: foldedTitle) + 1)
  }

  private func lastOccurrence(unitID: Int, category: Category?, foldedTitle: String) throws -> Int {
    defer { lastTwin.reset() }
    unitID.bind(to: lastTwin, at: 1)
    try foldedTitle.bind(to: lastTwin, at: 2)
    try lastTwin.bind(category, at: 3)
    let last: Int? = try lastTwin.step() ? Row(statement: lastTwin)["last"] : nil
    return last ?? 0
  }

  /// Adds a record.
  func insert(_ content: RecordContent, foldedTitle: String, unitID: Int, occurrence: Int, at time: String) throws {
    defer { insertion.reset() }
    var place: Int32 = 0
    for field in RecordField.allCases {
      place += 1
      try content[field].bind(to: insertion, at: place)
    }
    unitID.bind(to: insertion, at: place + 1)
    try FieldValue.optional(content.storedExtra()).bind(to: insertion, at: place + 2)
    try foldedTitle.bind(to: insertion, at: place + 3)
    occurrence.bind(to: insertion, at: place + 4)
    try time.bind(to: insertion, at: place + 5)
    db.entry.bind(to: insertion, at: place + 6)
    db.entry.bind(to: insertion, at: place + 7)
    _ = try insertion.step()
  }
}
