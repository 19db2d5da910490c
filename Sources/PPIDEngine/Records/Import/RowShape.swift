/// What a row below the header is, judged by itself.
enum RowShape: Equatable {
  case blank
  case columnNumbers
  case repeatedHeader
  case section(Category)
  /// A heading that stands in the column of the counts, and the count before it.
  case heading(String, Ordinal?)
  case total
  case footer
  case numberOnly
  /// Neither count nor title: it goes on with the record above.
  case continuation
  case record(ordinal: Ordinal?, isTitleAlone: Bool)

  init(_ cells: [String?], in layout: ListLayout) {
    let filled = cells.indices.filter { cells[$0] != nil }
    guard !filled.isEmpty else {
      self = .blank
      return
    }
    if layout.isExchange {
      self = .record(ordinal: nil, isTitleAlone: false)
      return
    }
    let count = layout.ordinalColumn.flatMap { $0 < cells.count ? cells[$0] : nil }
    let title = layout.titleColumn < cells.count ? cells[layout.titleColumn] : nil
    let ordinal = count.flatMap { Ordinal($0[...]) }
    // Most rows are plain records; only rows that may be something else are looked at closely.
    if title != nil, count == nil || ordinal != nil, filled.count > 2, !RowShape.isUnusual(cells, filled) {
      self = .record(ordinal: ordinal, isTitleAlone: false)
      return
    }
    if layout.isHeadRow(cells) {
      self = .repeatedHeader
    } else if RowShape.isColumnNumbers(cells, filled) {
      self = .columnNumbers
    } else if let category = RowShape.section(cells, filled, title: title, ordinal: ordinal) {
      self = .section(category)
    } else if RowShape.isTotal(count: count, ordinal: ordinal, title: title) {
      self = .total
    } else if ordinal == nil, RowShape.isFooter(cells, filled, in: layout) {
      self = .footer
    } else if let title {
      self = RowShape.titled(title, cells: cells, filled: filled, count: count, ordinal: ordinal, in: layout)
    } else if let count {
      let isAlone = Set(filled.map { cells[$0]! }).count == 1
      if ordinal == nil {
        self = isAlone ? RowShape.heading(count) : .record(ordinal: nil, isTitleAlone: false)
      } else {
        self = isAlone ? .numberOnly : .record(ordinal: ordinal, isTitleAlone: false)
      }
    } else if filled.contains(where: { $0 < layout.columns.count && layout.columns[$0].role.beginsRecord }) {
      self = .record(ordinal: nil, isTitleAlone: false)
    } else {
      self = .continuation
    }
  }

  private static func heading(_ text: String) -> RowShape {
    let marked = Ordinal.marked(text)
    return .heading(marked.text, marked.ordinal)
  }

  private static func titled(
    _ title: String, cells: [String?], filled: [Int], count: String?, ordinal: Ordinal?, in layout: ListLayout
  ) -> RowShape {
    let isAlone = filled.allSatisfy { $0 == layout.titleColumn || $0 == layout.ordinalColumn }
    // A cell merged over the whole width, which some programs write out in every column.
    if ordinal == nil, count == title, filled.allSatisfy({ cells[$0] == title }) { return heading(title) }
    return .record(ordinal: ordinal, isTitleAlone: isAlone)
  }

  /// Whether a row of several cells may repeat the header, count the columns, or say one thing all over.
  private static func isUnusual(_ cells: [String?], _ filled: [Int]) -> Bool {
    let first = cells[filled[0]]!
    guard let byte = first.utf8.first, first != cells[filled[1]] else { return true }
    let mayCount = byte == UInt8(ascii: "(") || byte == UInt8(ascii: "1") || byte | 0x20 == UInt8(ascii: "a")
    return byte | 0x20 == UInt8(ascii: "n") || byte == UInt8(ascii: "#") || (mayCount && first.utf8.count <= 4)
  }

  private static func isColumnNumbers(_ cells: [String?], _ filled: [Int]) -> Bool {
    guard filled.count >= 3 else { return false }
    let marks = filled.map { cells[$0]!.filter { !"()[]. ".contains($0) }.lowercased() }
    let letters = (0..<filled.count).map { $0 < 26 ? String(UnicodeScalar(UInt8(97 + $0))) : "" }
    return marks == letters || marks.enumerated().allSatisfy { Int($1) == $0 + 1 }
  }

  private static func section(_ cells: [String?], _ filled: [Int], title: String?, ordinal: Ordinal?) -> Category? {
    let texts = Set(filled.map { cells[$0]! })
    if texts.count == 1 { return Category.ofSection(texts.first!) }
    guard filled.count == 2, ordinal != nil, let title else { return nil }
    return Category.ofSection(title)
  }

  private static func isTotal(count: String?, ordinal: Ordinal?, title: String?) -> Bool {
    if let count, ordinal == nil {
      let saysNumber = title?.allSatisfy { $0.isNumber || $0.isWhitespace || $0 == "." } ?? true
      return saysNumber && isTotalling(Words(count).list)
    }
    guard count == nil, let title, title.utf8.count <= CellText.longestPhrase else { return false }
    let words = Words(title).list.filter { !$0.allSatisfy(\.isNumber) }
    return isTotalling(words) && words.allSatisfy { ["sub", "subtotal", "grand", "jumlah", "total", "informasi"].contains($0) }
  }

  /// Whether words begin as those of a total do.
  private static func isTotalling(_ words: [String]) -> Bool {
    let first = words.first == "sub" || words.first == "grand" ? words.dropFirst().first : words.first
    return first == "jumlah" || first == "total" || first == "subtotal"
  }

  private static let closings = [
    ["mengetahui"], ["menyetujui"], ["ditetapkan", "di"], ["disahkan"], ["ttd"], ["tertanda"], ["dikeluarkan", "di"],
  ]
  private static let notes = [["catatan"], ["keterangan"], ["ket"], ["sumber"]]

  /// Whether a row begins the notes and signatures below a list.
  private static func isFooter(_ cells: [String?], _ filled: [Int], in layout: ListLayout) -> Bool {
    guard filled.count <= 2, let column = filled.last else { return false }
    // Two people sign side by side.
    if filled.contains(where: { isClosing(cells[$0]!) }) { return true }
    guard filled.count == 1 else { return false }
    let text = cells[column]!
    guard text.utf8.count <= CellText.longestPhrase else { return false }
    let words = Words(text).list
    if words.count > 1, ["halaman", "hal", "page"].contains(words[0]), words[1].allSatisfy(\.isNumber) { return true }
    if column == 0, notes.contains(where: { words.starts(with: $0) }), text.contains(":") { return true }
    let holdsTime = column < layout.columns.count && layout.columns[column].role.holdsTime
    return !holdsTime && isPlaceAndDay(text)
  }

  private static func isClosing(_ text: String) -> Bool {
    guard text.utf8.count <= CellText.longestPhrase else { return false }
    let words = Words(text).list
    return closings.contains { words.starts(with: $0) }
  }

  /// The column of a place and a day that stand alone in a row, as above a signature; nil for any other row.
  static func signatureColumn(_ cells: [String?]) -> Int? {
    let filled = cells.indices.filter { cells[$0] != nil }
    guard filled.count == 1, let column = filled.first, let text = cells[column],
      text.utf8.count <= CellText.longestPhrase, isPlaceAndDay(text)
    else {
      return nil
    }
    return column
  }

  private static func isPlaceAndDay(_ text: String) -> Bool {
    let reading = PlaceAndTime(text, mayBePlaceAlone: false)
    return reading.place != nil && reading.when.flatMap(IndonesianDate.exact) != nil
  }
}
