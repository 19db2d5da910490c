/// Which columns of a classification scheme's list hold what.
struct SchemeHeader {
  /// Where codes stand: several columns where each level has its own.
  private(set) var codes = 0..<1
  /// Where titles stand: several columns where they are indented.
  private(set) var titles: Range<Int>?
  private(set) var active = 0
  private(set) var inactive = 0
  private(set) var fate = 0
  private(set) var security: Int?
  /// Whether the heads say that a number alone is one of years.
  private(set) var isInYears = false
  /// The columns' heads, as messages name them.
  private(set) var heads: [String]
  /// Columns that count rows.
  private(set) var ordinals: Set<Int> = []
  /// The head of the column that is taken for the titles, where it doesn't say that it is.
  private(set) var takenAsTitle: String?
  /// The heads of columns that are not taken.
  private(set) var others: [String] = []
  /// The first row below the header.
  private(set) var end: Int

  /// The column that messages name for a code.
  var code: Int { codes.lowerBound }

  /// Among how many rows the header is looked for.
  static let searchedRows = 100
  /// Over how many rows it may be written.
  private static let deepest = 3

  /// Finds the header in a list's rows, which may take several rows; else, where the rows themselves leave no doubt, the usual order
  /// of columns. Nil when neither helps.
  init?(in rows: [[String?]]) {
    let rows = Array(rows.prefix(SchemeHeader.searchedRows))
    for index in rows.indices {
      var heads: [Head] = []
      var isInYears = false
      for end in index + 1...min(index + SchemeHeader.deepest, rows.count) {
        let (row, years) = SchemeHeader.withoutYears(rows[end - 1], isBelow: end > index + 1)
        isInYears = isInYears || years
        if end == index + 1 {
          heads = row.map { Head($0, mapping: ColumnMapping()) }
        } else {
          guard heads.contains(where: { SchemeHeader.isOwn($0) }) else { break }
          heads = Head.joined(heads, with: row, mapping: ColumnMapping())
        }
        guard let header = SchemeHeader(heads, isInYears: isInYears, end: end) else { continue }
        self = header
        if end < rows.count, header.isLevels(rows[end]) { self.end = end + 1 }
        if end < rows.count, case let (below, years) = SchemeHeader.withoutYears(rows[end], isBelow: true), years,
          below.allSatisfy({ $0 == nil })
        {
          (self.isInYears, self.end) = (true, end + 1)
        }
        return
      }
    }
    guard rows.contains(where: SchemeHeader.isInUsualOrder) else { return nil }
    heads = ["kode", "retensi_aktif", "retensi_inaktif", "nasib_akhir", "keamanan"]
    (active, inactive, fate, security, end) = (1, 2, 3, 4, 0)
  }

  private init?(_ heads: [Head], isInYears: Bool, end: Int) {
    func column(_ field: RecordField) -> Int? { heads.firstIndex { $0.meaning?.role == .record(field) } }
    let remarks = heads.firstIndex { Words($0.text ?? "").list == ["keterangan"] }
    guard let code = heads.firstIndex(where: SchemeHeader.isCode), let active = column(.activeRetention),
      let inactive = column(.inactiveRetention), let fate = column(.fate) ?? remarks
    else { return nil }
    (self.active, self.inactive, self.fate, security) = (active, inactive, fate, column(.security))
    // A merged head covers the columns behind it that have none.
    func covered(from first: Int, orLike isLike: (Head) -> Bool = { _ in false }) -> Range<Int> {
      first..<(heads.indices.dropFirst(first + 1).first { heads[$0].text != nil && !isLike(heads[$0]) } ?? first + 1)
    }
    codes = covered(from: code, orLike: SchemeHeader.isCode)
    let taken = Set(codes).union([active, inactive, fate, security].compactMap(\.self))
    let ordinals = Set(heads.indices.filter { [.ordinal, .field(.number)].contains(heads[$0].meaning?.role) && !taken.contains($0) })
    let named = heads.indices.filter { heads[$0].text != nil && !taken.contains($0) && !ordinals.contains($0) }
    let known = named.filter { heads[$0].meaning?.titleRank != nil }.min {
      heads[$0].meaning?.titleRank ?? 0 < heads[$1].meaning?.titleRank ?? 0
    }
    let title = known ?? named.first { $0 > code && $0 < active }
    takenAsTitle = known == nil ? title.flatMap { heads[$0].text } : nil
    titles = title.map { covered(from: $0) }
    others = named.filter { $0 != title }.compactMap { heads[$0].text }
    self.ordinals = ordinals
    self.heads = heads.enumerated().map { $1.text ?? "kolom \($0 + 1)" }
    self.isInYears = isInYears
    self.end = end
  }

