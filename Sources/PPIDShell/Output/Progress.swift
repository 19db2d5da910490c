import Foundation
import Glibc
import PPIDEngine
import PPIDValues

/// A row at the bottom of the terminal that says, of whatever takes longer than half a second, that and how it goes on.
///
/// It is painted on standard error where that is a terminal that can draw, and taken away before anything else is written.
final class Progress {
  /// Seconds until the first word, and between two.
  private static let patience = 0.5
  private static let pause = 0.2
  /// Seconds for which what was said of the work itself stands, before the mere time is told again.
  private static let validity = 2.0

  private let isShown: Bool
  private let language: Language
  private var label: String?
  private var began = Date.distantPast
  private var painted = Date.distantPast
  private var counted = Date.distantPast
  private var isPainted = false

  /// `canDraw` says whether the terminal obeys escape sequences.
  init(canDraw: Bool, language: Language) {
    isShown = canDraw && isatty(STDERR_FILENO) == 1
    self.language = language
  }

  /// Tells of `body` under this name.
  func during<Result>(_ label: String?, _ body: () throws -> Result) rethrows -> Result {
    let outer = (self.label, began)
    (self.label, began) = (label, Date())
    defer {
      clear()
      (self.label, began) = outer
    }
    return try body()
  }

  /// It goes on. Whoever knows more has told it, and what was told isn't painted over.
  func tick() {
    guard isShown, Date().timeIntervalSince(counted) >= Progress.validity, let elapsed = isDue() else { return }
    let seconds = Phrase(id: "\(Int(elapsed)) detik", en: "\(Int(elapsed)) s")[language]
    paint(elapsed < 1 ? "…" : seconds)
  }

  /// So far has reading a list come.
  func tick(_ progress: ListProgress) { tick(records: progress.records, done: progress.bytesRead, of: progress.bytesTotal) }

  /// So far has publishing come.
  func tick(_ progress: PublicationProgress) { tick(records: progress.records, done: progress.records, of: progress.total) }

  private func tick(records: Int, done: Int, of total: Int?) {
    guard isShown else { return }
    counted = Date()
    guard let elapsed = isDue() else { return }
    let rate = Int(Double(records) / max(elapsed, 0.001))
    var text = Phrase(id: "\(records) rekaman, \(rate) per detik", en: "\(records) records, \(rate) a second")
    if let total, total > 0, done > 0 {
      let percent = min(done * 100 / total, 100)
      let left = Int(elapsed * Double(max(0, total - done)) / Double(done))
      text = Phrase(id: "\(text.id), \(percent)%, sisa \(left) detik", en: "\(text.en), \(percent)%, \(left) seconds left")
    }
    paint(text[language])
  }

  /// Takes the row away.
  func clear() {
    guard isPainted else { return }
    isPainted = false
    Terminal.write("\r\u{1B}[K", to: STDERR_FILENO)
  }

  /// How many seconds it has taken, if it is time to say something.
  private func isDue() -> TimeInterval? {
    let now = Date()
    let elapsed = now.timeIntervalSince(began)
    guard elapsed >= Progress.patience, began != .distantPast, now.timeIntervalSince(painted) >= Progress.pause else { return nil }
    painted = now
    return elapsed
  }

  private func paint(_ text: String) {
    var builder = FrameBuilder(columns: max(Terminal.size.columns - 1, 1), palette: Palette(colour: false))
    let name = label ?? Phrase(id: "sedang berjalan", en: "running")[language]
    builder.putClipped(StyledText("\(name): \(text)"), limit: builder.columns)
    Terminal.write("\r\(builder.finish().rows[0].content)\u{1B}[K", to: STDERR_FILENO)
    isPainted = true
  }
}
