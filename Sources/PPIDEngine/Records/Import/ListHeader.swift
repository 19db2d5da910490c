/// Where a list's header stands, and the layout that it gives the list.
struct ListHeader {
  /// The header's rows: from `start` up to `end`.
  let start: Int
  let end: Int
  let layout: ListLayout

  /// Among how many rows at a list's beginning the header is looked for.
  static let searchedRows = 100
  /// How much of a list's beginning is kept to look for it, in bytes.
  static let searchedBytes = 1 << 20
  /// How many rows a header may take up.
  static let largestHeader = 3

  /// Finds the header in a list's first rows; nil when none of them is one.
  init?(in rows: [TableRow], mapping: ColumnMapping) {
    let cells = rows.prefix(ListHeader.searchedRows).map(CellText.cells)
    for start in cells.indices {
      if let header = ListHeader(at: cells[start...], mapping: mapping) {
        self = header
        return
      }
    }
    return nil
  }

  /// Reads the header that begins with the first of `rows`; nil when that row begins none.
  init?(at rows: ArraySlice<[String?]>, mapping: ColumnMapping) {
    guard let first = rows.first else { return nil }
    start = rows.startIndex
    if mapping.isEmpty, let layout = ListLayout(exchange: first) {
      (end, self.layout) = (start + 1, layout)
      return
    }
    var heads = first.map { Head($0, mapping: mapping) }
    guard ListHeader.isHeader(heads, mapping: mapping) else { return nil }
    var count = 1
    for row in rows.dropFirst().prefix(ListHeader.largestHeader - 1) {
      guard let joined = ListHeader.absorbing(row, into: heads, mapping: mapping) else { break }
      heads = joined
      count += 1
    }
    guard let layout = ListLayout(heads: heads, headRows: Array(rows.prefix(count))) else { return nil }
    (end, self.layout) = (start + count, layout)
  }

  /// The first rows of several cells, as a message shows them when none is a header.
  static func seen(in rows: [TableRow]) -> [ImportFailure.SeenRow] {
    let filled = rows.lazy.map { (line: $0.line, cells: CellText.cells($0).compactMap(\.self)) }.filter {
      !$0.cells.isEmpty
    }
    let broad = filled.filter { $0.cells.count > 1 }
    return (broad.isEmpty ? Array(filled.prefix(3)) : Array(broad.prefix(3))).map { row in
      ImportFailure.SeenRow(line: row.line, cells: row.cells.prefix(12).map { String($0.prefix(40)) })
    }
  }

  /// Whether a row of heads names a title, and enough else to be no row of another kind.
  private static func isHeader(_ heads: [Head], mapping: ColumnMapping) -> Bool {
    let written = heads.filter { $0.text != nil }
    let known = written.count { $0.meaning != nil }
    guard let best = written.compactMap({ $0.meaning?.titleRank }).min() else { return false }
    if known >= 2 || best <= 1, known * 2 >= written.count { return true }
    if known == written.count, best <= 2 { return true }
    return best == 0 && mapping.count(in: written.compactMap(\.text)) > 0
  }

  /// The heads with `row` as their second line; nil when that row is no part of the header.
  private static func absorbing(_ row: [String?], into heads: [Head], mapping: ColumnMapping) -> [Head]? {
    let texts = Set(row.compactMap(\.self))
    guard let one = texts.first, texts.count > 1 || Category.ofSection(one) == nil else { return nil }
    let joined = Head.joined(heads, with: row, mapping: mapping)
    let isKept = heads.indices.allSatisfy { heads[$0].meaning == nil || joined[$0].meaning != nil }
    let isKnown = row.indices.allSatisfy { row[$0] == nil || joined[$0].meaning != nil }
    let gain = joined.count { $0.meaning != nil } - heads.count { $0.meaning != nil }
    let mapped = mapping.count(in: joined.compactMap(\.text)) + mapping.count(in: Array(texts))
    let isMapped = mapped > mapping.count(in: heads.compactMap(\.text))
    return isKept && (gain > 0 || isKnown || isMapped || isBelowGroups(row, heads)) ? joined : nil
  }

  /// Whether all of a row stands below heads that are written over several columns: what they are divided into.
  private static func isBelowGroups(_ row: [String?], _ heads: [Head]) -> Bool {
    func isOpen(_ index: Int) -> Bool { index >= heads.count || heads[index].text == nil }
    let filled = row.indices.filter { row[$0] != nil }
    return filled.count > 1 && filled.allSatisfy { isOpen($0) || (isOpen($0 + 1) && filled.contains($0 + 1)) }
  }
}
