/// Statements, blocks and functions.
extension Checker {
  /// The statement with its names looked up; nil where there is nothing to run.
  mutating func checkStatement(_ statement: Statement, isTop: Bool = false) -> CheckedStatement? {
    guard diagnostics.count < Checker.mostDiagnostics, let kind = checkKind(statement, isTop: isTop) else { return nil }
    return CheckedStatement(kind: kind, range: statement.range)
  }

  private mutating func checkKind(_ statement: Statement, isTop: Bool) -> CheckedStatement.Kind? {
    switch statement.kind {
    case .invalid: return nil
    case .declare(let name, let value):
      let (value, type) = check(value)
      return .set(slot: declare(name, type), value)
    case .assign(let target, let path, let isAdding, let value):
      return checkAssignment(target, path, isAdding: isAdding, value)
    case .conditional(let branches, let otherwise):
      let checked = branches.map { branch in
        (condition: check(branch.condition).expression, body: checkBlock(branch.body))
      }
      return .conditional(checked, otherwise: otherwise.map { checkBlock($0) } ?? [])
    case .forEach(let name, let sequence, let body): return .forEach(checkLoop(name, sequence, body))
    case .whileLoop(let condition, let body):
      let condition = check(condition).expression
      loopDepth += 1
      defer { loopDepth -= 1 }
      return .whileLoop(condition, checkBlock(body))
    case .breakLoop:
      if loopDepth == 0 { report(.outsideLoop(.henti), statement.range) }
      return .breakLoop
    case .continueLoop:
      if loopDepth == 0 { report(.outsideLoop(.teruskan), statement.range) }
      return .continueLoop
    case .function(let function):
      if !isTop {
        report(.functionInBlock, function.name.range)
        _ = checkFunction(function)
      }
      return nil
    case .returnValue(let value):
      if !isInFunction { report(.outsideFunction, statement.range) }
      return .returnValue(value.map { check($0).expression })
    case .attempt(let body, let name, let handler):
      let body = checkBlock(body)
      return inBlock { checker in
        let fields = ["pesan", "kode", "berkas", "baris", "rincian"].map { Column($0) }
        let slot = checker.declare(name, .row(fields))
        return .attempt(body, errorSlot: slot, checker.checkStatements(handler.statements))
      }
    case .fail(let message): return .fail(check(message).expression)
    case .expect(let condition, let message):
      return .expect(check(condition).expression, message: message.map { check($0).expression })
    case .transaction(let body): return .transaction(checkBlock(body))
    case .explain(let pipeline): return .explain(checkPlan(pipeline))
    case .pipeline(let pipeline): return checkEvaluation(pipeline, isTop: isTop)
    }
  }

  private mutating func checkStatements(_ statements: [Statement]) -> [CheckedStatement] {
    statements.compactMap { checkStatement($0) }
  }

  private mutating func checkBlock(_ block: Block) -> [CheckedStatement] {
    inBlock { $0.checkStatements(block.statements) }
  }

  private mutating func checkAssignment(
    _ target: Word, _ path: [Access], isAdding: Bool, _ value: Expression
  ) -> CheckedStatement.Kind? {
    let path = path.map { check($0) }
    let value = check(value).expression
    guard target.text != "it", target.text != "_" else {
      report(.reserved(target.text), target.range)
      return nil
    }
    guard let variable = variable(named: target.text) else {
      reportUndeclared(target.text, target.range)
      return nil
    }
    variable.loopUse?.needsWhole = true
    if !path.isEmpty { return .assign(slot: variable.slot, path, isAdding: isAdding, value) }
    return isAdding ? .add(slot: variable.slot, value) : .set(slot: variable.slot, value)
  }

  private mutating func checkLoop(_ name: Word, _ sequence: Expression, _ body: Block) -> CheckedLoop {
    let (sequence, type) = check(sequence)
    loopDepth += 1
    defer { loopDepth -= 1 }
    return inBlock { checker in
      let use = LoopUse()
      let slot = checker.declare(name, type.element, loopUse: use)
      let statements = checker.checkStatements(body.statements)
      return CheckedLoop(
        slot: slot, sequence: sequence, body: statements, fields: use.needsWhole ? nil : use.fields)
    }
  }

  private mutating func checkEvaluation(_ pipeline: Pipeline, isTop: Bool) -> CheckedStatement.Kind {
    let effect = effect(of: pipeline)
    let problemsBefore = diagnostics.count
    let value = check(pipeline).expression
    if mode == .file, effect == .value, diagnostics.count == problemsBefore { report(.droppedValue, pipeline.range) }
    return .evaluate(value, isShown: mode == .session && isTop && effect != .output)
  }

  private enum Effect {
    case value, change, output
  }

  /// Whether a pipeline is there for its value or for what it does.
  private func effect(of pipeline: Pipeline) -> Effect {
    guard let last = pipeline.segments.last else { return .value }
    guard case .command(let command) = last.kind else { return .value }
    guard let entry = commandEntry(command)?.entry else { return .change }
    if entry.signature.isOutput { return .output }
    switch (entry.signature.result, entry.target) {
    case (.nothing, _), (.record, _), (_, .function), (.any, .host): return .change
    default: return .value
    }
  }

  // MARK: Functions

  mutating func checkFunction(_ function: FunctionSyntax) -> CheckedFunction {
    let outer = (scopes, nextSlot, slotCount, loopDepth, hasLoops, isInFunction)
    (scopes, nextSlot, slotCount, loopDepth, hasLoops, isInFunction) = ([[:]], 0, 0, 0, false, true)
    defer { (scopes, nextSlot, slotCount, loopDepth, hasLoops, isInFunction) = outer }
    var parameters: [CheckedParameter] = []
    var hasStandard = false
    for parameter in function.parameters {
      let standard = parameter.standard.map { check($0).expression }
      if standard == nil, hasStandard { report(.requiredAfterStandard(parameter.name.text), parameter.name.range) }
      hasStandard = hasStandard || standard != nil
      _ = declare(parameter.name, .any)
      parameters.append(CheckedParameter(name: parameter.name.text, standard: standard))
    }
    // Behind the parameters: for each that has a default, whether it was given.
    nextSlot += parameters.count { $0.standard != nil }
    slotCount = max(slotCount, nextSlot)
    let body = checkBody(function.body)
    return CheckedFunction(
      name: function.name.text, parameters: parameters, body: body, slotCount: slotCount, hasLoops: hasLoops,
      range: function.body.range)
  }

  /// A function's body: its last statement's value is the function's, if that is an expression or a pipeline.
  private mutating func checkBody(_ body: Block) -> [CheckedStatement] {
    guard let last = body.statements.last, case .pipeline(let pipeline) = last.kind else {
      return checkStatements(body.statements)
    }
    var statements = checkStatements(body.statements.dropLast())
    statements.append(CheckedStatement(kind: .returnValue(check(pipeline).expression), range: last.range))
    return statements
  }

  private mutating func checkStatements(_ statements: ArraySlice<Statement>) -> [CheckedStatement] {
    checkStatements(Array(statements))
  }
}
