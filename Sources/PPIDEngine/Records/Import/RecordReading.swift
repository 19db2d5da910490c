import PPIDValues

/// What stands around a record in its list and says something of it.
struct ListSurroundings: Sendable {
  /// The category that `--kategori` gives to records that have none.
  var defaultCategory: Category?
  /// The category of the section.
  var section: Category?
  /// The heading above, without its count.
  var heading: String?
}

/// Reads the joined cells of a record into its content.
struct RecordReading {
  let layout: ListLayout
  let surroundings: ListSurroundings

  private var record: ListedRecord
  private var forms: [String] = []
  private var ticked: [(category: Category, column: Int)] = []

  /// The record that the rows in `pending` make.
  static func record(
    of pending: PendingRecord, layout: ListLayout, surroundings: ListSurroundings
  ) -> ListedRecord {
    var reading = RecordReading(pending, layout: layout, surroundings: surroundings)
    return reading.finish(pending)
  }

  private init(_ pending: PendingRecord, layout: ListLayout, surroundings: ListSurroundings) {
    self.layout = layout
    self.surroundings = surroundings
    record = ListedRecord(row: pending.line, content: RecordContent(title: ""))
    for (index, cell) in pending.cells.prefix(layout.columns.count).enumerated() {
      guard let cell, layout.isExchange || !RecordReading.isDash(cell) else { continue }
      read(cell, column: index)
    }
  }

  private mutating func finish(_ pending: PendingRecord) -> ListedRecord {
    let beyond = pending.cells.dropFirst(layout.columns.count).compactMap(\.self)
    if !beyond.isEmpty {
      record.problems.append(
        ImportProblem(row: record.row, value: beyond.joined(separator: "; "), reason: CellFault.beyondHeader.phrase))
    }
    // Below a counted heading, sub-counts often stand before the titles: they are decoration, as in a column of their own.
    if !layout.isExchange, pending.ordinal == nil, layout.ordinalColumn != nil {
      record.content.title = Ordinal.marked(record.content.title).text
    }
    if !layout.isExchange { record.content.title = RecordReading.withoutBullet(record.content.title) }
    if CellText.tidied(record.content.title) == nil, !record.problems.contains(where: { $0.field == .record(.title) }) {
      note(.noTitle, .record(.title), layout.titleColumn, record.content.title)
    }
    if !forms.isEmpty {
      let all = record.content.form.map { [$0] + forms } ?? forms
      record.content.form = all.joined(separator: "; ")
    }
    settleCategory()
    if record.content.kind == nil, let heading = surroundings.heading, !layout.has(.record(.kind)) {
      record.content.kind = heading
    }
    return record
  }

  private mutating func settleCategory() {
    if let first = ticked.first {
      if ticked.count > 1 {
        let names = ticked.map(\.category.rawValue).joined(separator: ", ")
        note(.severalCategories, .record(.category), first.column, names)
      } else {
        record.content.category = first.category
      }
    }
    if record.content.category == nil, !layout.has(.record(.category)), let kind = record.content.kind {
      record.content.category = Category.spelled(kind)
    }
    if record.content.category == nil, !record.problems.contains(where: { $0.field == .record(.category) }) {
      record.content.category = layout.category ?? surroundings.section ?? surroundings.defaultCategory
    }
  }

  private mutating func read(_ text: String, column: Int) {
    if text.utf8.first == UInt8(ascii: "#"), !layout.isExchange, RecordReading.isSpreadsheetError(text) {
      return note(.spreadsheetError, layout.columns[column].role.field ?? .extra, column, text)
    }
    switch layout.columns[column].role {
    case .field(let field): read(text, as: field, column: column)
    case .placeAndWhen: readTime(text, mayBePlaceAlone: true)
    case .formMark(let label):
      switch Tick(text) {
      case .set: forms.append(label)
      case .clear: break
      case .text: forms.append("\(label): \(text)")
      }
    case .categoryMark(let category):
      if Tick(text) != .clear { ticked.append((category, column)) }
    case .other: record.content.extra[layout.columns[column].head] = text
    case .ordinal, .kept: break
    }
  }

