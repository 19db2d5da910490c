/// The rows of one record, until the next begins.
struct PendingRecord {
  let line: Int
  /// The cells by column; those of several rows joined.
  private(set) var cells: [String?]
  let ordinal: Ordinal?
  /// Whether nothing but a title stands in it, so that it may be a heading.
  private(set) var isTitleAlone: Bool
  /// What has been joined, by column, for the columns where anything has.
  private var parts: [Int: Set<String>] = [:]
  /// How many bytes the rows after the first had.
  private(set) var joinedSize = 0

  init(line: Int, cells: [String?], ordinal: Ordinal?, isTitleAlone: Bool) {
    self.line = line
    self.cells = cells
    self.ordinal = ordinal
    self.isTitleAlone = isTitleAlone
  }

  /// Words and marks after which a title goes on.
  private static let openEndings: Set<String> = [
    "dan", "atau", "serta", "di", "ke", "dari", "tentang", "pada", "untuk", "oleh", "dengan", "yang", "dalam",
    "terhadap",
  ]

  /// Whether the title was broken in mid-sentence, and an uncounted row after a counted one goes on with it: this one
  /// ends openly, or that one begins with a small letter.
  func isBroken(before row: [String?], titleColumn: Int) -> Bool {
    guard ordinal != nil, let title = cells[titleColumn], let more = row[titleColumn] else { return false }
    // `a. Visi dan misi` is counted in its own way.
    guard Ordinal.marked(more).ordinal == nil else { return false }
    if more.unicodeScalars.first?.properties.isLowercase == true { return true }
    guard let last = title.split(separator: " ").last else { return false }
    return PendingRecord.openEndings.contains(last.lowercased()) || ",(/&".contains(last.last!)
  }

  /// Joins a row that goes on with this record: cells that differ from what is there, after "; ", but the title's after
  /// a space.
  mutating func join(_ row: [String?], titleColumn: Int) {
    isTitleAlone = false
    if row.count > cells.count {
      cells.append(contentsOf: repeatElement(nil, count: row.count - cells.count))
    }
    for (index, cell) in row.enumerated() {
      guard let cell else { continue }
      joinedSize += cell.utf8.count
      guard let present = cells[index] else {
        cells[index] = cell
        continue
      }
      guard index != titleColumn else {
        cells[index] = present + " " + cell
        continue
      }
      guard parts[index, default: [present]].insert(cell).inserted else { continue }
      // In place, so that many rows cost no more than their length.
      cells[index]?.append("; ")
      cells[index]?.append(cell)
    }
  }

  /// Takes over what a merged cell says for several rows.
  mutating func inherit(_ text: String, column: Int) {
    cells[column] = text
  }
}
