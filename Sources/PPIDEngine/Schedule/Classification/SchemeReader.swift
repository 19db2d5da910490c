import PPIDValues

/// Reads a classification scheme with its retention schedule (JRA), as archivists publish it: out of a document, with its junk.
///
/// Nothing is guessed in silence. What can't be read is a problem with its row, column and value, and with what was probably meant
/// where something suggests itself; a user may accept all suggestions at once.
struct SchemeReader {
  /// A row that is no code, or that was read other than it stands.
  struct Note: Sendable, Hashable {
    let row: Int
    let text: Phrase
  }

  /// What was read, in the list's order, each code once.
  private(set) var codes: [SchemeCode] = []
  private(set) var problems: [ImportProblem] = []
  /// How many rows with a code couldn't be read.
  private(set) var refused = 0
  /// What was taken for what it probably means, because the user accepts suggestions.
  private(set) var mended: [ImportProblem] = []
  private(set) var notes: [Note] = []

  private let header: SchemeHeader
  private let acceptsSuggestions: Bool
  private var places: [String: Int] = [:]
  /// The last code that groups others.
  private var group: String?
  /// The groups of the last code, where each level has a column of its own.
  private var levels: [String?] = []
  /// The row that is being read: the rows below may go on with it.
  private var pending: (line: Int, cells: [String?], isOrphan: Bool)?

  init(path: String, separator: CSVSeparator?, acceptsSuggestions: Bool) throws {
    try self.init(
      CSVReader(path: path, separator: separator) { SchemeHeader(in: $0.map(CellText.cells)) != nil },
      acceptsSuggestions: acceptsSuggestions)
  }

  init(bytes: [UInt8], acceptsSuggestions: Bool = false) throws {
    try self.init(
      CSVReader(bytes: bytes) { SchemeHeader(in: $0.map(CellText.cells)) != nil }, acceptsSuggestions: acceptsSuggestions)
  }

  private init(_ csv: CSVReader, acceptsSuggestions: Bool) throws {
    self.acceptsSuggestions = acceptsSuggestions
    var beginning: [TableRow] = []
    var row = TableRow()
    while beginning.count < SchemeHeader.searchedRows, try csv.next(into: &row) { beginning.append(row) }
    guard beginning.contains(where: { CellText.cells($0).contains { $0 != nil } }) else { throw ImportFailure.empty }
    guard let header = SchemeHeader(in: beginning.map(CellText.cells)) else {
      throw ClassificationFailure.noHeader(rows: ListHeader.seen(in: beginning))
    }
    self.header = header
    if let head = header.takenAsTitle {
      notes.append(
        Note(row: header.end, text: Phrase(id: "uraian diambil dari kolom `\(head)`", en: "titles are taken from the column `\(head)`")))
    }
    if !header.others.isEmpty {
      let names = header.others.map { "`\($0)`" }.joined(separator: ", ")
      notes.append(
        Note(row: header.end, text: Phrase(id: "kolom yang tidak diambil: \(names)", en: "columns that are not taken: \(names)")))
    }
    for row in beginning.dropFirst(header.end) { take(row) }
    while try csv.next(into: &row) { take(row) }
    finish()
  }

  // MARK: Rows

  private mutating func take(_ row: TableRow) {
    let cells = CellText.cells(row)
    let filled = cells.compactMap(\.self)
    guard !filled.isEmpty, !header.isRepeated(in: cells), !SchemeReader.isColumnNumbers(filled) else { return }
    guard let (first, isOrphan) = code(in: cells) else { return takeContinuation(cells, line: row.line) }
    finish()
    var own = cells
    own += [String?](repeating: nil, count: max(0, header.heads.count - own.count))
    own[header.code] = first
    if !SchemeCode.isCode(first), header.titles == nil, let space = first.firstIndex(of: " "), SchemeCode.isCode(first[..<space]),
      first[..<space].contains(where: { $0 == "." || $0.isNumber })
    {
      // `PR.01 Penyusunan program`: the code with its title.
      pendingTitle = String(first[first.index(after: space)...])
      own[header.code] = String(first[..<space])
    }
    pending = (row.line, own, isOrphan)
  }

  /// The code in a row's cells, put together from the levels above it where each has a column, and whether one of those is missing.
  private mutating func code(in cells: [String?]) -> (text: String, isOrphan: Bool)? {
    guard header.codes.count > 1 else { return cells[safe: header.code].map { ($0, false) } }
    let given = header.codes.map { cells[safe: $0]?.trimming(".) ") }
    guard let first = given.firstIndex(where: { $0 != nil }), let last = given.lastIndex(where: { $0 != nil }) else { return nil }
    levels = (0...last).map { given[$0] ?? ($0 < first ? levels[safe: $0] : nil) }
    // A column may spell the whole code out: `KU`, `KU.01`.
    let whole = levels[last].flatMap { SchemeCode.groups($0).count > last ? $0 : nil }
    let parts = levels.compactMap(\.self)
    return (whole ?? parts.joined(separator: "."), whole == nil && parts.count < levels.count)
  }

