/// The operations on values that the loop doesn't do itself.
extension Machine {
  typealias Registers = UnsafeMutablePointer<Value>
  typealias RunningFrame = UnsafeMutablePointer<Frame>

  // MARK: Operands

  /// Whether a register holds an intermediate value, which nobody reads again.
  private func isTemporary(_ register: UInt16, _ frame: RunningFrame) -> Bool {
    frame.pointee.chunk._withUnsafeGuaranteedRef { Int(register) >= $0.firstTemporary }
  }

  /// The operand in a register; a temporary is emptied, so that it keeps no second owner.
  private func operand(_ register: UInt16, _ registers: Registers, _ frame: RunningFrame) -> Value {
    isTemporary(register, frame) ? registers.advanced(by: Int(register)).take() : registers[Int(register)]
  }

  // MARK: Arithmetic

  @inline(never)
  func add(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    let right = operand(instruction.c, registers, frame)
    var left = operand(instruction.b, registers, frame)
    try left.add(right)
    try charge(left.size)
    registers[Int(instruction.a)] = left
  }

  @inline(never)
  func addInPlace(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    let right = operand(instruction.b, registers, frame)
    try charge(right.size + 16)
    try registers[Int(instruction.a)].add(right)
  }

  @inline(never)
  func arithmetic(
    _ symbol: BinaryOperator, _ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame
  ) throws {
    let left = operand(instruction.b, registers, frame)
    let right = operand(instruction.c, registers, frame)
    registers[Int(instruction.a)] = try Value.apply(symbol, left, right)
  }

  @inline(never)
  func arithmetic(
    _ symbol: BinaryOperator, _ instruction: Instruction, withInteger registers: Registers, _ frame: RunningFrame
  ) throws {
    let left = operand(instruction.b, registers, frame)
    registers[Int(instruction.a)] = try Value.apply(symbol, left, .int(Int(instruction.d)))
  }

  @inline(never)
  func binary(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    let left = operand(instruction.b, registers, frame)
    let right = operand(instruction.c, registers, frame)
    let symbol = BinaryOperator.allCases[Int(instruction.d)]
    registers[Int(instruction.a)] = try Value.apply(symbol, left, right)
  }

