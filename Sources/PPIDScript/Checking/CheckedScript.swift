import PPIDValues

/// A script with all names looked up and all calls bound: what the compiler reads.
struct CheckedScript: Sendable {
  var main: CheckedFunction
  /// The functions that this script defines; the first has the number `firstFunction`.
  var functions: [CheckedFunction]
  let firstFunction: Int
  /// The variables of the top level that outlive this script, with their slots.
  var globals: [(name: String, slot: Int)]
  let signatures: [FunctionSignature]
}

struct CheckedFunction: Sendable {
  let name: String
  let parameters: [CheckedParameter]
  let body: [CheckedStatement]
  /// How many slots its parameters and variables take at most.
  let slotCount: Int
  let hasLoops: Bool
  let range: SourceRange
}

struct CheckedParameter: Sendable {
  let name: String
  let standard: CheckedExpression?
}

struct CheckedStatement: Sendable {
  indirect enum Kind: Sendable {
    /// Gives a variable its first or next value.
    case set(slot: Int, CheckedExpression)
    case add(slot: Int, CheckedExpression)
    case assign(slot: Int, [CheckedAccess], isAdding: Bool, CheckedExpression)
    case conditional([(condition: CheckedExpression, body: [CheckedStatement])], otherwise: [CheckedStatement])
    case forEach(CheckedLoop)
    case whileLoop(CheckedExpression, [CheckedStatement])
    case breakLoop
    case continueLoop
    case returnValue(CheckedExpression?)
    case attempt([CheckedStatement], errorSlot: Int, [CheckedStatement])
    case fail(CheckedExpression)
    case expect(CheckedExpression, message: CheckedExpression?)
    case transaction([CheckedStatement])
    case explain(CheckedPlan)
    /// An expression for its effect; its value is shown at the top level of a session.
    case evaluate(CheckedExpression, isShown: Bool)
  }

  let kind: Kind
  let range: SourceRange
}

/// `jelaskan …`
struct CheckedPlan: Sendable {
  /// What is asked for its own plan: where the rows come from, and the stages that only add to the question. Nil where that would
  /// do something.
  let question: CheckedExpression?
  /// The stages behind it, none of which runs.
  let rest: [PlannedStage]
}

/// A stage of `jelaskan` that isn't run.
struct PlannedStage: Sendable {
  let name: String
  /// What it is given, as far as that is written plainly.
  let words: [String]
  /// As it is written.
  let text: String
}

/// `untuk r di E { … }`
struct CheckedLoop: Sendable {
  let slot: Int
  let sequence: CheckedExpression
  let body: [CheckedStatement]
  /// The fields that the body reads of its variable, when it does nothing else with it: then a table need deliver only these.
  let fields: [String]?
}

struct CheckedExpression: Sendable {
  indirect enum Kind: Sendable {
    case constant(Value)
    /// The parts of a text.
    case text([CheckedExpression])
    case variable(slot: Int)
    case list([CheckedExpression])
    case record(names: [String], [CheckedExpression])
    case binary(BinaryOperator, CheckedExpression, CheckedExpression)
    /// Operators of one level, from the left.
    case chain(CheckedExpression, [CheckedLink])
    case not(CheckedExpression)
    case negate(CheckedExpression)
    case access(CheckedExpression, [CheckedAccess])
    /// A column of the row at hand, by its number among the row expression's columns.
    case column(Int)
    /// `$it`
    case row
    /// The last value shown.
    case lastValue
    case call(CheckedCall)
    /// A value, and the calls and stages that it goes through one after the other.
    case pipeline(CheckedExpression, [CheckedExpression])
    /// A stage of a pipeline.
    case stage(CheckedStage)
    /// What the pipeline has delivered so far.
    case piped
  }

  let kind: Kind
  let range: SourceRange
}

struct CheckedLink: Sendable {
  let symbol: BinaryOperator
  let place: SourceRange
  let operand: CheckedExpression
}

struct CheckedAccess: Sendable {
  enum Kind: Sendable {
    case field(String)
    case index(CheckedExpression)
  }

  let kind: Kind
  let range: SourceRange
}

/// A command with what it is given for each of its parameters.
struct CheckedCall: Sendable {
  enum Target: Sendable {
    case builtin(Int)
    case host(Int)
    case function(Int)
  }

  let target: Target
  let parameters: [ParameterSignature]
  /// One for each parameter.
  let arguments: [CheckedArgument]
}

enum CheckedArgument: Sendable {
  case absent
  case value(CheckedExpression)
  /// All that a `rest` parameter takes.
  case rest([CheckedExpression])
}

/// A stage whose arguments speak of columns or rows.
enum CheckedStage: Sendable {
  case filter(CheckedRowExpression)
  case extend(String, CheckedRowExpression)
  case group(keys: [String], [(name: String, function: Aggregate.Function, column: String?)])
}

/// An expression to be computed for each row, with the columns and variables that it reads.
struct CheckedRowExpression: Sendable {
  let body: CheckedExpression
  let columns: [String]
  let takesRow: Bool
  /// The slots of the surrounding variables that become its own variables 0, 1, …
  let captures: [Int]
}
