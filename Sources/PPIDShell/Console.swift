import Foundation
import Glibc
import PPIDEngine
import PPIDScript
import PPIDValues

/// Where a run speaks: results on standard output, everything else on standard error.
final class Console {
  let terminal: Terminal
  private static let largestBuffer = 1 << 16
  /// Whole pieces that wait to be handed over.
  private var buffer = ""
  /// Shows the results of a prompt's entry a screenful at a time.
  private var pager: Pager?
  /// Takes what is printed and said in their place, while it is gathered.
  private var gathered: String?
  /// Says how far long work has come.
  let progress: Progress

  init(terminal: Terminal, language: Language) {
    self.terminal = terminal
    progress = Progress(canDraw: terminal.canDraw, language: language)
  }

  /// Columns of the terminal that shows results; nil where they go elsewhere.
  var width: Int? { terminal.showsResults ? Terminal.size.columns : nil }

  /// Writes to standard output, in pieces that end with a line. A reader that went away (`| head`, a pager that was left) ends the
  /// run without a word.
  func write(_ text: String) throws {
    guard gathered == nil else {
      gathered! += text
      return
    }
    buffer += text
    if buffer.utf8.count >= Console.largestBuffer { try flush() }
  }

  /// Hands over what was written.
  func flush() throws {
    if !buffer.isEmpty { progress.clear() }
    defer { buffer.removeAll(keepingCapacity: true) }
    if let pager {
      pager.write(buffer)
      if pager.isClosed { throw OutputClosed() }
    } else {
      try writeThrough()
    }
  }

  /// Has results shown by `pager` until `endPaging`.
  func beginPaging(_ pager: Pager) {
    self.pager = pager
  }

  /// Waits until the user has seen enough.
  func endPaging() {
    try? flush()
    pager?.finish()
    pager = nil
  }

  /// Writes to standard error, after everything that was printed before.
  func note(_ text: String) {
    guard !text.isEmpty else { return }
    guard gathered == nil else {
      gathered! += text
      return
    }
    progress.clear()
    endPaging()
    Terminal.write(text, to: STDERR_FILENO)
  }

  /// Whether nothing is shown of what is printed and said.
  var isSilent = false {
    didSet { if isSilent != oldValue { gathered = isSilent ? "" : nil } }
  }

  /// What `body` prints and says, which is not shown; unless it fails, then it is.
  func gathering(_ body: () throws -> Void) throws -> String {
    try flush()
    let outer = gathered
    gathered = ""
    do {
      try body()
    } catch {
      let text = gathered ?? ""
      gathered = outer
      note(text)
      throw error
    }
    defer { gathered = outer }
    return gathered ?? ""
  }

  private func writeThrough() throws {
    Terminal.listener?(buffer)
    try buffer.withUTF8 { bytes in
      var start = 0
      while start < bytes.count {
        let count = Glibc.write(STDOUT_FILENO, bytes.baseAddress! + start, bytes.count - start)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else { throw Console.failure() }
        start += count
      }
    }
  }

  // MARK: The terminal

  /// It goes on: says so, where that disturbs nothing.
  func tick() {
    if pager?.isShowing != true { progress.tick() }
  }

  /// Empties the screen, where results are shown on one that can be emptied, and drops what was still to be shown on it.
  func clearScreen(keepingHistory: Bool = false) {
    guard gathered == nil else {
      gathered = ""
      return
    }
    guard terminal.showsResults, terminal.canDraw, pager?.isShowing != true else { return }
    buffer.removeAll()
    pager?.discard()
    Terminal.write("\u{1B}[H\u{1B}[2J" + (keepingHistory ? "" : "\u{1B}[3J"), to: STDOUT_FILENO)
  }

  private static func failure() -> any Error {
    errno == EPIPE
      ? OutputClosed()
      : Failure(
        Phrase(
          id: "keluaran tidak dapat ditulis (\(String(cString: strerror(errno))))",
          en: "output can't be written (\(String(cString: strerror(errno))))"), status: .storage)
  }
}

/// Nobody reads standard output any more.
struct OutputClosed: EndOfRun {}
