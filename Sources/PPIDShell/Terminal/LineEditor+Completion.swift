extension LineEditor {
  /// What becomes of a key that the menu was shown.
  enum MenuAnswer {
    case done
    /// The menu closes, and the key is obeyed.
    case leave
    /// The key is obeyed, and the menu follows what is typed.
    case filter
  }

  /// Tab: completes what is certain and shows what is possible.
  func complete() {
    guard let menu = newMenu() else { return }
    noteForUndo()
    if menu.candidates.count == 1 {
      show(menu.candidates[0].certain(in: menu.original.text).applied(to: menu.original.text))
    } else if let beginning = menu.commonBeginning {
      show(beginning.applied(to: menu.original.text))
      self.menu = newMenu()
    } else {
      self.menu = menu
    }
  }

  /// A menu for the line as it is; nil where nothing fits.
  private func newMenu() -> CompletionMenu? {
    let text = self.text
    let cursor = String(line.scalars[..<line.cursor]).utf8.count
    let candidates = assistance.complete(text, cursor)
    guard !candidates.isEmpty else { return nil }
    return CompletionMenu(candidates: candidates, original: UndoStack.State(text: text, cursor: line.cursor))
  }

  /// The menu for what is typed now.
  func followTyping() {
    guard menuFollows else { return }
    menuFollows = false
    menu = newMenu()
  }

  func handleInMenu(_ key: Key) -> MenuAnswer {
    switch key {
    case .named(.tab, []), .named(.down, _), .control("n"): menu?.move(by: 1)
    case .named(.tab, _), .named(.up, _), .control("p"): menu?.move(by: -1)
    case .named(.pageDown, _): menu?.movePage(by: 1)
    case .named(.pageUp, _): menu?.movePage(by: -1)
    case .named(.enter, []):
      let isChosen = menu?.selected != nil
      menu = nil
      return isChosen ? .done : .leave
    case .named(.escape, _), .control("g"):
      if let original = menu?.original { show(original) }
      menu = nil
      return .done
    case .character, .named(.backspace, []):
      let isChosen = menu?.selected != nil
      menu = nil
      return isChosen ? .leave : .filter
    default:
      menu = nil
      return .leave
    }
    if let preview = menu?.preview { show(preview) }
    return .done
  }

  private func show(_ state: UndoStack.State) {
    if !line.replace(with: state.text, cursor: state.cursor) { sayTooLong() }
  }
}
