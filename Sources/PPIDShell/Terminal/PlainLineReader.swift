import Glibc

/// Reads lines as they come: from a pipe, a file, or a terminal on which nothing can be drawn over (`TERM=dumb`, screen
/// readers). No editing, no colour; a prompt only where somebody sits.
package final class PlainLineReader: LineReader {
  private let showsPrompt: Bool
  private let needsMore: (String) -> Bool
  private var buffer: [UInt8] = []
  private var hasEnded = false

  /// `showsPrompt` where input is a terminal.
  package init(showsPrompt: Bool, needsMore: @escaping (_ text: String) -> Bool) {
    self.showsPrompt = showsPrompt
    self.needsMore = needsMore
  }

  package func readLine(_ prompt: Prompt) -> LineResult {
    _ = Signals.takeInterrupt()
    show(prompt.left)
    var entry: String?
    while true {
      switch nextLine() {
      case .line(let line):
        let text = entry.map { $0 + "\n" + line } ?? line
        guard needsMore(text) else { return .line(text) }
        entry = text
        show(prompt.continuation)
      case .endOfInput: return entry.map { .line($0) } ?? .endOfInput
      case .interrupted:
        if showsPrompt { Terminal.write("\n", to: STDERR_FILENO) }
        return .interrupted
      }
    }
  }

  private func show(_ prompt: StyledText) {
    if showsPrompt { Terminal.write(prompt.plain, to: STDERR_FILENO) }
  }

  private func nextLine() -> LineResult {
    while true {
      if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
        defer { buffer.removeSubrange(...end) }
        return .line(Self.text(buffer[..<end]))
      }
      if hasEnded {
        defer { buffer = [] }
        return buffer.isEmpty ? .endOfInput : .line(Self.text(buffer[...]))
      }
      var chunk = [UInt8](repeating: 0, count: 4096)
      let count = read(STDIN_FILENO, &chunk, chunk.count)
      if count > 0 {
        buffer += chunk[..<count]
      } else if count < 0, errno == EINTR {
        if Signals.takeInterrupt() {
          buffer = []
          return .interrupted
        }
      } else {
        hasEnded = true
      }
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, as: UTF8.self)
  }
}