  @inline(never)
  func compare(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws -> Bool {
    let left = operand(instruction.a, registers, frame)
    let right = operand(instruction.b, registers, frame)
    switch instruction.operation {
    case .jumpEqual: return try Value.equal(left, right)
    case .jumpLess: return try Value.compare(.less, left, right)
    case .jumpLessOrEqual: return try Value.compare(.lessOrEqual, left, right)
    case .jumpGreater: return try Value.compare(.greater, left, right)
    default: return try Value.compare(.greaterOrEqual, left, right)
    }
  }

  @inline(never)
  func compare(_ instruction: Instruction, withInteger right: Int, _ registers: Registers) throws -> Bool {
    let left = registers[Int(instruction.a)]
    switch instruction.operation {
    case .jumpEqualInteger: return try Value.equal(left, .int(right))
    case .jumpLessInteger: return try Value.compare(.less, left, .int(right))
    case .jumpLessOrEqualInteger: return try Value.compare(.lessOrEqual, left, .int(right))
    case .jumpGreaterInteger: return try Value.compare(.greater, left, .int(right))
    default: return try Value.compare(.greaterOrEqual, left, .int(right))
    }
  }

  // MARK: Parts

  @inline(never)
  func field(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    let base = registers + Int(instruction.b)
    let value = try field(instruction.d, of: base, frame)
    if isTemporary(instruction.b, frame) { base.put(.null) }
    registers.advanced(by: Int(instruction.a)).put(value)
  }

  /// The field of a loop's element, where that is no row of a table.
  @inline(never)
  func fieldOfElement(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    let element = registers + Int(instruction.b) + 3
    registers.advanced(by: Int(instruction.a)).put(try field(instruction.d, of: element, frame))
  }

  private func field(_ number: Int32, of base: Registers, _ frame: RunningFrame) throws -> Value {
    let cache = frame.pointee.chunk._withUnsafeGuaranteedRef { $0.fields.baseAddress.unsafelyUnwrapped + Int(number) }
    guard case .record(let record) = base.pointee else { return try base.pointee.field(cache.pointee.name) }
    let shape = record.shape
    if shape.id != cache.pointee.shape || cache.pointee.index >= record.count {
      guard let index = shape.index(of: cache.pointee.name) else { return try base.pointee.field(cache.pointee.name) }
      cache.pointee.shape = shape.id
      cache.pointee.index = index
    }
    return record.values[cache.pointee.index]
  }

  @inline(never)
  func index(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    let key = operand(instruction.c, registers, frame)
    let base = registers + Int(instruction.b)
    let value = try base.pointee.element(key)
    if isTemporary(instruction.b, frame) { base.put(.null) }
    registers.advanced(by: Int(instruction.a)).put(value)
  }

  private func assign(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    let value = operand(instruction.c, registers, frame)
    let path = frame.pointee.chunk._withUnsafeGuaranteedRef { $0.paths[Int(instruction.d)] }
    var key = registers + Int(instruction.b)
    var isAdding = false
    var steps: [AccessStep] = []
    for step in path {
      switch step {
      case .field(let name): steps.append(.field(name))
      case .key:
        steps.append(.index(key.take()))
        key += 1
      case .adding: isAdding = true
      }
    }
    try charge(value.size + 16)
    if isAdding {
      try registers[Int(instruction.a)].add(value, at: steps[...])
    } else {
      try registers[Int(instruction.a)].assign(steps[...], to: value)
    }
  }

  // MARK: Collections

  /// Takes values out of neighbouring registers.
  private func values(_ instruction: Instruction, _ registers: Registers) -> [Value] {
    let first = registers + Int(instruction.b)
    return (0..<Int(instruction.c)).map { (first + $0).take() }
  }

  private func concatenate(_ instruction: Instruction, _ registers: Registers) throws {
    var result = ""
    for value in values(instruction, registers) { result += try value.canonicalText().string }
    try charge(result.utf8.count)
    guard result.utf8.count <= Text.largestByteCount else { throw RuntimeProblem.tooLarge(.text) }
    registers[Int(instruction.a)] = .text(result)
  }

  private func appendItems(_ instruction: Instruction, _ registers: Registers) throws {
    let items = List(values(instruction, registers))
    try registers[Int(instruction.a)].add(.list(items))
  }

  // MARK: The rest

  @inline(never)
  func perform(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    let a = registers + Int(instruction.a)
    switch instruction.operation {
    case .concatenate: try concatenate(instruction, registers)
    case .makeList: a.put(try Value.list(of: values(instruction, registers)))
    case .appendItems: try appendItems(instruction, registers)
    case .makeRecord:
      let shape = frame.pointee.chunk._withUnsafeGuaranteedRef { $0.shapes[Int(instruction.d)] }
      a.put(try Value.record(shape, values(instruction, registers)))
    case .setIndex:
      let key = operand(instruction.b, registers, frame)
      let value = operand(instruction.c, registers, frame)
      try charge(16)
      try a.pointee.assign([.index(key)], to: value)
    case .setField:
      let name = frame.pointee.chunk._withUnsafeGuaranteedRef { $0.fields[Int(instruction.d)].name }
      let value = operand(instruction.c, registers, frame)
      try charge(16)
      try a.pointee.assign([.field(name)], to: value)
    case .assignPath: try assign(instruction, registers, frame)
    case .loopEnd: loopEnd(instruction, registers)
    case .callCommand: try callCommand(instruction, registers, frame)
    case .filter, .extend, .group: try performStage(instruction, registers, frame)
    case .show: try show(operand(instruction.a, registers, frame))
    case .explain: try explain(operand(instruction.a, registers, frame))
    case .fail: throw ScriptError.Refusal(problem: .raised(try a.pointee.canonicalText().string))
    case .failExpectation:
      let message = instruction.c == 0 ? nil : try a.pointee.canonicalText().string
      throw ScriptError.Refusal(problem: .expectation(message))
    case .pushHandler:
      handlers.append(
        Handler(
          frameCount: core.pointee.frameCount, cursorCount: core.pointee.cursorCount,
          target: (frame.pointee.next + Int(instruction.d), Int(instruction.a))))
    case .popHandler: handlers.removeLast()
    case .beginTransaction:
      try host.beginTransaction()
      handlers.append(
        Handler(frameCount: core.pointee.frameCount, cursorCount: core.pointee.cursorCount, target: nil))
    case .commitTransaction:
      // A transaction that can't be stored is undone by then.
      handlers.removeLast()
      try host.commitTransaction()
    case .willRun:
      let chunk = frame.pointee.chunk._withUnsafeGuaranteedRef { $0 }
      if let code = chunk.code.baseAddress { try host.willRun(chunk.places[frame.pointee.next - code - 1]) }
    default: preconditionFailure("\(instruction.operation) belongs to the loop")
    }
  }

  private func show(_ value: Value) throws {
    if value.isNull { return }
    session.lastValue = value
    try host.show(value)
  }
}
