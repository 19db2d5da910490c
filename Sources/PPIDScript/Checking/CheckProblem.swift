import PPIDValues

/// What can be wrong with a script whose grammar is right, as far as it shows before running.
package enum CheckProblem: Sendable {
  // Names
  case undeclared(String, nearest: String?)
  /// A variable of the top level, in a function.
  case outsideFunctionsReach(String)
  case declaredTwice(String)
  /// `$_` in a file.
  case noLastValue
  /// `$it` outside of a row expression.
  case noRow
  /// `misal it = …` or `$it = …`
  case reserved(String)
  /// A word in an expression that has no columns; whether a variable and whether a command has this name.
  case bareWord(String, isVariable: Bool, isCommand: Bool)
  case habitWord(String, instead: String)
  /// `setiap-saat` in an expression; whether a command has this name.
  case hyphenatedWord(String, isCommand: Bool)
  // Commands
  case unknownCommand(String, nearest: String?)
  /// A command's name in another language.
  case foreignCommand(String, instead: String)
  case unknownOption(String, command: String, nearest: String?)
  case optionTwice(String)
  case optionValueMissing(String)
  case flagWithValue(String)
  case missingArgument(String, command: String)
  case tooManyArguments(command: String, most: Int)
  case wrongType(parameter: String, expected: [ValueType], found: ValueType)
  case wrongChoice(String, parameter: String, choices: [String], nearest: String?)
  /// A word that doesn't have its parameter's form.
  case wrongForm(String, form: Phrase)
  /// A word that is spelled like a literal, but is none.
  case refusedLiteral(SyntaxProblem)
  case columnNotPlain
  // Stages
  case stageWithoutInput(String)
  case takesNoInput(String)
  case unknownColumn(String, nearest: String?, mayBeText: Bool)
  case columnType(column: String, ValueType, comparedWith: ValueType)
  case unknownAggregate(String, nearest: String?)
  case aggregateNeedsColumn(String)
  case countTakesNoColumn
  case columnTwice(String)
  /// What is bound to go wrong when it runs.
  case certain(RuntimeProblem)
  // Structure
  case outsideLoop(Keyword)
  case outsideFunction
  case functionInBlock
  case functionTwice(String)
  case functionIsCommand(String)
  case requiredAfterStandard(String)
  case tooManyVariables
  // Notes
  case droppedValue
  /// A remark about how something is written.
  case remark(SyntaxProblem)

  package var isNote: Bool {
    switch self {
    case .droppedValue, .remark: true
    default: false
    }
  }
}
