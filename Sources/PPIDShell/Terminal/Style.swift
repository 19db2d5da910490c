import PPIDValues

/// What a piece of text on the terminal is; the palette says how that looks.
package enum Style: UInt8, Sendable {
  case plain
  case command
  case keyword
  case option
  case text
  case number
  case date
  case variable
  case comment
  case error
  case suggestion
  case match
  case selected
  case faint
  case strong
  case good
  case warning
}

/// How each style looks: those of the terminal's own sixteen colours that can be read on white and on black as terminals come
/// (yellow and blue can't), or only weight and underline where colour isn't wanted.
package struct Palette: Sendable {
  let colour: Bool

  package init(colour: Bool) {
    self.colour = colour
  }

  /// The escape sequence that turns `style` on, from a neutral state; empty for plain text.
  func start(_ style: Style) -> String {
    let parameters = colour ? coloured(style) : uncoloured(style)
    return parameters.isEmpty ? "" : "\u{1B}[\(parameters)m"
  }

  /// The escape sequence back to the neutral state.
  static let end = "\u{1B}[0m"

  private func coloured(_ style: Style) -> String {
    switch style {
    case .plain: ""
    case .command, .strong: "1"
    case .keyword: "1;35"
    case .option: "36"
    case .text, .good: "32"
    case .number, .date: "35"
    case .variable: "1;36"
    case .warning: "1;35"
    case .error: "4;31"
    case .comment, .suggestion, .faint: "2"
    case .match: "1;4"
    case .selected: "7"
    }
  }

  private func uncoloured(_ style: Style) -> String {
    switch style {
    case .plain, .option, .text, .good, .number, .date, .variable, .warning, .command, .keyword: ""
    case .strong: "1"
    case .error: "4"
    case .comment, .suggestion, .faint: "2"
    case .match: "1;4"
    case .selected: "7"
    }
  }
}

/// A text in pieces, each of one style.
package struct StyledText: Sendable, ExpressibleByStringLiteral {
  package struct Piece: Sendable {
    package let text: String
    package let style: Style
  }

  package private(set) var pieces: [Piece]

  package init(_ text: String = "", _ style: Style = .plain) {
    pieces = text.isEmpty ? [] : [Piece(text: text, style: style)]
  }

  package init(stringLiteral text: String) {
    self.init(text)
  }

  package static func + (left: StyledText, right: StyledText) -> StyledText {
    var sum = left
    sum.pieces += right.pieces
    return sum
  }

  package static func += (left: inout StyledText, right: StyledText) {
    left.pieces += right.pieces
  }

  package var isEmpty: Bool { pieces.isEmpty }

  /// How many columns it takes on one row.
  package var width: Int { pieces.reduce(0) { $0 + TextWidth.of(VisibleText.of($1.text)) } }

  /// The text without its styles.
  package var plain: String { pieces.map(\.text).joined() }
}

/// A stretch of the edited text, in bytes of UTF-8, and its style.
package struct Highlight: Sendable, Equatable {
  package let range: Range<Int>
  package let style: Style

  package init(_ range: Range<Int>, _ style: Style) {
    self.range = range
    self.style = style
  }
}
