/// Turns the bytes of a terminal into keys: UTF-8, the cursor and editing keys of xterm, rxvt, tmux and the Linux
/// console, and bracketed paste. What it doesn't know it swallows whole, so that no sequence ends up in the text.
struct KeyDecoder {
  private var bytes: [UInt8] = []
  private var head = 0
  private var isPasting = false
  /// How far the end of a paste has been looked for.
  private var searched = 0

  private static let escape: UInt8 = 0x1B
  private static let interrupt: UInt8 = 0x03
  private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)
  /// No terminal sends a longer sequence; what is longer isn't one.
  private static let longestSequence = 64

  /// Adds what was read at once. Ctrl-C on its own ends a paste whose end got lost: it was pressed, not pasted.
  mutating func feed(_ new: some Collection<UInt8>) {
    if isPasting, new.count == 1, new.first == Self.interrupt { reset() }
    if head > 0 {
      bytes.removeFirst(head)
      searched = max(searched - head, 0)
      head = 0
    }
    bytes.append(contentsOf: new)
  }

  /// Forgets what hasn't been decoded.
  mutating func reset() {
    self = KeyDecoder()
  }

  /// Drops what is pending up to its last Ctrl-C; false where there is none. What is pasted isn't typed.
  mutating func takeInterrupt() -> Bool {
    guard !isPasting, let last = bytes[head...].lastIndex(of: Self.interrupt), !bytes[head...last].contains(Self.escape) else {
      return false
    }
    head = last + 1
    return true
  }

  /// True where the last bytes are the beginning of a key.
  var isPartial: Bool { head < bytes.count || isPasting }

  /// True between the marks of a paste.
  var isInPaste: Bool { isPasting }

  /// The next key; nil where more bytes are needed.
  mutating func next() -> Key? {
    while isPasting || head < bytes.count {
      let step = isPasting ? paste() : bytes[head] == Self.escape ? sequence(at: head) : plain()
      switch step {
      case .key(let key, let length):
        head += length
        return key
      case .nothing(let length): head += length
      case .beginPaste(let length):
        head += length
        isPasting = true
        searched = head
      case .partial: return nil
      }
    }
    return nil
  }

  /// What the bytes mean if no more come: a lone ESC is the key Esc, an unfinished paste is what there is of it.
  mutating func flush() -> Key? {
    if isPasting {
      isPasting = false
      let content = Self.pasted(bytes[head...])
      head = bytes.count
      return .paste(content)
    }
    guard head < bytes.count else { return nil }
    let isEscape = bytes[head] == Self.escape && head + 1 == bytes.count
    head = bytes.count
    return isEscape ? .named(.escape) : nil
  }

  private enum Step {
    case key(Key, Int)
    case nothing(Int)
    case beginPaste(Int)
    case partial
  }

  private mutating func paste() -> Step {
    let from = max(head, searched - Self.pasteEnd.count + 1)
    searched = bytes.count
    guard let end = bytes[from...].firstRange(of: Self.pasteEnd) else { return .partial }
    isPasting = false
    return .key(.paste(Self.pasted(bytes[head..<end.lowerBound])), end.upperBound - head)
  }

  private static func pasted(_ bytes: ArraySlice<UInt8>) -> String {
    String(decoding: bytes, as: UTF8.self)
      .replacing("\r\n", with: "\n")
      .replacing("\r", with: "\n")
  }

  /// A character, or one with Ctrl.
  private func plain() -> Step {
    let byte = bytes[head]
    switch byte {
    case 0x0D, 0x0A: return .key(.named(.enter), 1)
    case 0x09: return .key(.named(.tab), 1)
    case 0x7F, 0x08: return .key(.named(.backspace), 1)
    case 0x00: return .nothing(1)
    case 0x01...0x1A: return .key(.control(Character(Unicode.Scalar(byte | 0x60))), 1)
    case 0x1C...0x1F: return .key(.control(Character(Unicode.Scalar(byte | 0x40))), 1)
    default:
      switch scalar(at: head) {
      case .scalar(let scalar, let length):
        return (0x80...0x9F).contains(scalar.value) ? .nothing(length) : .key(.character(scalar), length)
      case .invalid: return .nothing(1)
      case .partial: return .partial
      }
    }
  }

  private enum Decoded {
    case scalar(Unicode.Scalar, Int)
    case invalid
    case partial
  }

  private func scalar(at start: Int) -> Decoded {
    let first = bytes[start]
    let length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0 else { return .invalid }
    let present = bytes[start..<min(start + length, bytes.count)]
    guard present.dropFirst().allSatisfy({ $0 & 0xC0 == 0x80 }) else { return .invalid }
    guard present.count == length else { return .partial }
    guard let scalar = String(validating: present, as: UTF8.self)?.unicodeScalars.first else { return .invalid }
    return .scalar(scalar, length)
  }

  /// What begins with ESC at `start`.
  private func sequence(at start: Int) -> Step {
    guard start + 1 < bytes.count else { return .partial }
    switch bytes[start + 1] {
    case UInt8(ascii: "["): return controlSequence(at: start)
    case UInt8(ascii: "O"): return shortSequence(at: start)
    case Self.escape:
      // Alt with a cursor key, as rxvt and some tmux set-ups send it; two ESC alone are the key Esc, twice.
      guard start + 2 < bytes.count else { return .partial }
      let third = bytes[start + 2]
      guard third == UInt8(ascii: "[") || third == UInt8(ascii: "O") else { return .key(.named(.escape), 1) }
      switch sequence(at: start + 1) {
      case .key(.named(let name, let modifiers), let length):
        return .key(.named(name, modifiers.union(.alt)), length + 1)
      case .key(_, let length), .nothing(let length), .beginPaste(let length): return .nothing(length + 1)
      case .partial: return .partial
      }
    case 0x0D, 0x0A: return .key(.named(.enter, .alt), 2)
    case 0x09: return .key(.named(.tab, .alt), 2)
    case 0x7F, 0x08: return .key(.named(.backspace, .alt), 2)
    case 0x00...0x1F: return .nothing(2)
    default:
      switch scalar(at: start + 1) {
      case .scalar(let scalar, let length): return .key(.alt(scalar), length + 1)
      case .invalid: return .nothing(2)
      case .partial: return .partial
      }
    }
  }

  /// `ESC [` parameters final.
  private func controlSequence(at start: Int) -> Step {
    var index = start + 2
    // The Linux console's function keys: `ESC [ [ A`.
    if index < bytes.count, bytes[index] == UInt8(ascii: "[") {
      return index + 1 < bytes.count ? .nothing(index + 2 - start) : .partial
    }
    while index < bytes.count, (0x20...0x3F).contains(bytes[index]) { index += 1 }
    guard index - start < Self.longestSequence else { return .nothing(index - start) }
    guard index < bytes.count else { return .partial }
    let length = index + 1 - start
    let final = bytes[index]
    // A byte that can't stand in a sequence ends it; it is a key of its own.
    guard (0x40..<0x7F).contains(final) else { return .nothing(length - 1) }
    // With a private mark it is an answer of the terminal, never a key.
    guard !(0x3C...0x3F).contains(bytes[start + 2]) else { return .nothing(length) }
    let parameters = bytes[(start + 2)..<index].split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 0 }
    let first = parameters.first ?? 0
    if final == UInt8(ascii: "~"), first == 200 { return .beginPaste(length) }
    let modifiers = Self.modifiers(parameters.count > 1 ? parameters[1] : 1)
    let key: Key? =
      switch final {
      case UInt8(ascii: "~"): Self.numbered(first).map { .named($0, modifiers) }
      case UInt8(ascii: "^"): Self.numbered(first).map { .named($0, .control) }
      case UInt8(ascii: "Z"): .named(.tab, .shift)
      case UInt8(ascii: "a")...UInt8(ascii: "d"): Self.lettered(final - 0x20).map { .named($0, .shift) }
      default: Self.lettered(final).map { .named($0, modifiers) }
      }
    return key.map { .key($0, length) } ?? .nothing(length)
  }

  /// `ESC O` letter.
  private func shortSequence(at start: Int) -> Step {
    var index = start + 2
    while index < bytes.count, (0x30...0x3B).contains(bytes[index]), index - start < Self.longestSequence { index += 1 }
    guard index < bytes.count else { return .partial }
    let length = index + 1 - start
    let final = bytes[index]
    switch final {
    case UInt8(ascii: "M"): return .key(.named(.enter), length)
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return Self.lettered(final - 0x20).map { .key(.named($0, .control), length) } ?? .nothing(length)
    case 0x40...0x7E:
      let held = bytes[(start + 2)..<index].last.map { Self.modifiers(Int($0) - 0x30) } ?? []
      return Self.lettered(final).map { .key(.named($0, held), length) } ?? .nothing(length)
    default: return .nothing(length - 1)
    }
  }

  private static func modifiers(_ parameter: Int) -> Key.Modifiers {
    Key.Modifiers(rawValue: max(parameter - 1, 0) & 7)
  }

  private static func numbered(_ number: Int) -> Key.Name? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    default: nil
    }
  }

  private static func lettered(_ letter: UInt8) -> Key.Name? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "F"): .end
    default: nil
    }
  }
}
