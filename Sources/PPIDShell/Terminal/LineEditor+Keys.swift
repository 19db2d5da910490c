import PPIDValues

extension LineEditor {
  /// Does what `key` asks for. Typed characters and a few of libedit's own commands are passed on to it.
  func handle(_ key: Key) {
    notice = nil
    if key == .control("c") { return drop() }
    if search != nil, handleInSearch(key) { return }
    if menu != nil {
      switch handleInMenu(key) {
      case .done: return
      case .leave: break
      case .filter: menuFollows = true
      }
    }
    if !key.continuesWalk { walk = nil }
    if case .character = key {} else { undo.endTyping() }
    edit(key)
  }

  private func edit(_ key: Key) {
    switch key {
    case .character(let scalar): type(scalar)
    case .paste(let content): paste(content)
    case .control(let letter): control(letter)
    case .alt(let scalar): alt(scalar)
    case .named(let name, let modifiers):
      if modifiers.isDisjoint(with: [.alt, .control]) { plain(name, modifiers) } else { held(name, modifiers) }
    }
  }

  private func plain(_ name: Key.Name, _ modifiers: Key.Modifiers) {
    switch name {
    case .enter: submit()
    case .tab: if !modifiers.contains(.shift) { complete() }
    case .backspace: deleteBackward()
    case .delete: deleteForward()
    case .left: line.cursor = clusterStart(before: line.cursor)
    case .right: if !acceptSuggestion() { line.cursor = clusterEnd(after: line.cursor) }
    case .home: moveToLineStart()
    case .end: moveToLineEnd()
    case .up: moveUp()
    case .down: moveDown()
    case .escape, .insert, .pageUp, .pageDown: break
    }
  }

  /// With Alt or Ctrl.
  private func held(_ name: Key.Name, _ modifiers: Key.Modifiers) {
    switch name {
    case .left: line.cursor = wordStart(before: line.cursor)
    case .right: if !acceptSuggestedWord() { line.cursor = wordEnd(after: line.cursor) }
    case .backspace: cut(wordStart(before: line.cursor)..<line.cursor)
    case .delete: cut(line.cursor..<wordEnd(after: line.cursor))
    case .home: line.cursor = 0
    case .end: line.cursor = line.count
    case .up: moveUp()
    case .down: moveDown()
    case .enter: insert("\n")
    case .tab, .escape, .insert, .pageUp, .pageDown: break
    }
  }

  private func control(_ letter: Character) {
    switch letter {
    case "a": moveToLineStart()
    case "b": plain(.left, [])
    case "d": if line.count == 0 { end() } else { deleteForward() }
    case "e": moveToLineEnd()
    case "f": plain(.right, [])
    case "k": cutToLineEnd()
    case "l": painter.clearScreen()
    case "n": moveDown()
    case "p": moveUp()
    case "r": beginSearch()
    case "t": command("\u{14}")
    case "u": cut(lineStart..<line.cursor)
    case "w": cut(wordStart(before: line.cursor)..<line.cursor)
    case "y": insert(lastCut)
    case "z": suspend()
    case "_": takeBack()
    default: break
    }
  }

  private func alt(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "b": held(.left, .alt)
    case "d": held(.delete, .alt)
    case "e": editOutside()
    case "f": held(.right, .alt)
    case "c", "l", "u": command("\u{1B}", scalar)
    default: break
    }
  }

  /// Hands keys of libedit's own commands to it.
  private func command(_ keys: Unicode.Scalar...) {
    noteForUndo()
    outgoing += keys
  }

  private func type(_ scalar: Unicode.Scalar) {
    guard line.count < EditedLine.maximumLength else { return sayTooLong() }
    if undo.beginsGroup(with: scalar) { noteForUndo() }
    outgoing.append(scalar)
  }

  /// Enter: the entry is complete, or goes on in a further line.
  private func submit() {
    let text = self.text
    if assistance.needsMore(text) {
      insert("\n")
    } else {
      finish(.line(text))
    }
  }

  /// Ctrl-C.
  private func drop() {
    search = nil
    finish(.interrupted, mark: "^C")
  }

  /// Ctrl-D on an empty line.
  private func end() {
    finish(.endOfInput)
  }

  func finish(_ result: LineResult, mark: String = "") {
    menu = nil
    search = nil
    walk = nil
    // Before anybody sees that the line was taken: from there on Ctrl-C is a signal, for what comes to run.
    if case .line = result, takeTypedInterrupt() { Signals.interrupt() }
    line.prepareTerminal(false)
    paintFinal(mark: mark)
    self.result = result
  }

  func sayTooLong() {
    notice = Phrase(
      id: "Baris ini sudah sepanjang yang bisa disunting. Tekan Alt-E untuk memakai penyunting teks.",
      en: "This line is as long as can be edited here. Press Alt-E to use a text editor.")
  }
}

extension Key {
  /// Whether a walk through history goes on with this key.
  fileprivate var continuesWalk: Bool {
    switch self {
    case .named(.up, _), .named(.down, _), .control("p"), .control("n"): true
    default: false
    }
  }
}
