import CEdit
import Glibc

/// Shows results a screenful at a time, if there are more: on a terminal only, with `PAGER` or `less -FRX`.
///
/// What fits on the screen is simply written. From the first row that doesn't fit, everything goes to the pager; once
/// the user has left it, `isClosed` tells whoever produces the text that no more is wanted.
package final class Pager {
  private let columns: Int
  private let environment: [String: String]
  /// How many rows may still be held back; nil where nothing is paged.
  private var room: Int?
  private var held = ""
  private var child: ChildProgram?
  private var input: Int32 = -1
  /// Whether the pager has the screen.
  var isShowing: Bool { child != nil }
  /// Whether the user has seen enough.
  package private(set) var isClosed = false

  /// What isn't shown on a terminal is never paged.
  package init(terminal: Terminal, environment: [String: String]) {
    let size = Terminal.size
    columns = size.columns
    self.environment = environment
    // The row of the next prompt has to fit too.
    room = terminal.showsResults && terminal.isInteractive && terminal.canEdit ? size.rows - 1 : nil
  }

  /// Shows `text`, which ends with a line end.
  package func write(_ text: String) {
    guard !isClosed else { return }
    if child != nil {
      send(text)
    } else if let room {
      let left = room - rows(of: text)
      held += text
      self.room = left
      if left < 0 { start() }
    } else {
      Terminal.write(text, to: STDOUT_FILENO)
    }
  }

  /// Drops what is held back and not yet shown.
  func discard() {
    held = ""
    if room != nil { room = Terminal.size.rows - 1 }
  }

  /// Writes what is left and waits until the user has left the pager. The terminal is then as it was before.
  package func finish() {
    if let child {
      if input >= 0 { close(input) }
      input = -1
      child.wait()
      self.child = nil
      TerminalModes.repair()
      // Ctrl-C in the pager was meant for the pager.
      _ = Signals.takeInterrupt()
    } else {
      Terminal.write(held, to: STDOUT_FILENO)
    }
    held = ""
  }

  /// How many rows of the screen `text` takes.
  private func rows(of text: String) -> Int {
    var rows = 0
    var column = 0
    var isEscape = false
    for character in text {
      if isEscape {
        isEscape = !(character.isASCII && character.isLetter)
      } else if character == "\u{1B}" {
        isEscape = true
      } else if character == "\n" {
        rows += 1
        column = 0
      } else {
        let taken = TextWidth.of(character)
        if column + taken > columns {
          rows += 1
          column = 0
        }
        column += taken
      }
    }
    return rows
  }

  private func start() {
    room = nil
    var ends: [Int32] = [-1, -1]
    var environment = environment
    if environment["LESS"] == nil { environment["LESS"] = "FRX" }
    if environment["LESSCHARSET"] == nil { environment["LESSCHARSET"] = "utf-8" }
    let command = environment["PAGER"].flatMap { $0.isEmpty ? nil : $0 } ?? "less"
    guard ppid_pipe(&ends, 0) == 0 else { return showHeld() }
    child = ChildProgram(command, input: ends[0], environment: environment)
    close(ends[0])
    guard child != nil else {
      close(ends[1])
      return showHeld()
    }
    input = ends[1]
    defer { held = "" }
    send(held)
  }

  private func showHeld() {
    Terminal.write(held, to: STDOUT_FILENO)
    held = ""
  }

  private func send(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let written = Glibc.write(input, rest.baseAddress, rest.count)
        if written > 0 {
          rest = UnsafeBufferPointer(rebasing: rest[written...])
        } else if errno != EINTR {
          isClosed = true
          return
        }
      }
    }
  }
}
