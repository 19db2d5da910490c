/// Earlier states of the line, newest last.
struct UndoStack {
  struct State {
    let text: String
    let cursor: Int
  }

  private var states: [State] = []
  private var isTyping = false

  private static let limit = 200

  /// Whether typing `scalar` begins something that is taken back on its own: a word is taken back at once.
  mutating func beginsGroup(with scalar: Unicode.Scalar) -> Bool {
    defer { isTyping = true }
    return !isTyping || scalar == " "
  }

  mutating func endTyping() {
    isTyping = false
  }

  mutating func note(_ state: State) {
    guard states.last?.text != state.text else { return }
    states.append(state)
    if states.count > Self.limit { states.removeFirst() }
  }

  /// The newest state whose text isn't `text`.
  mutating func pop(differentFrom text: String) -> State? {
    while let state = states.popLast() {
      if state.text != text { return state }
    }
    return nil
  }
}
