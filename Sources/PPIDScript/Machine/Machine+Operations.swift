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
    try work(left.size + right.size)
    registers[Int(instruction.a)] = try Value.apply(symbol, left, right)
  }

  @inline(never)
  func compare(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws -> Bool {
    let left = operand(instruction.a, registers, frame)
    let right = operand(instruction.b, registers, frame)
    try work(left.size + right.size)
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

  @inline(__always)
  func field(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    let base = registers + Int(instruction.b)
    let value = try field(instruction.d, of: base, frame)
    if instruction.c != 0 { base.put(.null) }
    registers.advanced(by: Int(instruction.a)).put(value)
  }

  /// The field of a loop's element, where that is no row of a table.
  @inline(never)
  func fieldOfElement(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    let element = registers + Int(instruction.b) + 3
    registers.advanced(by: Int(instruction.a)).put(try field(instruction.d, of: element, frame))
  }

  @inline(__always)
  private func field(_ number: Int32, of base: Registers, _ frame: RunningFrame) throws -> Value {
    let cache = fieldCache(number, frame)
    guard case .record = base.pointee else { return try base.pointee.field(cache.pointee.name) }
    return try base.unownedRecord._withUnsafeGuaranteedRef { record in
      guard let index = cache.pointee.index(in: record) else { return try base.pointee.field(cache.pointee.name) }
      return record.values[index]
    }
  }

  @inline(__always)
  private func fieldCache(_ number: Int32, _ frame: RunningFrame) -> UnsafeMutablePointer<FieldCache> {
    frame.pointee.chunk._withUnsafeGuaranteedRef { $0.fields.baseAddress.unsafelyUnwrapped + Int(number) }
  }

  @inline(never)
  func index(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    let key = operand(instruction.c, registers, frame)
    let base = registers + Int(instruction.b)
    // The way to a character may be long.
    if case .text(let text) = base.pointee { try work(text.byteCount) }
    let value = try base.pointee.element(key)
    if isTemporary(instruction.b, frame) { base.put(.null) }
    registers.advanced(by: Int(instruction.a)).put(value)
  }

  /// Hands the place of a plain field, in a record that the register holds alone, to `body`; false where it isn't so.
  @inline(__always)
  private func withPlainField(
    _ number: Int32, of base: Registers, _ frame: RunningFrame, _ body: (Registers) -> Bool
  ) -> Bool {
    guard case .record = base.pointee else { return false }
    let cache = fieldCache(number, frame)
    return base.withOnlyRecord { $0.withPlainValue(at: cache.pointee.index(in: $0), body) } ?? false
  }

  /// `a.name = c` where one plain value takes the place of another; false where it is more than that.
  @inline(__always)
  func setPlainField(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) -> Bool {
    let value = registers + Int(instruction.c)
    guard value.pointee.isPlain else { return false }
    return withPlainField(instruction.d, of: registers + Int(instruction.a), frame) { field in
      field.initialize(to: value.pointee)
      return true
    }
  }

  /// `a.name += c` for integers; false where it is something else.
  @inline(__always)
  func addPlainField(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) -> Bool {
    guard case .int(let right) = registers[Int(instruction.c)] else { return false }
    return withPlainField(instruction.d, of: registers + Int(instruction.a), frame) { field in
      guard case .int(let left) = field.pointee else { return false }
      let (sum, overflow) = left.addingReportingOverflow(right)
      if !overflow { field.initialize(to: .int(sum)) }
      return !overflow
    }
  }

  @inline(never)
  func setField(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    let a = registers + Int(instruction.a)
    let value = operand(instruction.c, registers, frame)
    let cache = fieldCache(instruction.d, frame)
    try charge(16)
    guard value.depth < Value.greatestDepth, case .record = a.pointee else {
      return try a.pointee.assign([.field(cache.pointee.name)], to: value)
    }
    guard case .record(var record) = a.take() else { return }
    if isKnownUniquelyReferenced(&record), let index = cache.pointee.index(in: record) {
      record.modify(at: index) { $0 = value }
      return a.initialize(to: .record(record))
    }
    var other = Value.record(consume record)
    defer { a.initialize(to: other) }
    try other.assign([.field(cache.pointee.name)], to: value)
  }

  @inline(never)
  func addField(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    let value = operand(instruction.c, registers, frame)
    try charge(value.size + 16)
    try registers[Int(instruction.a)].add(value, at: [.field(fieldCache(instruction.d, frame).pointee.name)])
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

  private func appendItems(_ instruction: Instruction, _ registers: Registers) throws {
    let a = registers + Int(instruction.a)
    try charge(16 * Int(instruction.c))
    guard case .list = a.pointee else {
      return try a.pointee.add(try Value.list(of: values(instruction, registers)))
    }
    guard case .list(var own) = a.take() else { return }
    defer { a.initialize(to: .list(own)) }
    let items = values(instruction, registers)
    guard Extent(items).depth < Value.greatestDepth else { throw RuntimeProblem.tooDeep }
    if !isKnownUniquelyReferenced(&own) { own = try own.copy(withRoomFor: items.count) }
    for item in items { try own.append(item) }
  }

  // MARK: The rest

  @inline(never)
  func perform(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    let a = registers + Int(instruction.a)
    switch instruction.operation {
    case .concatenate: a.put(.text(try text(instruction, registers, frame)))
    case .appendText: try appendText(instruction, registers, frame)
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
    case .assignPath: try assign(instruction, registers, frame)
    case .loopEnd: loopEnd(instruction, registers)
    case .callCommand: try callCommand(instruction, registers, frame)
    case .filter, .extend, .group: try performStage(instruction, registers, frame)
    case .show: try show(operand(instruction.a, registers, frame))
    case .explain:
      let stages = frame.pointee.chunk._withUnsafeGuaranteedRef { $0.plans[Int(instruction.d)] }
      try explain(instruction.c == 0 ? nil : operand(instruction.a, registers, frame), stages)
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
      if let code = chunk.code.baseAddress { try host.willRun(chunk.places[frame.pointee.next - code - 1], of: chunk.source) }
    default: preconditionFailure("\(instruction.operation) belongs to the loop")
    }
  }

  private func show(_ value: Value) throws {
    if value.isNull { return }
    session.lastValue = value
    try host.show(value)
  }
}
