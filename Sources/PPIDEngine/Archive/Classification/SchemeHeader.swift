/// Which columns of a classification scheme's list hold what.
struct SchemeHeader {
  private(set) var code = 0
  private(set) var title: Int?
  private(set) var active = 0
  private(set) var inactive = 0
  private(set) var fate = 0
  private(set) var security: Int?
  /// The columns' heads, as messages name them.
  private(set) var heads: [String]
  /// The first row below the header.
  private(set) var end: Int

  /// Among how many rows the header is looked for.
  static let searchedRows = 100

  /// Finds the header in a list's rows, which may take two rows; else, where the rows themselves leave no doubt, the usual order
  /// of columns. Nil when neither helps.
  init?(in rows: [[String?]]) {
    let rows = rows.prefix(SchemeHeader.searchedRows)
    let mapping = ColumnMapping()
    for (index, row) in rows.enumerated() {
      let heads = row.map { Head($0, mapping: mapping) }
      if let header = SchemeHeader(heads, end: index + 1) {
        self = header
        return
      }
      guard index + 1 < rows.count, heads.contains(where: { SchemeHeader.isOwn($0) }) else { continue }
      if let header = SchemeHeader(Head.joined(heads, with: rows[index + 1], mapping: mapping), end: index + 2) {
        self = header
        return
      }
    }
    guard rows.contains(where: SchemeHeader.isInUsualOrder) else { return nil }
    heads = ["kode", "retensi_aktif", "retensi_inaktif", "nasib_akhir", "keamanan"]
    (active, inactive, fate, security, end) = (1, 2, 3, 4, 0)
  }

  private init?(_ heads: [Head], end: Int) {
    func column(_ field: RecordField) -> Int? { heads.firstIndex { $0.meaning?.role == .record(field) } }
    let remarks = heads.firstIndex { Words($0.text ?? "").list == ["keterangan"] }
    guard let code = column(.code), let active = column(.activeRetention), let inactive = column(.inactiveRetention),
      let fate = column(.fate) ?? remarks
    else { return nil }
    (self.code, self.active, self.inactive, self.fate, security) = (code, active, inactive, fate, column(.security))
    let taken = [code, active, inactive, fate, security].compactMap(\.self)
    title = heads.indices.filter { heads[$0].meaning?.titleRank != nil && !taken.contains($0) }.min {
      heads[$0].meaning?.titleRank ?? 0 < heads[$1].meaning?.titleRank ?? 0
    }
    self.heads = heads.enumerated().map { $1.text ?? "kolom \($0 + 1)" }
    self.end = end
  }

  private static func isOwn(_ head: Head) -> Bool {
    switch head.meaning?.role {
    case .record(.code), .record(.activeRetention), .record(.inactiveRetention), .record(.fate), .record(.security): true
    default: false
    }
  }

  private static func isInUsualOrder(_ row: [String?]) -> Bool {
    guard row.count >= 4, let code = row[0], let active = row[1], let inactive = row[2], let fate = row[3] else { return false }
    return SchemeCode.isCode(code) && RetentionTerm(active) != nil && RetentionTerm(inactive) != nil && FinalFate(fate) != nil
  }

  /// Whether a row of cells is part of a header, said again: at the top of a printed page, for one.
  func isRepeated(in row: [String?]) -> Bool {
    let heads = row.compactMap(\.self).map { Head($0, mapping: ColumnMapping()) }
    guard heads.contains(where: SchemeHeader.isOwn) else { return false }
    return row[safe: active].flatMap { RetentionTerm($0) } == nil && row[safe: fate].flatMap { FinalFate($0) } == nil
  }
}

extension [String?] {
  /// A cell; nil beyond the row's end.
  subscript(safe index: Int) -> String? { indices.contains(index) ? self[index] : nil }
}
