import Glibc

/// Draws frames one over the other, writing only the rows that changed.
///
/// Rows are broken by the painter, with the terminal's own wrapping off: a full row leaves no cursor in limbo, and a
/// width that the terminal sees differently can't push the following rows down.
final class Painter {
  private let descriptor: Int32
  private var shown: Frame?
  /// The window in which it was drawn.
  private var size = Terminal.Size(rows: 0, columns: 0)
  /// xterm and the Linux console cut long rows when the window gets narrower; all the others break them.
  private let breaksRowsOnResize: Bool

  init(descriptor: Int32, environment: [String: String]) {
    self.descriptor = descriptor
    breaksRowsOnResize = environment["XTERM_VERSION"] == nil && environment["TERM"] != "linux"
  }

  private static let begin = "\u{1B}[?25l\u{1B}[?7l"
  private static let end = "\u{1B}[?7h\u{1B}[?25h"
  private static let clearRow = "\u{1B}[K"
  private static let clearBelow = "\u{1B}[J"

  /// Shows `frame`, made for a window of this size, in place of what was shown before. In another window nothing is where it was.
  func paint(_ frame: Frame, in newSize: Terminal.Size) {
    if let shown, size == newSize, shown == frame { return }
    var output = Self.begin
    var old: Frame?
    if let shown {
      output += Self.up(rowsAboveCursor(of: shown, columns: newSize.columns))
      if size == newSize { old = shown }
    }
    output += "\r"
    if old == nil { output += Self.clearBelow }
    for (index, row) in frame.rows.enumerated() {
      if index > 0 { output += "\r\n" }
      if let old, index < old.rows.count, old.rows[index] == row { continue }
      output += row.content
      if row.width < newSize.columns { output += Self.clearRow }
    }
    if let old, old.rows.count > frame.rows.count { output += "\r\n" + Self.clearBelow + Self.up(1) }
    output += Self.up(frame.rows.count - 1 - frame.cursorRow) + "\r" + Self.right(frame.cursorColumn) + Self.end
    Terminal.write(output, to: descriptor)
    shown = frame
    size = newSize
  }

  /// Leaves what is shown on the screen and goes to the row below it.
  func leave() {
    guard let shown else { return }
    Terminal.write(Self.down(shown.rows.count - 1 - shown.cursorRow) + "\r\n", to: descriptor)
    self.shown = nil
  }

  /// The screen is somebody else's: the next frame begins at the cursor.
  func forget() {
    shown = nil
  }

  /// Empties the screen; the next frame begins at its top.
  func clearScreen() {
    Terminal.write("\u{1B}[H\u{1B}[2J", to: descriptor)
    shown = nil
  }

  /// How far up the frame begins, in a window that may have become narrower since it was drawn.
  private func rowsAboveCursor(of frame: Frame, columns newColumns: Int) -> Int {
    guard newColumns < size.columns, breaksRowsOnResize else { return frame.cursorRow }
    let above = frame.rows.prefix(frame.cursorRow).reduce(0) { $0 + max(($1.width + newColumns - 1) / newColumns, 1) }
    return above + frame.cursorColumn / newColumns
  }

  private static func up(_ count: Int) -> String { count > 0 ? "\u{1B}[\(count)A" : "" }
  private static func down(_ count: Int) -> String { count > 0 ? "\u{1B}[\(count)B" : "" }
  private static func right(_ count: Int) -> String { count > 0 ? "\u{1B}[\(count)C" : "" }
}
