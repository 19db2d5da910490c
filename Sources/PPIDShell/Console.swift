import Foundation
import Glibc
import PPIDEngine
import PPIDScript
import PPIDValues

/// Where a run speaks: results on standard output, everything else on standard error.
final class Console {
  let terminal: Terminal
  private let language: Language
  private static let reportEvery = 0.2
  private static let largestBuffer = 1 << 16
  /// Whole pieces that wait to be handed over.
  private var buffer = ""
  /// Shows the results of a prompt's entry a screenful at a time.
  private var pager: Pager?
  private var began = Date.distantPast
  private var reported = Date.distantPast
  private var hasReport = false

  init(terminal: Terminal, language: Language) {
    self.terminal = terminal
    self.language = language
  }

  /// Columns of the terminal that shows results; nil where they go elsewhere.
  var width: Int? { terminal.showsResults ? Terminal.size.columns : nil }

  /// Writes to standard output, in pieces that end with a line. A reader that went away (`| head`, a pager that was left) ends the
  /// run without a word.
  func write(_ text: String) throws {
    buffer += text
    if buffer.utf8.count >= Console.largestBuffer { try flush() }
  }

  /// Hands over what was written.
  func flush() throws {
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
    endReport()
    endPaging()
    Terminal.write(text, to: STDERR_FILENO)
  }

  private func writeThrough() throws {
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

  // MARK: Progress

  /// Says on a terminal how far reading a list has come.
  func report(_ progress: ListProgress) {
    report(records: progress.records, done: progress.bytesRead, of: progress.bytesTotal)
  }

  /// Says on a terminal how far publishing has come.
  func report(_ progress: PublicationProgress) {
    report(records: progress.records, done: progress.records, of: progress.total)
  }

  private func report(records: Int, done: Int, of total: Int?) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    let now = Date()
    if !hasReport, reported == .distantPast { (began, reported) = (now, now) }
    guard now.timeIntervalSince(reported) >= Console.reportEvery else { return }
    reported = now
    hasReport = true
    let elapsed = max(now.timeIntervalSince(began), 0.001)
    let rate = Int(Double(records) / elapsed)
    var text = Phrase(
      id: "\(records) rekaman, \(rate) per detik", en: "\(records) records, \(rate) a second")[language]
    if let total, done > 0, total > 0 {
      let left = Int(elapsed * Double(max(0, total - done)) / Double(done))
      text +=
        Phrase(
          id: ", \(done * 100 / total)%, sisa \(left) detik",
          en: ", \(done * 100 / total)%, \(left) seconds left")[
          language]
    }
    Terminal.write("\r\u{1B}[K\(text)", to: STDERR_FILENO)
  }

  /// Takes the report away.
  func endReport() {
    if hasReport { Terminal.write("\r\u{1B}[K", to: STDERR_FILENO) }
    hasReport = false
    reported = .distantPast
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
