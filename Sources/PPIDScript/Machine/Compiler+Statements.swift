/// Statements.
extension Compiler {
  mutating func compile(_ statements: [CheckedStatement]) throws(TooLarge) {
    for statement in statements {
      place = statement.range
      if isStepping { emit(.willRun) }
      try releasing { (compiler) throws(TooLarge) in try compiler.compile(statement) }
    }
  }

  /// Gives parameters that were not given their defaults. Behind the parameters stands a flag for each that has one.
  mutating func compileDefaults(_ parameters: [CheckedParameter]) throws(TooLarge) {
    var flag = UInt16(truncatingIfNeeded: parameters.count)
    for (index, parameter) in parameters.enumerated() {
      guard let standard = parameter.standard else { continue }
      let given = label()
      emit(.jumpIfGiven, a: flag, to: given)
      try releasing { (compiler) throws(TooLarge) in try compiler.compile(standard, into: UInt16(index)) }
      place(given)
      flag += 1
    }
  }

  private mutating func compile(_ statement: CheckedStatement) throws(TooLarge) {
    switch statement.kind {
    case .set(let slot, let value):
      // `$x = $x + E` is `$x += E`: what has one owner is added to in place.
      if case .chain(let first, let links) = value.kind, case .variable(slot) = first.kind, links.count == 1,
        links[0].symbol == .add
      {
        return try compile(
          CheckedStatement(kind: .add(slot: slot, links[0].operand), range: links[0].place))
      }
      try compile(value, into: UInt16(slot))
    case .add(let slot, let value):
      if case .constant(.int(let integer)) = value.kind, Int32(exactly: integer) != nil {
        emit(.addInteger, a: UInt16(slot), b: UInt16(slot), d: integer)
      } else if case .text(let parts) = value.kind, parts.count <= Compiler.batch {
        let (first, text) = try self.parts(parts[...])
        place = statement.range
        emit(.appendText, a: UInt16(slot), b: first, d: text)
      } else if case .list(let items) = value.kind, items.count <= Compiler.batch {
        let first = try values(items[...])
        place = statement.range
        emit(.appendItems, a: UInt16(slot), b: first, c: UInt16(items.count))
      } else {
        let value = try operand(value)
        place = statement.range
        emit(.addTo, a: UInt16(slot), b: value)
      }
    case .assign(let slot, let path, let isAdding, let value):
      try compileAssignment(UInt16(slot), path, isAdding: isAdding, value, statement.range)
    case .conditional(let branches, let otherwise): try compileConditional(branches, otherwise)
    case .forEach(let loop): try compile(loop)
    case .whileLoop(let condition, let body): try compileWhile(condition, body)
    case .breakLoop: leaveLoop { $0.emit(.jump, to: $0.loopEnds[$0.loopEnds.count - 1]) }
    case .continueLoop: leaveLoop { $0.emit(.jump, to: $0.loopNexts[$0.loopNexts.count - 1]) }
    case .returnValue(let value): try compileReturn(value)
    case .attempt(let body, let errorSlot, let handler): try compileAttempt(body, errorSlot, handler)
    case .fail(let message):
      let register = try operand(message)
      place = statement.range
      emit(.fail, a: register)
    case .expect(let condition, let message):
      let holds = label()
      try compileJump(condition, if: true, to: holds)
      let register = try message.map { (message) throws(TooLarge) in try operand(message) }
      place = condition.range
      emit(.failExpectation, a: register ?? 0, c: register == nil ? 0 : 1)
      place(holds)
    case .transaction(let body):
      emit(.beginTransaction)
      surroundings.append(.transaction)
      try compile(body)
      surroundings.removeLast()
      place = statement.range
      emit(.commitTransaction)
    case .explain(let value):
      let register = try value.question.map { (question) throws(TooLarge) in try operand(question) }
      parts.plans.append(value.rest)
      place = statement.range
      emit(.explain, a: register ?? 0, c: register == nil ? 0 : 1, d: parts.plans.count - 1)
    case .evaluate(let value, let isShown):
      let register = try operand(value)
      place = statement.range
      if isShown { emit(.show, a: register) }
    }
  }

  private mutating func compileConditional(
    _ branches: [(condition: CheckedExpression, body: [CheckedStatement])], _ otherwise: [CheckedStatement]
  ) throws(TooLarge) {
    let end = label()
    for (index, branch) in branches.enumerated() {
      let next = label()
      try releasing { (compiler) throws(TooLarge) in
        try compiler.compileJump(branch.condition, if: false, to: next)
      }
      try compile(branch.body)
      if index + 1 < branches.count || !otherwise.isEmpty { emit(.jump, to: end) }
      place(next)
    }
    try compile(otherwise)
    place(end)
  }

