import Glibc
import PPIDEngine
import PPIDScript
import PPIDValues

/// `--langkah`: shows each statement of a script, with the notes above it, and waits for a word before it runs.
final class Stepper {
  /// How to go back: by beginning anew, which only a dry run can.
  enum Return {
    case anew
    case never
  }

  private let source: SourceText
  private unowned let session: Session
  private let back: Return
  private var mode = Mode.asking
  /// How many statements have come up so far.
  private var count = 0

  private enum Mode {
    case asking
    /// Runs the rest.
    case running
    /// Runs up to the next statement on that line of the script.
    case toLine(Int)
    /// Runs without a word up to that statement, which is asked for again.
    case toStatement(Int)
  }

  init(_ source: SourceText, _ session: Session, back: Return) {
    self.source = source
    self.session = session
    self.back = back
  }

  /// The run is to begin anew, up to the statement before the one at hand.
  struct BackRequest: EndOfRun {}

  /// Has the script, which begins anew, run without a word up to the statement before the one at which that was asked for.
  func beginAnew() {
    mode = .toStatement(max(count - 1, 1))
    count = 0
    session.console.isSilent = true
  }

  /// Called before each statement. Without a terminal nothing waits. What stands in a script that this one runs is shown with that
  /// one's name.
  func willRun(_ statement: SourceRange, of source: SourceText) throws {
    count += 1
    let number = source.line(at: statement.lowerBound)
    switch mode {
    case .running: return
    case .toStatement(let target) where count < target: return
    case .toLine(let line) where source !== self.source || number < line: return
    default: break
    }
    mode = .asking
    session.console.isSilent = false
    let line = source === self.source ? "\(number)" : "\(VisibleText.of(source.name)):\(number)"
    let notes = self.notes(above: statement, in: source)
    show(notes)
    let text = source.text(in: statement).split(separator: "\n", maxSplits: 1).first ?? ""
    say("\(line) │ \(VisibleText.of(String(text)))\n")
    guard isatty(STDIN_FILENO) == 1 else { return }
    while true {
      say(question[session.language])
      guard let answer = readLine() else { throw LeaveRequest() }
      let words = answer.split(separator: " ")
      switch words.first {
      case nil, "n": return
      case "k": throw LeaveRequest()
      case "t":
        mode = .running
        return
      case "l":
        guard words.count == 2, let line = Int(words[1]), line > number, source === self.source else {
          say(
            Phrase(
              id: "Sebutkan baris sesudah ini, misalnya `l \(number + 1)`.\n",
              en: "Name a line after this one, such as `l \(number + 1)`.\n")[session.language])
          continue
        }
        mode = .toLine(line)
        return
      case "j": explain(DemoStep(notes: notes, statements: [statement], isDirection: false), in: source)
      case "b":
        guard case .anew = back else {
          say(
            Phrase(
              id: "Yang sudah dijalankan tersimpan; mundur hanya ada dalam percobaan (`--coba`).\n",
              en: "What was run is stored; there is a way back only in a dry run (`--coba`).\n")[session.language])
          continue
        }
        guard count > 1 else {
          say(Phrase(id: "Ini langkah yang pertama.\n", en: "This is the first step.\n")[session.language])
          continue
        }
        throw BackRequest()
      default: continue
      }
    }
  }

  private var question: Phrase {
    switch back {
    case .anew:
      Phrase(
        id: "Enter jalankan, b mundur, l N ke baris N, t jalankan sisanya, j jelaskan, k keluar > ",
        en: "Enter runs it, b goes back, l N to line N, t runs the rest, j explains, k leaves > ")
    case .never:
      Phrase(
        id: "Enter jalankan, l N ke baris N, t jalankan sisanya, j jelaskan, k keluar > ",
        en: "Enter runs it, l N to line N, t runs the rest, j explains, k leaves > ")
    }
  }

  // MARK: Notes

  private func notes(above statement: SourceRange, in source: SourceText) -> DemoStep.Notes {
    var reader = NoteReader(source, activities: procedure?.activities.count ?? 0)
    return reader.read(NoteLine.above(statement.lowerBound, in: source))
  }

  private var procedure: Procedure? { try? Procedure.builtIn() }

  private func show(_ notes: DemoStep.Notes) {
    let width = session.console.width ?? 80
    for text in [notes.heading, notes.text].compactMap({ $0?[session.language] }) {
      for line in CellText.lines(of: text, width: width) { say(line + "\n") }
    }
  }

  private func explain(_ step: DemoStep, in source: SourceText) {
    guard let procedure else { return }
    say(DemoExplanation(step, of: source, procedure, session.catalog, session.language).text(width: session.console.width ?? 80))
  }

  private func say(_ text: String) { session.console.note(text) }
}
