import Glibc
import PPIDScript
import PPIDValues

/// `--langkah`: shows each statement of a script and waits for a key before it runs.
final class Stepper {
  private let source: SourceText
  private let console: Console
  private let language: Language
  private var runsOn = false

  init(_ source: SourceText, _ console: Console, _ language: Language) {
    self.source = source
    self.console = console
    self.language = language
  }

  /// Enter goes on, `t` (teruskan) runs the rest, `k` (keluar) or the end of input stops. Without a terminal nothing waits.
  /// What stands in a script that this one runs is shown with that one's name.
  func willRun(_ statement: SourceRange, of source: SourceText) throws {
    guard !runsOn else { return }
    let number = source.line(at: statement.lowerBound)
    let line = source === self.source ? "\(number)" : "\(VisibleText.of(source.name)):\(number)"
    let text = source.text(in: statement).split(separator: "\n", maxSplits: 1).first ?? ""
    console.note("\(line) │ \(VisibleText.of(String(text)))\n")
    guard isatty(STDIN_FILENO) == 1 else { return }
    console.note(Phrase(id: "Enter jalankan, t jalankan sisanya, k keluar > ", en: "Enter runs it, t runs the rest, k leaves > ")[language])
    switch readLine() {
    case nil, "k"?: throw LeaveRequest()
    case "t"?: runsOn = true
    default: break
    }
  }
}
