/// The walk down a list's rows: which belong together, what stands around them, and what came of each.
struct ListWalk {
  private(set) var summary: ListSummary
  private var layout: ListLayout
  private var surroundings: ListSurroundings
  private var pending: PendingRecord?
  /// Whether rows of this list have counts.
  private var hasCounts = false
  /// Whether the notes and signatures below the rows have begun.
  private var isInFooter = false
  /// The heading in force while no record has followed it.
  private var emptyHeading: (line: Int, ordinal: Ordinal?)?
  /// Whether a blank row, a title or a signature stood above the row that comes next.
  private var isAfterBreak = false
  /// What the columns before the title said last, for cells merged over several rows.
  private var above: [Int: String] = [:]

  init(layout: ListLayout, defaultCategory: Category?, separator: CSVSeparator) {
    self.layout = layout
    surroundings = ListSurroundings(defaultCategory: defaultCategory)
    summary = ListSummary(separator: separator, encoding: .utf8)
  }

  /// What came of the list, once it has been read.
  mutating func finish(encoding: TextEncoding) -> ListSummary {
    noteEmptyHeading()
    summary.encoding = encoding
    summary.columns = layout.columns.map { ($0.head, $0.role.field?.name) }
    return summary
  }

  // MARK: Above the rows

  /// Passes a row that stands above the header; its words may give the list its category.
  mutating func passTitle(_ row: TableRow) {
    let cells = CellText.cells(row)
    guard let text = cells.compactMap(\.self).first else { return }
    summary.rows += 1
    if let category = Category.ofSection(text) {
      surroundings.section = category
      summary.skip(row.line, .section, cells)
    } else {
      surroundings.section = Category.ofListTitle(text) ?? surroundings.section
      summary.skip(row.line, .title, cells)
    }
  }

  /// Passes a row of the header.
  mutating func passHeader(_ row: TableRow) {
    summary.rows += 1
    summary.skip(row.line, .header, CellText.cells(row))
  }

  /// Whether a row begins like a header, other than the one in force: with a head for the counts, or, where something stood between
  /// it and the records above, with nothing but heads, some of which are in force too.
  func mayBeHeader(_ row: TableRow) -> Bool {
    guard !layout.isExchange, let first = (0..<row.count).first(where: { !row.range(of: $0).isEmpty }) else { return false }
    if row.bytes[row.range(of: first).lowerBound] | 0x20 == UInt8(ascii: "n"), HeadTable.isOrdinal(row[first]) {
      return !layout.isHeadRow(CellText.cells(row))
    }
    guard isAfterBreak else { return false }
    let cells = CellText.cells(row)
    let texts = cells.compactMap(\.self)
    return texts.count > 2 && !layout.isHeadRow(cells) && texts.count(where: layout.hasHead) > 1
      && texts.allSatisfy { HeadTable.meaning(of: $0) != nil }
  }

  /// Goes on with another layout, whose header is in `rows`, and gives the record that ends before it.
  mutating func change(to layout: ListLayout, rows: ArraySlice<TableRow>) -> ListedRecord? {
    let finished = finishRecord()
    self.layout = layout
    above = [:]
    isInFooter = false
    rows.forEach { passHeader($0) }
    return finished
  }

  // MARK: The rows

  /// Takes the next row, and gives the record that it shows to be finished.
  mutating func take(_ row: TableRow) throws(ImportFailure) -> ListedRecord? {
    let cells = layout.cells(row)
    let shape = RowShape(cells, in: layout)
    if case .record = shape { isAfterBreak = false } else { isAfterBreak = true }
    guard shape != .blank else { return nil }
    summary.rows += 1
    switch shape {
    case .blank:
      return nil
    case .repeatedHeader:
      return skip(row, .repeatedHeader, cells)
    case .columnNumbers:
      return skip(row, .columnNumbers, cells)
    case .numberOnly:
      return skip(row, .numberOnly, cells)
    case .total:
      return close(row, .total, cells)
    case .footer:
      return close(row, .footer, cells)
    case .section(let category):
      let finished = finishRecord()
      noteEmptyHeading()
      surroundings.section = category
      surroundings.heading = nil
      above = [:]
      isInFooter = false
      return skip(row, .section, cells, finished)
    case .heading(let text, let ordinal):
      guard ordinal != nil || !isInFooter else { return skip(row, .footer, cells) }
      let finished = finishRecord()
      open(heading: text, line: row.line, ordinal: ordinal)
      return skip(row, .heading, cells, finished)
    case .continuation:
      guard !isInFooter else { return skip(row, .footer, cells) }
      guard let above = pending else { return begin(row, cells, ordinal: nil, isTitleAlone: false) }
      // Below a record that has its time, a place and a day are the signature's.
      if let column = RowShape.signatureColumn(cells), column < above.cells.count, above.cells[column] != nil {
        return close(row, .footer, cells)
      }
      try join(cells)
      return nil
    case .record(let ordinal, let isTitleAlone):
      let isUntitled = layout.titleColumn >= cells.count || cells[layout.titleColumn] == nil
      guard !isInFooter || ordinal != nil || !isTitleAlone && !isUntitled else { return skip(row, .footer, cells) }
      if ordinal == nil, pending?.isBroken(before: cells, titleColumn: layout.titleColumn) == true {
        try join(cells)
        return nil
      }
      return begin(row, cells, ordinal: ordinal, isTitleAlone: isTitleAlone)
    }
  }

