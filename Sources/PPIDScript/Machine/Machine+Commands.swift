import PPIDValues

/// Commands, stages and row expressions.
extension Machine {
  func callCommand(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    core.pointee.fuel -= 1
    if core.pointee.fuel < 0 { try refuel() }
    let call = frame.pointee.chunk._withUnsafeGuaranteedRef { $0.calls[Int(instruction.d)] }
    let first = registers + Int(instruction.b)
    var values: [Value?] = []
    values.reserveCapacity(call.arguments.count)
    for (argument, parameter) in zip(call.arguments, call.parameters) {
      switch argument {
      case .absent: values.append(nil)
      case .constant(let value): values.append(value)
      case .register(let offset, let range):
        let value = (first + offset).take()
        try check(value, parameter, range, frame)
        values.append(value)
      case .rest(let offset, let range):
        let value = (first + offset).take()
        if case .list(let list) = value { for element in list { try check(element, parameter, range, frame) } }
        values.append(value)
      }
    }
    let result: Value
    switch call.target {
    case .builtin(let index):
      for case let value? in values { try work(value.size) }
      let builtin = Builtins.all[index]
      result = try builtin.run(Arguments(builtin.signature, values), self)
    case .host(let index):
      try check()
      result = try host.call(index, values)
    case .function: preconditionFailure("functions are called by `call`")
    }
    try charge(result.size)
    registers[Int(instruction.a)] = result
  }

  /// Refuses an argument that its parameter can't take.
  private func check(
    _ value: Value, _ parameter: ParameterSignature, _ range: SourceRange, _ frame: RunningFrame
  ) throws {
    if case .any = parameter.type { return }
    guard let problem = parameter.type.problem(with: value, parameter.name) else { return }
    let source = frame.pointee.chunk._withUnsafeGuaranteedRef { $0.source }
    throw ScriptError(ScriptError.Refusal(problem: .check(problem)), source, range, trace: [])
  }

  func performStage(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    let chunk = frame.pointee.chunk._withUnsafeGuaranteedRef { $0 }
    let input = registers.advanced(by: Int(instruction.b)).take()
    let result: Value
    switch instruction.operation {
    case .group:
      let group = chunk.groups[Int(instruction.d)]
      result = try RowStages.group(input, by: group.keys, group.aggregates, self)
    case .extend:
      let row = chunk.rows[Int(instruction.d)]
      result = try RowStages.extend(input, row.name, function(row, registers), self)
    default:
      result = try RowStages.filter(input, function(chunk.rows[Int(instruction.d)], registers), self)
    }
    registers[Int(instruction.a)] = result
  }

  /// A row expression with the values that its variables have now.
  private func function(_ template: RowTemplate, _ registers: Registers) -> RowFunction {
    let captured = template.captures.map { registers[$0] }
    let origin = session
    return RowFunction(
      columns: template.columns, takesRow: template.takesRow,
      expression: template.body.rowExpression(capturing: captured),
      spelling: template.chunk.source.text(in: template.body.range)
    ) { [self] inputs in
      try standing(in: origin) { try evaluate(template, captured, inputs) }
    }
  }

  private func evaluate(_ template: RowTemplate, _ captured: [Value], _ inputs: [Value]) throws -> Value {
    let base = top
    let chunk = template.chunk
    guard reserve(base, chunk.frameSize) else { throw LimitProblem.depth(limits.depth) }
    var register = base
    for value in captured {
      register.put(value)
      register += 1
    }
    for value in inputs {
      register.put(value)
      register += 1
    }
    defer { clear(base, chunk.frameSize) }
    return try execute(chunk, base)
  }

  /// Shows where what runs of a table, where there is one, and of the stages behind it.
  func explain(_ value: Value?, _ stages: [PlannedStage]) throws {
    var (steps, rest) = ([PlanStep](), stages[...])
    switch value {
    case .table(let table):
      if let stage = stages.first, let question = table.source.question(for: stage.name, of: stage.words.first) {
        rest = rest.dropFirst()
        steps = question.plan
      } else {
        steps = table.source.plan
      }
    case let value?: steps = [PlanStep(.above, value.type.rawValue)]
    case nil: break
    }
    steps += rest.map { PlanStep(.above, $0.text) }
    let rows = steps.map { step in
      Value.record(
        Record([
          ("tempat", .text(step.place == .store ? "arsip" : "skrip")), ("langkah", .text(step.text)),
        ]))
    }
    try host.show(.list(List(rows)))
  }
}

extension CheckedExpression {
  /// How far an expression may nest to be handed to a source.
  private static let deepestPushed = 200

  /// The expression for a source, with captured variables replaced by their values; nil where it does more than compute with columns.
  func rowExpression(capturing captured: [Value]) -> RowExpression? {
    rowExpression(captured, depth: 0)
  }

  private func rowExpression(_ captured: [Value], depth: Int) -> RowExpression? {
    guard depth < CheckedExpression.deepestPushed else { return nil }
    func inner(_ expression: CheckedExpression) -> RowExpression? {
      expression.rowExpression(captured, depth: depth + 1)
    }
    switch kind {
    case .constant(let value): return .constant(value)
    case .variable(let slot): return .constant(captured[slot])
    case .column(let index): return .column(index)
    case .not(let operand): return inner(operand).map(RowExpression.not)
    case .negate(let operand): return inner(operand).map(RowExpression.negate)
    case .binary(let symbol, let left, let right):
      guard let left = inner(left), let right = inner(right) else { return nil }
      return .binary(symbol, left, right)
    case .chain(let first, let links):
      guard links.count < CheckedExpression.deepestPushed, var result = inner(first) else { return nil }
      for link in links {
        guard let operand = inner(link.operand) else { return nil }
        result = .binary(link.symbol, result, operand)
      }
      return result
    case .list(let items):
      var elements: [RowExpression] = []
      for item in items {
        guard let element = inner(item) else { return nil }
        elements.append(element)
      }
      return .list(elements)
    case .text, .record, .access, .row, .lastValue, .call, .pipeline, .stage, .piped: return nil
    }
  }
}