  private mutating func read(_ text: String, as field: ListField, column: Int) {
    switch field {
    case .number:
      if let number = RecordNumber(text) {
        record.number = number
      } else if layout.isExchange {
        note(.noRecordNumber, field, column, text)
      }
    case .unit: record.unit = text
    case .extra: readExtra(text, column: column)
    case .record(.when): readWhen(text)
    case .record(.date):
      record.content.date = IndonesianDate.exact(text)
      if record.content.date == nil { note(.noDate, field, column, text) }
    case .record(.year):
      record.content.year = year(text)
      if record.content.year == nil { note(.noYear, field, column, text) }
    case .record(.category):
      record.content.category = Category.spelled(text)
      if record.content.category == nil { note(.unknownCategory, field, column, text) }
    case .record(.security):
      record.content.security = SecurityClass.spelled(text)
      if record.content.security == nil { note(.unknownSecurity, field, column, text) }
    case .record(let plain): record.content[plain] = .text(text)
    }
  }

  private func year(_ text: String) -> Int? {
    if let year = Int(text), (1...9999).contains(year) { return year }
    return layout.isExchange ? nil : IndonesianDate.year(text)
  }

  /// A list of the program's own tells day and year in columns of theirs, and the place too.
  private mutating func readWhen(_ text: String) {
    guard layout.isExchange else { return readTime(text, mayBePlaceAlone: false) }
    record.content.when = text
    // In a list of refused rows somebody may have mended the time as given only; a day and a year of their own still go before it.
    if layout.isOfRefusedRows || !layout.has(.record(.date)) { record.content.date = IndonesianDate.exact(text) }
    if layout.isOfRefusedRows || !layout.has(.record(.year)) { record.content.year = IndonesianDate.year(text) }
  }

  private mutating func readTime(_ text: String, mayBePlaceAlone: Bool) {
    let reading = PlaceAndTime(text, mayBePlaceAlone: mayBePlaceAlone)
    record.content.place = record.content.place ?? reading.place
    guard let when = reading.when else { return }
    record.content.when = when
    // Columns of their own say more than the time as given.
    record.content.date = record.content.date ?? IndonesianDate.exact(when)
    record.content.year = record.content.year ?? IndonesianDate.year(when)
  }

  private mutating func readExtra(_ text: String, column: Int) {
    if let fields = FieldText.fields(text) {
      record.content.extra.merge(fields) { _, new in new }
    } else if layout.isExchange {
      note(.brokenExtra, .extra, column, text)
    } else {
      record.content.extra[layout.columns[column].head] = text
    }
  }

  private mutating func note(_ fault: CellFault, _ field: ListField, _ column: Int, _ value: String) {
    let head = layout.columns[column].head
    record.problems.append(
      ImportProblem(row: record.row, column: head, value: value, reason: fault.phrase, field: field))
  }

  /// A title without the mark that made it a point of a list in the document that it comes from.
  private static func withoutBullet(_ title: String) -> String {
    guard let byte = title.utf8.first, byte >= 0x80 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*"),
      let space = title.unicodeScalars.dropFirst().first, space == " ", isBullet(title.unicodeScalars.first!)
    else { return title }
    return String(title.unicodeScalars.dropFirst(2))
  }

  /// Whether a scalar is a point, as people or word processors make them; the latter of a symbol font.
  private static func isBullet(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isDash || "*•●○◦▪■□►➢✓✔√·".unicodeScalars.contains(scalar) || (0xF000...0xF0FF).contains(scalar.value)
  }

  private static let spreadsheetErrors: Set<String> = [
    "#REF!", "#N/A", "#NAME?", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#ERROR!",
  ]

  /// Whether a text is what a spreadsheet shows in place of one: an error, or a column that is too narrow.
  private static func isSpreadsheetError(_ text: String) -> Bool {
    spreadsheetErrors.contains(text) || text.utf8.count > 2 && text.utf8.allSatisfy { $0 == UInt8(ascii: "#") }
  }

  /// Lists put a dash where there is nothing.
  private static func isDash(_ text: String) -> Bool {
    let first = text.utf8.first ?? 0
    guard first == UInt8(ascii: "-") || first >= 0x80 else { return false }
    return text.unicodeScalars.allSatisfy(\.properties.isDash)
  }
}
