/// What can be wrong with how a script is written.
package enum SyntaxProblem: Sendable, Equatable {
  // Bytes and characters
  case invalidUTF8
  case controlCharacter(UInt8)
  case strayCharacter(String)
  case curlyQuote
  case trailingBackslash
  // Names
  case loneDollar
  case badVariableName
  /// `${x}`
  case shellBraces
  /// `$1`
  case shellArgument
  case keywordAsName(String)
  /// `misal $x = 1`; the name with its `$`.
  case dollarInDeclaration(String)
  // Literals
  case misplacedUnderscore
  case leadingZero
  case numberTooLarge
  case impossibleDate(String)
  case impossiblePeriod(String)
  case impossibleTime(String)
  /// `3.` or `3.x`
  case openFraction
  /// `.5`; as it should be.
  case fractionWithoutWhole(String)
  case exponent
  case badNumber(String)
  /// `3-1`; as it should be.
  case unspacedMinus(String)
  /// `1.234.567`; as it should be.
  case dottedThousands(String)
  /// A note: `6.765`; as it may be meant.
  case maybeThousands(String)
  /// `0,75`; as it should be.
  case decimalComma(String)
  // Texts
  case unclosedText
  case unknownEscape
  case badUnicodeEscape
  case emptyInterpolation
  case interpolatedName
  // Structure
  case unexpected(String, expecting: Expectation)
  case unexpectedEnd(expecting: Expectation)
  case unexpectedLineEnd(expecting: Expectation)
  /// A bracket that nothing closes: the bracket, what would close it.
  case unclosed(String, with: String)
  /// Something else stands where a bracket should be closed.
  case unclosedHere(String, line: Int, with: String, found: String)
  case nestedTooDeep
  case conditionMissing
  /// `lainnya` or `tangkap` at the start of a line.
  case followsBrace(String)
  case chainedComparison
  /// `$a == bukan $b`
  case notNeedsBrackets
  /// A single `=` in an expression.
  case assignInExpression
  /// `misal x == 1`
  case equalInDeclaration
  /// `(1) = 2`
  case assignToValue
  /// `x = 1`
  case assignWithoutDollar(String)
  case pipeAfterExpression
  /// `panjang($x)`
  case callWithParentheses(String)
  /// `cetak($x)`, where the command may stand as it is.
  case commandWithParentheses(String)
  case fieldTwice(String)
  case keyAfterAggregate(String)
  // Arguments
  /// `masuk/$b`; as it should be.
  case touchingParts(String)
  case commaBetweenArguments
  case rangeAsArgument(String)
  /// `cetak $a + 1`; the calculation in brackets, where it can be told.
  case loneOperator(String, instead: String?)
  case optionValueMissing(String)
  /// A note: an argument that begins with a sign which a word processor puts in the place of another; what may be meant.
  case lookalike(String, instead: String)
  // Habits
  /// A word or symbol of another language, and what is written here.
  case habit(String, instead: String)

  /// Whether it is only a remark.
  package var isNote: Bool {
    switch self {
    case .maybeThousands, .lookalike: true
    default: false
    }
  }
}

/// What the grammar asks for at a place.
package enum Expectation: Sendable, Equatable {
  case symbol(Symbol)
  case keyword(Keyword)
  case statement
  case statementEnd
  case operand
  case name
  case field
  case column
  case command
  case block
}
