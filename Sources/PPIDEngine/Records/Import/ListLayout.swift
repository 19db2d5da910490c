/// The columns of a list: what its header says of each.
struct ListLayout: Sendable {
  struct Column: Sendable {
    /// The head as it stands, white space tidied; a made-up one where the list has none.
    let head: String
    let role: ColumnRole

    /// Whether the lines of a cell mean something: those of a text do, those of a name don't.
    var keepsLines: Bool {
      role == .record(.summary) || role == .other || role == .placeAndWhen
    }
  }

  private(set) var columns: [Column]
  /// Whether the program wrote the list itself: then every row is a record, and every text stands as it is.
  let isExchange: Bool
  let titleColumn: Int
  /// The column of the count or the number.
  let ordinalColumn: Int?
  /// The category that a head gives to all records.
  let category: Category?
  /// The header's rows, to recognise them where they are repeated.
  private let headRows: [[String?]]

  /// Columns that the program writes and doesn't take back.
  static let keptColumns = ["status", "dip", "berkas", "diubah", ListWriter.reasonColumn]

  /// Whether the program wrote the list for its rows to be mended.
  var isOfRefusedRows: Bool { isExchange && columns.last?.head == ListWriter.reasonColumn }

  /// The layout of a list that the program wrote: all heads are its own, those that tell a record among them.
  init?(exchange cells: [String?]) {
    var columns: [Column] = []
    for cell in cells {
      guard let cell else { return nil }
      if let field = ListField(cell) {
        columns.append(Column(head: cell, role: .field(field)))
      } else if ListLayout.keptColumns.contains(cell) {
        columns.append(Column(head: cell, role: .kept))
      } else {
        return nil
      }
    }
    let fields = columns.compactMap { if case .field(let field) = $0.role { field } else { nil } }
    guard Set(fields).count == fields.count, fields.contains(.number), fields.contains(.extra),
      let title = columns.firstIndex(where: { $0.role == .record(.title) })
    else { return nil }
    self.columns = columns
    isExchange = true
    titleColumn = title
    ordinalColumn = nil
    category = nil
    headRows = [cells]
  }

  /// The layout that the heads of an office's list make; nil when none of them can be the title.
  init?(heads: [Head], headRows: [[String?]]) {
    let ticked = heads.count { if case .categoryMark = $0.meaning?.role { true } else { false } }
    func rank(_ index: Int) -> Int? {
      // One of several categories to tick is no title.
      if ticked > 1, case .categoryMark = heads[index].meaning?.role { return nil }
      return heads[index].meaning?.titleRank
    }
    guard let title = heads.indices.filter({ rank($0) != nil }).min(by: { rank($0)! < rank($1)! }) else { return nil }
    let category = heads[title].meaning?.category
    self.category = category
    // A mere `Jangka Waktu` of excluded information is that of its exclusion.
    func isPeriodOfExclusion(_ meaning: HeadMeaning) -> Bool {
      category == .dikecualikan && meaning.isWeak && meaning.role == .record(.activeRetention)
    }
    var roles = [ColumnRole](repeating: .other, count: heads.count)
    roles[title] = .record(.title)
    var taken: Set<ColumnRole> = [.record(.title)]
    for weak in [false, true] {
      for (index, head) in heads.enumerated() where index != title {
        guard let meaning = head.meaning, meaning.isWeak == weak, meaning.role != .other,
          !isPeriodOfExclusion(meaning),
          taken.insert(meaning.role).inserted
        else { continue }
        roles[index] = meaning.role
      }
    }
    if heads[0].text == nil, title > 0, !taken.contains(.ordinal), !taken.contains(.field(.number)) {
      roles[0] = .ordinal
    }
    ListLayout.settleTimes(&roles)
    var names: Set<String> = []
    columns = []
    for (index, head) in heads.enumerated() {
      let text = head.text ?? "kolom \(index + 1)"
      var name = text
      var count = 1
      while !names.insert(name).inserted {
        count += 1
        name = "\(text) (\(count))"
      }
      columns.append(Column(head: name, role: roles[index]))
    }
    isExchange = false
    titleColumn = title
    ordinalColumn = roles.firstIndex { $0 == .ordinal || $0 == .field(.number) }
    self.headRows = headRows
  }

  /// A day or a year is the time as given when no column says more.
  private static func settleTimes(_ roles: inout [ColumnRole]) {
    for only in [ColumnRole.record(.date), .record(.year)] {
      guard !roles.contains(.record(.when)), !roles.contains(.placeAndWhen),
        let index = roles.firstIndex(of: only)
      else { continue }
      roles[index] = .record(.when)
    }
  }

  /// The texts of a row's cells, by column; nil for those that hold nothing.
  func cells(_ row: TableRow) -> [String?] {
    var cells = [String?](repeating: nil, count: max(row.count, columns.count))
    row.bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<row.count {
        let cell = UnsafeBufferPointer(rebasing: bytes[row.range(of: index)])
        if isExchange {
          let text = SpreadsheetGuard.unguarded(String(decoding: cell, as: UTF8.self))
          cells[index] = text.isEmpty ? nil : text
        } else {
          cells[index] = CellText.tidied(cell, keepsLines: index < columns.count && columns[index].keepsLines)
        }
      }
    }
    return cells
  }

  /// Columns before the title whose cells are often merged over several rows.
  var groupingColumns: [Int] {
    columns.indices.prefix(titleColumn).filter {
      columns[$0].role == .record(.kind) || columns[$0].role == .record(.category)
    }
  }

  func has(_ role: ColumnRole) -> Bool {
    columns.contains { $0.role == role }
  }

  /// Whether a text is the head of one of the columns.
  func hasHead(_ text: String) -> Bool {
    let words = Words(text)
    return columns.contains { Words($0.head) == words }
  }

  /// Whether a row is one of the header's, said again.
  func isHeadRow(_ cells: [String?]) -> Bool {
    headRows.contains { head in
      (0..<max(head.count, cells.count)).allSatisfy { index in
        let (left, right) = (index < head.count ? head[index] : nil, index < cells.count ? cells[index] : nil)
        return left == right || Words(left ?? "") == Words(right ?? "")
      }
    }
  }
}
