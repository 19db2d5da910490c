/// One thing that a person does at the keyboard.
enum Key: Equatable, Sendable {
  /// A character to be inserted.
  case character(Unicode.Scalar)
  /// A character with Ctrl, as its small letter (`a` … `z`, `_`, …).
  case control(Character)
  /// A character with Alt.
  case alt(Unicode.Scalar)
  case named(Name, Modifiers)
  /// What the terminal marked as pasted; line ends are `\n`.
  case paste(String)

  enum Name: Sendable {
    case up, down, left, right, home, end, pageUp, pageDown
    case insert, delete, backspace, enter, tab, escape
  }

  /// Held keys, in the bits that terminals send.
  struct Modifiers: OptionSet, Sendable {
    let rawValue: Int
    static let shift = Modifiers(rawValue: 1)
    static let alt = Modifiers(rawValue: 2)
    static let control = Modifiers(rawValue: 4)
  }

  static func named(_ name: Name) -> Key { .named(name, []) }
}
