import CEdit
import Glibc

/// The terminal that a person sits at, if there is one.
package struct Terminal: Sendable {
  package struct Size: Sendable, Equatable {
    package var rows: Int
    package var columns: Int

    package init(rows: Int, columns: Int) {
      self.rows = rows
      self.columns = columns
    }
  }

  /// Whether results are shown on a terminal; only then are they coloured, paged and fitted.
  package let showsResults: Bool
  /// Whether messages are shown on a terminal; only then are they broken into its lines.
  package let showsMessages: Bool
  /// Whether somebody can be asked: input and messages are both on a terminal.
  package let isInteractive: Bool
  /// Whether lines can be edited and drawn over; false for `TERM=dumb` and where TERM is unset.
  package let canEdit: Bool
  /// Whether the terminal obeys escape sequences; false for `TERM=dumb` and where TERM is unset.
  package let canDraw: Bool
  /// Whether results may be coloured.
  package let colour: Bool
  /// Whether the prompt and messages may be coloured.
  package let promptColour: Bool

  /// Whether the locale (`LC_ALL`, `LC_CTYPE` or `LANG`) says that texts are UTF-8.
  package let showsUTF8: Bool

  /// Looks at the three standard streams, at `TERM`, `NO_COLOR` and the locale; `withoutColour` is `--tanpa-warna`.
  package init(environment: [String: String], withoutColour: Bool = false) {
    let term = environment["TERM"] ?? ""
    let isCapable = !term.isEmpty && term != "dumb"
    let wantsColour = isCapable && !withoutColour && (environment["NO_COLOR"] ?? "").isEmpty
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
    showsUTF8 = locale.lowercased().replacing("-", with: "").contains("utf8")
    showsResults = isatty(STDOUT_FILENO) == 1
    showsMessages = isatty(STDERR_FILENO) == 1
    isInteractive = isatty(STDIN_FILENO) == 1 && showsMessages
    canDraw = isCapable
    canEdit = isInteractive && isCapable
    colour = wantsColour && showsResults
    promptColour = wantsColour && showsMessages
  }

  /// The terminal's size now; 24 × 80 where nobody knows. Messages' terminal is asked first, then the results' one.
  package static var size: Size {
    for descriptor in [STDERR_FILENO, STDOUT_FILENO, STDIN_FILENO] {
      var rows: Int32 = 0
      var columns: Int32 = 0
      if ppid_window_size(descriptor, &rows, &columns) == 0, rows > 0, columns > 0 {
        return Size(rows: Int(rows), columns: Int(columns))
      }
    }
    return Size(rows: 24, columns: 80)
  }

  /// Hears all that is shown or printed, in order; one thread shows things.
  nonisolated(unsafe) static var listener: ((String) -> Void)?

  /// Writes all of `text` to `descriptor`; gives up where nobody reads any more.
  static func write(_ text: String, to descriptor: Int32) {
    if descriptor == STDOUT_FILENO || descriptor == STDERR_FILENO { listener?(text) }
    var text = text
    text.withUTF8 { bytes in
      var rest = bytes
      while !rest.isEmpty {
        let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
        if written > 0 {
          rest = UnsafeBufferPointer(rebasing: rest[written...])
        } else if written < 0, errno == EAGAIN {
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          _ = poll(&wait, 1, -1)
        } else if written < 0, errno != EINTR {
          return
        }
      }
    }
  }
}
