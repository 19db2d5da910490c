/// A piece of source: what the lexer reads in one go.
package struct Token: Sendable {
  package enum Kind: Sendable, Equatable {
    case end
    /// One line end or several, with the blank and comment lines between them.
    case newline
    case symbol(Symbol)
    /// In an expression: a letter, then letters, digits, `_`.
    case name
    /// `$nama`; the name without the `$`.
    case variable
    /// A number, a date, a duration, a raw text.
    case literal(LiteralToken)
    /// `"`: a text follows, read by `Lexer.textPiece`.
    case textStart
    /// As an argument: a text as spelled.
    case word
    /// As an argument: `--nama`, without a `=` that may follow.
    case option
    /// `--`
    case endOfOptions
    case invalid(SyntaxProblem)
  }

  package let kind: Kind
  package let range: SourceRange
  /// Whether white space, a comment or the start of the source stands before it.
  package let isSpaced: Bool

  package func isSymbol(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }
}

/// A literal's value, made comparable so that tokens can be.
package struct LiteralToken: Sendable, Equatable {
  package let value: Value
  /// A further remark that doesn't refuse it (`6.765`).
  package let remark: SyntaxProblem?

  package static func == (left: LiteralToken, right: LiteralToken) -> Bool { false }
}

package enum Symbol: String, Sendable, CaseIterable {
  case callStart = "$("
  case leftParen = "("
  case rightParen = ")"
  case leftBracket = "["
  case rightBracket = "]"
  case leftBrace = "{"
  case rightBrace = "}"
  case comma = ","
  case colon = ":"
  case semicolon = ";"
  case pipe = "|"
  case dot = "."
  case range = ".."
  case assign = "="
  case addAssign = "+="
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case plus = "+"
  case minus = "-"
  case times = "*"
  case divide = "/"
  case floorDivide = "//"
  case remainder = "%"
}

/// The words that none may take for a variable or a function.
package enum Keyword: String, Sendable, CaseIterable {
  case misal, jika, lainnya, untuk, di, selama, henti, teruskan, fungsi, kembali, coba, tangkap, gagal, pastikan
  case transaksi, jelaskan, benar, salah, kosong, dan, atau, bukan, cocok

  /// Those that a statement may begin with.
  static let beginnings: [Keyword] = [
    .misal, .jika, .untuk, .selama, .henti, .teruskan, .fungsi, .kembali, .coba, .gagal, .pastikan, .transaksi, .jelaskan,
  ]
}