  /// The title that stood in the code's cell.
  private var pendingTitle: String?

  /// A row without a code: the end of the row above, as page breaks leave it, or something else.
  private mutating func takeContinuation(_ cells: [String?], line: Int) {
    if let above = pending, canGoOn(cells) {
      let joined = above.cells.indices.map { index in
        [above.cells[index], cells[safe: index]].compactMap(\.self).joined(separator: " ")
      }.map { $0.isEmpty ? nil : $0 }
      if !isReadable(cells), isReadable(joined) || !isReadable(above.cells) {
        pending?.cells = joined
        return
      }
    }
    finish()
    if isReadable(cells) || [header.active, header.inactive, header.fate].contains(where: { cells[safe: $0] != nil }) {
      refused += 1
      problems.append(
        ImportProblem(
          row: line, column: header.heads[header.code], value: cells.compactMap(\.self).joined(separator: ", "),
          reason: Phrase(id: "baris ini tidak berkode", en: "this row has no code")))
    } else {
      note(line, cells)
    }
  }

  /// Whether a row's cells may be the end of those above: not where the row is counted itself, or begins a footnote.
  private func canGoOn(_ cells: [String?]) -> Bool {
    let own = cells.indices.filter { cells[$0] != nil && !header.ordinals.contains($0) }
    guard own.count == cells.count(where: { $0 != nil }) else { return false }
    return !own.contains { index in
      let text = cells[index] ?? ""
      return text.hasPrefix("*") || ["catatan", "keterangan"].contains(Words(text).list.first)
    }
  }

  /// Whether a row's own cells tell a retention.
  private func isReadable(_ cells: [String?]) -> Bool {
    cells[safe: header.active].flatMap { RetentionTerm($0) } != nil && cells[safe: header.fate].flatMap { FinalFate($0) } != nil
  }

  private mutating func note(_ line: Int, _ cells: [String?]) {
    let text = cells.compactMap(\.self).joined(separator: ", ")
    notes.append(Note(row: line, text: Phrase(id: "bukan kode klasifikasi: \(text)", en: "no classification code: \(text)")))
  }

  private static func isColumnNumbers(_ cells: [String]) -> Bool {
    let numbers = cells.compactMap { Int($0.trimming("(). ")) }
    return numbers.count == cells.count && numbers.count > 1 && zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }

  // MARK: Codes

  /// Reads the row that is complete now.
  private mutating func finish() {
    guard let (line, cells, isOrphan) = pending else { return }
    var reading = SchemeRowReading(
      line: line, cells: cells, isOrphan: isOrphan, header: header, acceptsSuggestions: acceptsSuggestions)
    let title = SchemeHeader.text(header.titles, in: cells) ?? pendingTitle
    (pending, pendingTitle) = (nil, nil)
    guard var code = reading.code(titled: title) else {
      guard !reading.problems.isEmpty else { return note(line, cells) }
      return refuse(reading)
    }
    if let group, isRelative(code.code) {
      let meant = "\(group).\(code.code)"
      reading.complain(
        header.code, code.code, suggestion: places[meant] == nil ? meant : nil,
        Phrase(id: "kode ini tidak lengkap; tulis dengan kode di atasnya", en: "this code isn't whole; write it with the code above it"))
      guard acceptsSuggestions, places[meant] == nil else { return refuse(reading) }
      code = code.renamed(meant)
    }
    if let place = places[code.code] {
      if codes[place] == code {
        notes.append(
          Note(
            row: line, text: Phrase(id: "kode \(code.code) berulang, isinya sama", en: "the code \(code.code) again, with the same content")
          ))
        return
      }
      let meant = group.flatMap { group in code.code.split(separator: ".").last.map { "\(group).\($0)" } }
      let free = meant.flatMap { places[$0] == nil ? $0 : nil }
      reading.complain(
        header.code, code.code, suggestion: free,
        Phrase(id: "kode ini sudah ada di atas dengan isi lain", en: "this code stands above already, with other content"))
      guard let free, acceptsSuggestions else { return refuse(reading) }
      code = code.renamed(free)
    }
    guard reading.problems.isEmpty else { return refuse(reading) }
    mended += reading.mended
    notes += reading.notes
    if !code.hasRetention { group = code.code }
    places[code.code] = codes.count
    codes.append(code)
  }

  /// Whether a code is only the end of one: `a` below `PR.01`, in a list whose first code is made otherwise.
  private func isRelative(_ code: String) -> Bool {
    guard let first = codes.first.map({ SchemeCode.groups($0.code)[0] }), SchemeCode.groups(code).count == 1 else { return false }
    func kind(_ text: some StringProtocol) -> Int {
      text.allSatisfy(\.isNumber) ? 0 : text.allSatisfy(\.isUppercase) ? 1 : text.allSatisfy(\.isLowercase) ? 2 : 3
    }
    return kind(code) != kind(first) || (code.count == 1 && first.count > 1)
  }

  private mutating func refuse(_ reading: SchemeRowReading) {
    refused += 1
    problems += reading.mended + reading.problems
    notes += reading.notes
  }
}
