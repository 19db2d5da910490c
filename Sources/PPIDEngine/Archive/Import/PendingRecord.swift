/// The rows of one record, until the next begins.
struct PendingRecord {
  let line: Int
  /// The cells by column; those of several rows joined.
  private(set) var cells: [String?]
  let ordinal: Ordinal?
  /// Whether nothing but a title stands in it, so that it may be a heading.
  private(set) var isTitleAlone: Bool
  /// What has been joined, by column, for the columns where anything has.
  private var parts: [Int: [String]] = [:]

  init(line: Int, cells: [String?], ordinal: Ordinal?, isTitleAlone: Bool) {
    self.line = line
    self.cells = cells
    self.ordinal = ordinal
    self.isTitleAlone = isTitleAlone
  }

  /// Joins a row that goes on with this record: cells that differ from what is there, after "; ".
  mutating func join(_ row: [String?]) {
    isTitleAlone = false
    if row.count > cells.count {
      cells.append(contentsOf: repeatElement(nil, count: row.count - cells.count))
    }
    for (index, cell) in row.enumerated() {
      guard let cell else { continue }
      guard let present = cells[index] else {
        cells[index] = cell
        continue
      }
      var all = parts[index] ?? [present]
      guard !all.contains(cell) else { continue }
      all.append(cell)
      parts[index] = all
      cells[index] = all.joined(separator: "; ")
    }
  }

  /// Goes on with the title, where it was broken in mid-sentence.
  mutating func lengthenTitle(_ text: String, column: Int) {
    cells[column] = [cells[column], text].compactMap(\.self).joined(separator: " ")
  }

  /// Takes over what a merged cell says for several rows.
  mutating func inherit(_ text: String, column: Int) {
    cells[column] = text
  }
}
