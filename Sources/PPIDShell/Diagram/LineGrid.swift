/// A grid of characters on which lines join where they meet.
struct LineGrid {
  /// Where a line leaves a cell.
  private struct Sides: OptionSet {
    let rawValue: Int
    static let up = Sides(rawValue: 1)
    static let right = Sides(rawValue: 2)
    static let down = Sides(rawValue: 4)
    static let left = Sides(rawValue: 8)
  }

  private enum Cell {
    case empty
    case line(Sides)
    case sign(Character)
  }

  let width: Int
  let isASCII: Bool
  private var cells: [[Cell]]

  init(width: Int, height: Int, isASCII: Bool) {
    self.width = width
    self.isASCII = isASCII
    cells = Array(repeating: Array(repeating: .empty, count: width), count: height)
  }

  /// Draws a line through these points, each straight above, below or beside the one before.
  mutating func draw(_ points: [(x: Int, y: Int)]) {
    for (from, to) in zip(points, points.dropFirst()) {
      for x in min(from.x, to.x)..<max(from.x, to.x) {
        join(x, from.y, .right)
        join(x + 1, from.y, .left)
      }
      for y in min(from.y, to.y)..<max(from.y, to.y) {
        join(to.x, y, .down)
        join(to.x, y + 1, .up)
      }
    }
  }

  private mutating func join(_ x: Int, _ y: Int, _ side: Sides) {
    switch cells[y][x] {
    case .empty: cells[y][x] = .line(side)
    case .line(let sides): cells[y][x] = .line(sides.union(side))
    case .sign: break
    }
  }

  /// Writes characters of one column each over whatever is there.
  mutating func write(_ text: String, _ x: Int, _ y: Int) {
    for (offset, character) in text.enumerated() where cells[y].indices.contains(x + offset) { cells[y][x + offset] = .sign(character) }
  }

  /// Writes a character where nothing is yet.
  mutating func fill(_ character: Character, _ x: Int, _ y: Int) {
    if case .empty = cells[y][x] { cells[y][x] = .sign(character) }
  }

  func row(_ y: Int) -> String {
    String(
      cells[y].map { cell in
        switch cell {
        case .empty: " "
        case .line(let sides): character(sides)
        case .sign(let character): character
        }
      })
  }

  private func character(_ sides: Sides) -> Character {
    if isASCII {
      if sides.isSubset(of: [.up, .down]) { return "|" }
      return sides.isSubset(of: [.left, .right]) ? "-" : "+"
    }
    return Array(" │─└││┌├─┘─┴┐┤┬┼")[sides.rawValue]
  }
}
