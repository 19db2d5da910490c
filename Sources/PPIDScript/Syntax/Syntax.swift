/// A script as it is written: what the parser makes of it.
package struct Script: Sendable {
  package var statements: [Statement] = []
  /// The names that some `$x = …` changes, anywhere.
  package var assignedNames: Set<String> = []
}

/// A name or a bare word, with its place.
package struct Word: Sendable {
  package let text: String
  package let range: SourceRange
}

package struct Block: Sendable {
  package let statements: [Statement]
  package let range: SourceRange
}

package struct Statement: Sendable {
  package indirect enum Kind: Sendable {
    /// `misal x = E`
    case declare(Word, Expression)
    /// `$x = E`, `$r.kolom = E`, `$l[0] += E`
    case assign(target: Word, path: [Access], isAdding: Bool, Expression)
    /// `jika E { … } lainnya jika E { … } lainnya { … }`
    case conditional([Branch], otherwise: Block?)
    /// `untuk r di E { … }`
    case forEach(Word, Expression, Block)
    /// `selama E { … }`
    case whileLoop(Expression, Block)
    /// `henti`
    case breakLoop
    /// `teruskan`
    case continueLoop
    case function(FunctionSyntax)
    /// `kembali [E]`
    case returnValue(Expression?)
    /// `coba { … } tangkap galat { … }`
    case attempt(Block, error: Word, Block)
    /// `gagal "pesan"`
    case fail(Expression)
    /// `pastikan E ["pesan"]`
    case expect(Expression, message: Expression?)
    case transaction(Block)
    case explain(Pipeline)
    /// An expression or a pipeline.
    case pipeline(Pipeline)
    /// What was refused already.
    case invalid
  }

  package let kind: Kind
  package let range: SourceRange
}

/// `jika E { … }`
package struct Branch: Sendable {
  package let condition: Expression
  package let body: Block
}

package struct FunctionSyntax: Sendable {
  package struct Parameter: Sendable {
    package let name: Word
    package let standard: Expression?
  }

  package let name: Word
  package let parameters: [Parameter]
  package let body: Block
}

package struct Expression: Sendable {
  package indirect enum Kind: Sendable {
    case literal(Value)
    /// `"… {E} …"`
    case text([TextPart])
    /// `$x`, without the `$`
    case variable(String)
    /// A bare word: a column, where there are any.
    case word(String)
    case list([Expression])
    case record([(name: Word, value: Expression)])
    /// `E == E`, `E .. E`: operators that don't chain.
    case binary(BinaryOperator, Expression, Expression, place: SourceRange)
    /// `E + E - E`: operators of one level, from the left.
    case chain(Expression, [Link])
    case not(Expression)
    case negate(Expression)
    /// `E.nama[i]…`
    case access(Expression, [Access])
    /// `( E )`
    case group(Expression)
    /// `$( … )`
    case call(Pipeline)
    case invalid
  }

  package let kind: Kind
  package let range: SourceRange
}

/// One more operand of a chain.
package struct Link: Sendable {
  package let symbol: BinaryOperator
  package let place: SourceRange
  package let operand: Expression
}

package enum TextPart: Sendable {
  case characters(String)
  case value(Expression)
}

/// `.nama` or `[i]`
package struct Access: Sendable {
  package enum Kind: Sendable {
    case field(String)
    case index(Expression)
  }

  package let kind: Kind
  package let range: SourceRange
}

package struct Pipeline: Sendable {
  package let segments: [Segment]
  package let range: SourceRange
}

package struct Segment: Sendable {
  package enum Kind: Sendable {
    /// Only first in a pipeline.
    case expression(Expression)
    case command(CommandSyntax)
    /// `saring E`
    case filter(Expression)
    /// `dengan nama = E`
    case extend(Word, Expression)
    /// `kelompok kolom… [nama = hitung()]…`
    case group(keys: [Word], [AggregateSyntax])
  }

  package let kind: Kind
  /// The command's first word, or the expression.
  package let head: SourceRange
  package let range: SourceRange
}

package struct AggregateSyntax: Sendable {
  package let name: Word
  package let function: Word
  package let column: Word?
  package let range: SourceRange
}

/// A command and what it is given, not yet bound to its parameters: that takes the commands' signatures.
package struct CommandSyntax: Sendable {
  package let head: Word
  package let arguments: [Argument]
}

package struct Argument: Sendable {
  package indirect enum Kind: Sendable {
    /// A bare word, as spelled.
    case word(String)
    case expression(Expression)
    /// `--nama`, `--nama=nilai`; without the `--`.
    case option(Word, value: Argument?)
  }

  package let kind: Kind
  package let range: SourceRange
}

/// A piece of source and what it is, for a highlighter.
package struct Mark: Sendable, Equatable {
  package enum Kind: Sendable {
    case keyword, command, option, word, text, escape, number, date, constant, variable, column, field, symbol, bracket
    case comment, invalid
  }

  package let kind: Kind
  package let range: SourceRange
}