  /// The text of a row's cells in these columns; nil where they are empty.
  static func text(_ columns: Range<Int>?, in cells: [String?]) -> String? {
    let parts = (columns ?? 0..<0).compactMap { cells[safe: $0] }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private static func isOwn(_ head: Head) -> Bool {
    switch head.meaning?.role {
    case .record(.code), .record(.activeRetention), .record(.inactiveRetention), .record(.fate), .record(.security): true
    default: isCode(head)
    }
  }

  /// Whether a column holds codes, or one level of them (`Kode Primer`, `Kode 2`).
  private static func isCode(_ head: Head) -> Bool {
    if head.meaning?.role == .record(.code) { return true }
    let words = Words(head.text ?? "").list
    return words.first == "kode" && words.dropFirst().allSatisfy { levels.contains($0) || Int($0) != nil }
  }

  private static let levels: Set<String> = [
    "primer", "sekunder", "tersier", "tertier", "kuarter", "fungsi", "kegiatan", "transaksi", "pokok", "masalah", "sub", "level",
    "tingkat", "klasifikasi", "arsip", "kode",
  ]

  /// A header's cells without what says that numbers are years, and whether something did: `Aktif (Tahun)`; below another row also
  /// `(Tahun)` alone.
  private static func withoutYears(_ row: [String?], isBelow: Bool) -> (row: [String?], isInYears: Bool) {
    let unit = #/\s*\(?\s*(?:dalam\s+)?\b(?:tahun|thn|th)\b\.?\s*\)?/#.ignoresCase()
    var isInYears = false
    let cells = row.map { cell -> String? in
      let words = Words(cell ?? "").list
      let rest = words.filter { !years.contains($0) }
      guard rest.count < words.count, rest.isEmpty ? isBelow : rest.contains(where: terms.contains) else { return cell }
      isInYears = true
      return CellText.tidied((cell ?? "").replacing(unit, with: ""))
    }
    return (cells, isInYears)
  }

  private static let years: Set<String> = ["tahun", "thn", "th", "dalam"]
  private static let terms: Set<String> = ["aktif", "inaktif", "retensi", "simpan", "penyimpanan", "jangka", "waktu", "masa"]

  private static func isInUsualOrder(_ row: [String?]) -> Bool {
    guard row.count >= 4, let code = row[0], let active = row[1], let inactive = row[2], let fate = row[3] else { return false }
    return SchemeCode.isCode(code) && RetentionTerm(active) != nil && RetentionTerm(inactive) != nil && FinalFate(fate) != nil
  }

  /// Whether a row only names the levels of codes: `Fungsi`, `Kegiatan`, `Transaksi`.
  private func isLevels(_ row: [String?]) -> Bool {
    let filled = row.indices.filter { row[$0] != nil }
    return codes.count > 1 && filled.count > 1 && filled.allSatisfy(codes.contains)
      && filled.allSatisfy { Words(row[$0] ?? "").list.allSatisfy(SchemeHeader.levels.contains) }
  }

  /// Whether a row of cells is part of a header, said again: at the top of a printed page, for one.
  func isRepeated(in row: [String?]) -> Bool {
    if isLevels(row) { return true }
    let heads = SchemeHeader.withoutYears(row, isBelow: true).row.compactMap(\.self).map { Head($0, mapping: ColumnMapping()) }
    guard heads.contains(where: SchemeHeader.isOwn) else { return false }
    return row[safe: active].flatMap { RetentionTerm($0) } == nil && row[safe: fate].flatMap { FinalFate($0) } == nil
  }
}

extension [String?] {
  /// A cell; nil beyond the row's end.
  subscript(safe index: Int) -> String? { indices.contains(index) ? self[index] : nil }
}
