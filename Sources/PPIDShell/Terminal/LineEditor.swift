import Glibc
import PPIDValues

/// Edits lines on a terminal: colours while typing, suggestions, completion, history, entries of several lines.
///
/// Libedit keeps the line and asks for characters. Just before it would wait for one, everything that was typed has
/// been dealt with: that is when the line is drawn. While input is pending nothing is drawn, so a paste is quick.
/// One thread owns the editor.
package final class LineEditor: LineReader {
  package var assistance: Assistance
  package let language: Language
  let environment: [String: String]

  let history: History
  let line: EditedLine
  let painter: Painter
  let palette: Palette

  var decoder = KeyDecoder()
  /// Characters that libedit is to be given next.
  var outgoing: [Unicode.Scalar] = []
  var result: LineResult?

  var prompt = Prompt(left: "")
  /// The window's width that the prompt was made for.
  var promptColumns = 0
  var menu: CompletionMenu?
  /// Whether the menu is to be made anew before the next drawing.
  var menuFollows = false
  var search: HistorySearch?
  var walk: HistoryWalk?
  var undo = UndoStack()
  /// What was cut last, for Ctrl-Y.
  var lastCut = ""
  /// Said below the line until the next key.
  var notice: Phrase?
  /// What was last asked for which text.
  var known: (text: String, highlights: [Highlight], suggestion: String?)?

  /// Told of each drawing, for those who compare it with the screen.
  package var didDraw: ((Drawing) -> Void)?
  /// How many bytes were read from the terminal.
  var bytesRead = 0

  /// How long the rest of a key's sequence may take, and the rest of a paste, in milliseconds.
  private static let escapeWait: Int32 = 50
  private static let pasteWait: Int32 = 1000

  /// Nil where the terminal can't be edited on. Remembers the terminal's state, to put it back whatever happens.
  package init?(
    history: History, assistance: Assistance, language: Language, colour: Bool, environment: [String: String]
  ) {
    TerminalModes.remember()
    guard let line = EditedLine(input: STDIN_FILENO, output: STDERR_FILENO) else { return nil }
    self.line = line
    self.history = history
    self.assistance = assistance
    self.language = language
    self.environment = environment
    palette = Palette(colour: colour)
    notice = ViKeys.answer(environment: environment)
    painter = Painter(descriptor: STDERR_FILENO, environment: environment)
  }

  /// Asks for one entry.
  package func readLine(_ prompt: Prompt) -> LineResult {
    history.merge()
    self.prompt = prompt
    promptColumns = 0
    result = nil
    known = nil
    undo = UndoStack()
    beginEditing()
    line.edit { [unowned self] in nextCharacter() }
    endEditing()
    return result ?? .endOfInput
  }

  /// Forgets what was typed ahead.
  package func discardPendingInput() {
    decoder.reset()
    tcflush(STDIN_FILENO, TCIFLUSH)
  }

  private func beginEditing() {
    _ = Signals.takeInterrupt()
    Signals.catchStop(true)
    TerminalModes.beginEditing()
  }

  private func endEditing() {
    line.prepareTerminal(false)
    TerminalModes.endEditing()
    Signals.catchStop(false)
  }

  /// Lends the terminal in its ordinary state to `body`, then goes on editing in a new place. What was typed stays on the screen, what
  /// was only offered doesn't.
  func lendTerminal<Result>(_ body: () -> Result) -> Result {
    leave()
    endEditing()
    let result = body()
    TerminalModes.repair()
    beginEditing()
    line.prepareTerminal(true)
    return result
  }

  /// What libedit gets when it asks for a character; nil ends the line.
  private func nextCharacter() -> Unicode.Scalar? {
    while result == nil {
      if !outgoing.isEmpty { return outgoing.removeFirst() }
      guard let key = nextKey() else {
        painter.leave()
        result = .endOfInput
        break
      }
      handle(key)
    }
    return nil
  }

  /// The next key, after drawing if there is nothing to read yet; nil at the end of the input.
  private func nextKey() -> Key? {
    while true {
      if let key = decoder.next() { return key }
      var event = wait(0)
      if event == .timeout, decoder.isPartial {
        event = wait(decoder.isInPaste ? Self.pasteWait : Self.escapeWait)
        if event == .timeout {
          if let key = decoder.flush() { return key }
          continue
        }
      } else if event == .timeout {
        paint()
        event = wait(-1)
      }
      switch event {
      case .timeout: continue
      case .signal:
        Signals.drainWakePipe()
        if Signals.takeInterrupt() { return .control("c") }
        if Signals.takeStop() { suspend() }
        if Signals.takeContinue() { resume() }
      case .input:
        guard readInput() else { return nil }
      }
    }
  }

  /// Whether Ctrl-C was typed ahead; what was typed before it is dropped with it, as a terminal does.
  func takeTypedInterrupt() -> Bool {
    if wait(0) == .input { _ = readInput() }
    return decoder.takeInterrupt()
  }

  private enum Event {
    case input
    case signal
    case timeout
  }

  private func wait(_ milliseconds: Int32) -> Event {
    var descriptors = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: Signals.wakeDescriptor, events: Int16(POLLIN), revents: 0),
    ]
    let ready = poll(&descriptors, 2, milliseconds)
    if ready < 0 || descriptors[1].revents != 0 { return .signal }
    return ready == 0 ? .timeout : .input
  }

  /// Reads what there is; false at the end of the input.
  private func readInput() -> Bool {
    let received = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 4096) { buffer in
      let count = read(STDIN_FILENO, buffer.baseAddress, buffer.count)
      if count > 0 {
        bytesRead += count
        decoder.feed(buffer[..<count])
      }
      return count
    }
    return received > 0 || received < 0 && (errno == EINTR || errno == EAGAIN)
  }

  /// Ctrl-Z: stops the program and its group, as anybody would who doesn't know the terminal. Where no shell could take
  /// over, nothing happens.
  func suspend() {
    lendTerminal {
      _ = kill(0, SIGTSTP)
    }
  }

  /// After being stopped from outside: the terminal's mode and the screen are somebody else's.
  private func resume() {
    painter.forget()
    line.prepareTerminal(false)
    TerminalModes.beginEditing()
    line.prepareTerminal(true)
  }
}
