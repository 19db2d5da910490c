/// Which columns of a table are shown, and how wide.
struct TableLayout {
  struct Column {
    /// Its place in a row.
    let index: Int
    /// Whether its cells stand to the right.
    let isNumber: Bool
    /// What its widest cell so far takes.
    var natural: Int
    /// What it gets.
    var width: Int

    /// What it must get.
    var least: Int { isNumber ? natural : min(natural, Column.leastText) }

    /// What a column of texts may shrink to.
    private static let leastText = 10
  }

  private(set) var columns: [Column]
  /// The headings of the columns for which there is no room.
  private(set) var hidden: [String] = []
  /// The width of the terminal; nil for no bound.
  private let room: Int?

  /// A layout for a table that begins with these rows.
  init(headings: [String], rows: [[Cell]], room: Int?) {
    self.room = room
    columns = headings.indices.map { index in
      let cells = rows.lazy.map { $0[index] }.filter { !$0.text.isEmpty }
      let natural = cells.reduce(TextWidth.of(headings[index])) { max($0, $1.width) }
      return Column(
        index: index, isNumber: !cells.isEmpty && cells.allSatisfy(\.isNumber), natural: natural, width: natural)
    }
    guard let room else { return }
    hide(headings, rows, room: room)
    share(room)
  }

  /// Makes room for the cells of further rows; whether the layout has changed by that.
  mutating func widen(for rows: [[Cell]]) -> Bool {
    let before = columns.map(\.width)
    for place in columns.indices {
      columns[place].natural = rows.reduce(columns[place].natural) { max($0, $1[columns[place].index].width) }
      columns[place].width = columns[place].natural
    }
    if let room { share(room) }
    return columns.map(\.width) != before
  }

  /// Hides columns until the others fit: first those that are empty in all rows seen, then from the right.
  private mutating func hide(_ headings: [String], _ rows: [[Cell]], room: Int) {
    var removed: [Int] = []
    while isTooWide(for: room),
      let empty = columns.lastIndex(where: { column in rows.allSatisfy { $0[column.index].text.isEmpty } })
    {
      removed.append(columns.remove(at: empty).index)
    }
    while isTooWide(for: room) { removed.append(columns.removeLast().index) }
    hidden = removed.sorted().map { headings[$0] }
  }

  private func isTooWide(for room: Int) -> Bool {
    columns.count > 1 && columns.reduce(0) { $0 + $1.least } > cellRoom(in: room)
  }

  /// What is left for the cells between the lines and the spaces beside them.
  private func cellRoom(in room: Int) -> Int { room - 3 * columns.count - 1 }

  /// Takes width from the widest columns until all fit: first no column below what it must get, then any.
  private mutating func share(_ room: Int) {
    for least in [columns.map(\.least), columns.map { _ in 1 }] {
      var bound = columns.map(\.width).max() ?? 0
      var excess = columns.reduce(0) { $0 + $1.width } - cellRoom(in: room)
      while excess > 0, bound > 1 {
        bound -= 1
        for place in columns.indices.reversed() where excess > 0 && columns[place].width > max(bound, least[place]) {
          columns[place].width -= 1
          excess -= 1
        }
      }
    }
  }
}
