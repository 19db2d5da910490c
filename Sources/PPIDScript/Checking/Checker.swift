import PPIDValues

/// Looks up every name of a script, binds every call, and says all that can be known to be wrong before anything runs.
package struct Checker {
  package enum Mode: Sendable {
    /// A saved script: values are shown by `cetak` and `tampil` only.
    case file
    /// What is typed, given with `-c` or piped in: values of the top level are shown, later lines may declare again.
    case session
  }

  package struct Result: Sendable {
    /// Nil when there is an error.
    package let program: Program?
    package let diagnostics: [Diagnostic]
    /// Whether further lines could complete the script (see `Parser.Result`).
    package let isIncomplete: Bool
  }

  /// A variable of a function or of the top level.
  struct Variable {
    let slot: Int
    let type: StaticType
    let loopUse: LoopUse?
  }

  /// What a loop's body does with its variable.
  final class LoopUse {
    var fields: [String] = []
    var needsWhole = false
  }

  /// After so many the rest isn't worth checking.
  static let mostDiagnostics = 200

  let source: SourceText
  let mode: Mode
  let assignedNames: Set<String>
  var commands: CommandTable
  var diagnostics: [Diagnostic] = []
  var scopes: [[String: Variable]] = [[:]]
  var rows: [RowScope] = []
  var nextSlot = 0
  var slotCount = 0
  var loopDepth = 0 {
    didSet { hasLoops = hasLoops || loopDepth > 0 }
  }
  var hasLoops = false
  var isInFunction = false
  var functionIndices: [Int: Int] = [:]
  /// A place that completion asks about: the type of the pipeline that ends there, and the operand that does.
  var probe: Int?
  var probed: StaticType?
  var probedOperand: ProbedOperand?
  /// The type of `$_`, where that is asked for.
  var lastType = StaticType.any

  /// Reads and checks a script against the commands there are and what earlier lines of the session left.
  package static func check(
    _ source: SourceText, catalog: any Catalog, mode: Mode, session: Session = Session(), isStepping: Bool = false
  ) -> Result {
    DeepStack.run(for: source) {
      checkAtOnce(source, catalog: catalog, mode: mode, session: session, isStepping: isStepping)
    }
  }

  private static func checkAtOnce(
    _ source: SourceText, catalog: any Catalog, mode: Mode, session: Session, isStepping: Bool
  ) -> Result {
    let parsed = Parser.parse(source)
    var diagnostics = parsed.problems.map { Diagnostic(.syntax($0.problem), source, $0.range) }
    var checker = Checker(source, catalog, mode, parsed.script, session)
    let script = checker.checkScript(parsed.script, session)
    diagnostics += checker.diagnostics
    diagnostics.sort { $0.range.lowerBound < $1.range.lowerBound }
    var program: Program?
    if !diagnostics.contains(where: { $0.severity == .error }) {
      do throws(Compiler.TooLarge) {
        program = try Compiler.compile(script, source, isStepping: isStepping)
      } catch {
        diagnostics.append(Diagnostic(.check(.tooManyVariables), source, error.range))
      }
    }
    return Result(program: program, diagnostics: diagnostics, isIncomplete: parsed.isIncomplete)
  }

  init(_ source: SourceText, _ catalog: any Catalog, _ mode: Mode, _ script: Script, _ session: Session) {
    self.source = source
    self.mode = mode
    assignedNames = script.assignedNames
    commands = CommandTable(catalog)
    for function in session.functionSignatures { commands.define(function) }
    for (name, slot) in session.slots {
      let type = script.assignedNames.contains(name) ? .any : StaticType(of: session.globals[slot])
      scopes[0][name] = Variable(slot: slot, type: type, loopUse: nil)
    }
    nextSlot = session.globals.count
    slotCount = nextSlot
  }

  mutating func checkScript(_ script: Script, _ session: Session) -> CheckedScript {
    let first = session.functions.count
    let functions = declareFunctions(script, first: first, session)
    sessionNames = Set(session.slots.keys)
    let body = script.statements.compactMap { checkStatement($0, isTop: true) }
    topNames = Set(scopes[0].keys)
    let globals = scopes[0].map { (name: $0.key, slot: $0.value.slot) }
    let main = CheckedFunction(
      name: source.name, parameters: [], body: body, slotCount: slotCount, hasLoops: hasLoops,
      range: SourceRange(0, source.bytes.count))
    return CheckedScript(
      main: main, functions: functions.map { checkFunction($0) }, firstFunction: first, globals: globals,
      signatures: declared)
  }

  /// The names of earlier lines that this one may declare again.
  var sessionNames: Set<String> = []
  /// The variables of the top level, once that is checked.
  private var topNames: Set<String> = []
  /// The functions that this script defines.
  var declared: [FunctionSignature] = []

  private mutating func declareFunctions(_ script: Script, first: Int, _ session: Session) -> [FunctionSyntax] {
    var functions: [FunctionSyntax] = []
    for statement in script.statements {
      guard case .function(let function) = statement.kind else { continue }
      let name = function.name
      if functions.contains(where: { $0.name.text == name.text }) {
        report(.functionTwice(name.text), name.range)
        continue
      }
      if let entry = commands.entry(name.text), !entry.isFunction {
        report(.functionIsCommand(name.text), name.range)
      } else if CommandTable.rowStages.contains(name.text) || commands.isGroup(name.text) {
        report(.functionIsCommand(name.text), name.range)
      }
      let signature = FunctionSignature(function, index: first + functions.count)
      functions.append(function)
      declared.append(signature)
    }
    for signature in declared { commands.define(signature) }
    return functions
  }

  // MARK: Reporting

  mutating func report(_ problem: CheckProblem, _ range: SourceRange) {
    diagnostics.append(Diagnostic(.check(problem), source, range))
  }

  // MARK: Variables

  /// Declares a variable in the innermost block.
  mutating func declare(_ name: Word, _ type: StaticType, loopUse: LoopUse? = nil) -> Int {
    if name.text == "it" { report(.reserved(name.text), name.range) }
    let innermost = scopes.count - 1
    if let known = scopes[innermost][name.text] {
      guard sessionNames.remove(name.text) != nil, innermost == 0 else {
        report(.declaredTwice(name.text), name.range)
        return known.slot
      }
      scopes[0][name.text] = Variable(slot: known.slot, type: type, loopUse: nil)
      return known.slot
    }
    let slot = nextSlot
    nextSlot += 1
    slotCount = max(slotCount, nextSlot)
    let isChanged = assignedNames.contains(name.text)
    scopes[innermost][name.text] = Variable(slot: slot, type: isChanged ? .any : type, loopUse: loopUse)
    return slot
  }

  func variable(named name: String) -> Variable? {
    for scope in scopes.reversed() {
      if let variable = scope[name] { return variable }
    }
    return nil
  }

  mutating func reportUndeclared(_ name: String, _ range: SourceRange) {
    if isInFunction, topNames.contains(name) { return report(.outsideFunctionsReach(name), range) }
    let names = scopes.flatMap { $0.keys }.sorted()
    report(.undeclared(name, nearest: Nearest.name(to: name, among: names)), range)
  }

  /// Runs `body` in a block of its own.
  mutating func inBlock<Result>(_ body: (inout Checker) -> Result) -> Result {
    let outerSlot = nextSlot
    scopes.append([:])
    let result = body(&self)
    scopes.removeLast()
    nextSlot = outerSlot
    return result
  }
}
