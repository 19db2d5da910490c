import Foundation
import Glibc
import PPIDEngine
import PPIDScript
import PPIDValues

/// Where a run speaks: results on standard output, everything else on standard error.
final class Console {
  /// Columns of the terminal that shows results; nil where they go elsewhere.
  let width: Int?
  let isColored: Bool
  private let language: Language
  /// Whether standard error is a terminal, which shows progress.
  private let showsProgress: Bool
  private static let reportEvery = 0.2
  private static let largestBuffer = 1 << 16
  private var buffer: [UInt8] = []
  private var began = Date.distantPast
  private var reported = Date.distantPast
  private var hasReport = false
  /// Takes long texts of a prompt instead of standard output.
  var pager: ((String) -> Void)?

  init(language: Language, allowsColor: Bool) {
    self.language = language
    let isTerminal = isatty(STDOUT_FILENO) == 1
    width = isTerminal ? Console.columns() : nil
    showsProgress = isatty(STDERR_FILENO) == 1
    isColored = allowsColor && isatty(STDERR_FILENO) == 1
  }

  /// Writes to standard output. A reader that went away (`| head`) ends the run without a word.
  func write(_ text: String) throws {
    buffer.append(contentsOf: text.utf8)
    if buffer.count >= Console.largestBuffer { try flush() }
  }

  /// Writes a page: through the pager at a prompt, plainly elsewhere.
  func page(_ text: String) throws {
    if let pager { pager(text) } else { try write(text) }
  }

  /// Hands over what was written.
  func flush() throws {
    var start = 0
    defer { buffer.removeAll(keepingCapacity: true) }
    while start < buffer.count {
      let count = buffer.withUnsafeBytes { Glibc.write(STDOUT_FILENO, $0.baseAddress! + start, $0.count - start) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw Console.failure() }
      start += count
    }
  }

  /// Writes to standard error, after everything that was printed before.
  func note(_ text: String) {
    endReport()
    try? flush()
    Terminal.write(text, to: STDERR_FILENO)
  }

  // MARK: Progress

  /// Says on a terminal how far reading a list has come.
  func report(_ progress: ListProgress) {
    guard showsProgress else { return }
    let now = Date()
    if !hasReport, reported == .distantPast { (began, reported) = (now, now) }
    guard now.timeIntervalSince(reported) >= Console.reportEvery else { return }
    reported = now
    hasReport = true
    let elapsed = max(now.timeIntervalSince(began), 0.001)
    let rate = Int(Double(progress.records) / elapsed)
    var text = Phrase(
      id: "\(progress.records) rekaman, \(rate) per detik", en: "\(progress.records) records, \(rate) a second")[language]
    if let total = progress.bytesTotal, progress.bytesRead > 0, total > 0 {
      let left = Int(elapsed * Double(max(0, total - progress.bytesRead)) / Double(progress.bytesRead))
      text +=
        Phrase(
          id: ", \(progress.bytesRead * 100 / total)%, sisa \(left) detik",
          en: ", \(progress.bytesRead * 100 / total)%, \(left) seconds left")[
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

  private static func columns() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
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
