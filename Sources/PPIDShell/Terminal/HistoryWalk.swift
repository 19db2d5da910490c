/// Going through history with ↑ and ↓, along the entries that begin with what was typed.
struct HistoryWalk {
  enum Direction {
    case older
    case newer
  }

  let prefix: String
  /// Newest first, each text once.
  let texts: [String]
  private var index = -1

  init(prefix: String, texts: [String]) {
    self.prefix = prefix
    self.texts = texts
  }

  /// The text at the next step; nil where there is none in that direction. After the newest comes what was typed.
  mutating func step(_ direction: Direction) -> String? {
    var next = index
    repeat {
      next += direction == .older ? 1 : -1
      if next == -1, index != -1 {
        index = -1
        return prefix
      }
      guard texts.indices.contains(next) else { return nil }
    } while texts[next] == prefix || !texts[next].utf8.starts(with: prefix.utf8)
    index = next
    return texts[next]
  }
}

extension LineEditor {
  func walkHistory(_ direction: HistoryWalk.Direction) {
    var walk = self.walk ?? HistoryWalk(prefix: text, texts: history.recall)
    if let text = walk.step(direction) {
      noteForUndo()
      if !line.replace(with: text) { sayTooLong() }
    }
    self.walk = walk
  }
}