  /// Ends the record that is under way, as at the list's end.
  mutating func finishRecord() -> ListedRecord? {
    guard let last = pending else { return nil }
    pending = nil
    // A title alone, uncounted among counted rows: a heading with nothing below it.
    if last.isTitleAlone, last.ordinal == nil, layout.ordinalColumn != nil, hasCounts {
      turnIntoHeading(last)
      return nil
    }
    emptyHeading = nil
    let record = RecordReading.record(of: last, layout: layout, surroundings: surroundings)
    summary.records += 1
    if !record.problems.isEmpty { summary.refused += 1 }
    return record
  }

  private mutating func skip(
    _ row: TableRow, _ reason: SkippedRow.Reason, _ cells: [String?], _ finished: ListedRecord? = nil
  ) -> ListedRecord? {
    summary.skip(row.line, reason, cells)
    return finished
  }

  /// Goes on with the record under way, which may grow as large as a row.
  private mutating func join(_ cells: [String?]) throws(ImportFailure) {
    pending?.join(cells, titleColumn: layout.titleColumn)
    summary.continuations += 1
    if let pending, pending.joinedSize > CSVReader.rowLimit {
      throw .rowTooLarge(line: pending.line, limit: CSVReader.rowLimit)
    }
  }

  /// Skips a row below the last record, and what follows until another begins.
  private mutating func close(
    _ row: TableRow, _ reason: SkippedRow.Reason, _ cells: [String?]
  ) -> ListedRecord? {
    let finished = finishRecord()
    isInFooter = true
    return skip(row, reason, cells, finished)
  }

  private mutating func begin(
    _ row: TableRow, _ cells: [String?], ordinal: Ordinal?, isTitleAlone: Bool
  ) -> ListedRecord? {
    isInFooter = false
    var finished: ListedRecord?
    if let last = pending, isHeading(last, before: ordinal, isTitleAlone: isTitleAlone) {
      pending = nil
      turnIntoHeading(last)
    } else {
      finished = finishRecord()
    }
    hasCounts = hasCounts || ordinal != nil
    var next = PendingRecord(line: row.line, cells: cells, ordinal: ordinal, isTitleAlone: isTitleAlone)
    if !layout.isExchange { inheritMerged(&next) }
    pending = next
    return finished
  }

  /// Whether a title alone turns out to be a heading, by the record that follows it.
  private func isHeading(_ last: PendingRecord, before ordinal: Ordinal?, isTitleAlone: Bool) -> Bool {
    guard last.isTitleAlone else { return false }
    if let count = last.ordinal {
      return ordinal.map { $0.opens(under: count) } ?? !isTitleAlone
    }
    if layout.ordinalColumn != nil { return ordinal != nil || hasCounts }
    guard let title = last.cells[layout.titleColumn] else { return false }
    return !isTitleAlone && Ordinal.marked(title).ordinal != nil
  }

  private mutating func turnIntoHeading(_ record: PendingRecord) {
    let marked = Ordinal.marked(record.cells[layout.titleColumn] ?? "")
    open(heading: marked.text, line: record.line, ordinal: record.ordinal ?? marked.ordinal)
    summary.skip(record.line, .heading, record.cells)
  }

  private mutating func open(heading: String, line: Int, ordinal: Ordinal?) {
    let isBelow = if let above = emptyHeading?.ordinal { ordinal?.opens(under: above) == true } else { false }
    if !isBelow { noteEmptyHeading() }
    emptyHeading = (line, ordinal)
    surroundings.heading = heading
    above = [:]
    isInFooter = false
  }

  /// Says of a heading that nothing stands below it.
  private mutating func noteEmptyHeading() {
    guard let heading = emptyHeading else { return }
    emptyHeading = nil
    summary.renote(heading.line, .emptyHeading)
  }

  /// Fills in what cells merged over several rows say of this one too.
  private mutating func inheritMerged(_ record: inout PendingRecord) {
    for column in layout.groupingColumns {
      if let text = record.cells[column] {
        above[column] = text
      } else if let text = above[column] {
        record.inherit(text, column: column)
      }
    }
  }
}