  private mutating func compileWhile(_ condition: CheckedExpression, _ body: [CheckedStatement]) throws(TooLarge) {
    enterLoop()
    let bodyStart = label()
    emit(.jump, to: loopNexts[loopNexts.count - 1])
    place(bodyStart)
    try compile(body)
    place(loopNexts[loopNexts.count - 1])
    try releasing { (compiler) throws(TooLarge) in
      try compiler.compileJump(condition, if: true, to: bodyStart)
    }
    leaveLoopScope()
  }

  private mutating func compile(_ loop: CheckedLoop) throws(TooLarge) {
    let fields = loop.fields.flatMap { $0.isEmpty ? nil : $0 }
    let state = try temporaries(4 + (fields?.count ?? 0))
    try compile(loop.sequence, into: state)
    place = loop.sequence.range
    var fieldList = 0
    if let fields {
      parts.fieldLists.append(fields)
      fieldList = parts.fieldLists.count
      prunedLoops[loop.slot] = PrunedLoop(state: Int(state), fields: fields)
    }
    defer { prunedLoops[loop.slot] = nil }
    enterLoop()
    emit(.loopPrepare, a: state, c: UInt16(truncatingIfNeeded: fieldList), to: loopNexts[loopNexts.count - 1])
    let bodyStart = label()
    place(bodyStart)
    try compile(loop.body)
    place(loopNexts[loopNexts.count - 1])
    place = loop.sequence.range
    emit(fields == nil ? .loopNext : .loopNextRow, a: state, b: UInt16(loop.slot), to: bodyStart)
    leaveLoopScope()
    emit(.loopEnd, a: state)
  }

  private mutating func enterLoop() {
    surroundings.append(.loop(loopEnds.count))
    loopEnds.append(label())
    loopNexts.append(label())
  }

  private mutating func leaveLoopScope() {
    surroundings.removeLast()
    place(loopEnds[loopEnds.count - 1])
    loopEnds.removeLast()
    loopNexts.removeLast()
  }

  /// Stores the transactions and drops the handlers that a jump out of the innermost loop's body leaves.
  private mutating func leaveLoop(_ jump: (inout Compiler) -> Void) {
    for surrounding in surroundings.reversed() {
      if case .loop = surrounding { break }
      leave(surrounding)
    }
    jump(&self)
  }

  private mutating func leave(_ surrounding: Surrounding) {
    switch surrounding {
    case .loop: break
    case .transaction: emit(.commitTransaction)
    case .handler: emit(.popHandler)
    }
  }

  private mutating func compileReturn(_ value: CheckedExpression?) throws(TooLarge) {
    guard let value else {
      for surrounding in surroundings.reversed() { leave(surrounding) }
      return emit(.returnNull)
    }
    let register = try operand(value)
    for surrounding in surroundings.reversed() { leave(surrounding) }
    emit(.returnValue, a: register)
  }

  private mutating func compileAttempt(
    _ body: [CheckedStatement], _ errorSlot: Int, _ handler: [CheckedStatement]
  ) throws(TooLarge) {
    let caught = label()
    let end = label()
    emit(.pushHandler, a: UInt16(errorSlot), to: caught)
    surroundings.append(.handler)
    try compile(body)
    surroundings.removeLast()
    emit(.popHandler)
    emit(.jump, to: end)
    place(caught)
    try compile(handler)
    place(end)
  }

  private mutating func compileAssignment(
    _ slot: UInt16, _ path: [CheckedAccess], isAdding: Bool, _ value: CheckedExpression, _ range: SourceRange
  ) throws(TooLarge) {
    let keys = try temporaries(path.count)
    var steps: [PathStep] = []
    var keyCount: UInt16 = 0
    for access in path {
      switch access.kind {
      case .field(let name): steps.append(.field(name))
      case .index(let key):
        try compile(key, into: keys + keyCount)
        keyCount += 1
        steps.append(.key)
      }
    }
    let value = try operand(value)
    place = range
    if steps.count == 1 {
      switch steps[0] {
      case .field(let name): return emit(isAdding ? .addField : .setField, a: slot, c: value, d: fieldCache(name))
      case .key where !isAdding: return emit(.setIndex, a: slot, b: keys, c: value)
      case .key, .adding: break
      }
    }
    parts.paths.append(isAdding ? steps + [.adding] : steps)
    emit(.assignPath, a: slot, b: keys, c: value, d: parts.paths.count - 1)
  }
}
