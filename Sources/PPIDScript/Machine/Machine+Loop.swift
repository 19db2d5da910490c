/// The heart of the machine: one instruction after the other.
///
/// What is frequent and cheap is done here; the rest stands in functions of its own, so that this one stays fast.
extension Machine {
  func loop() throws -> Value {
    let core = core
    var frame = frames + core.pointee.frameCount - 1
    var registers = frame.pointee.registers
    var next = frame.pointee.next
    while true {
      let instruction = next.pointee
      next += 1
      let a = registers + Int(instruction.a)
      switch instruction.operation {
      // MARK: Values
      case .move: a.put(registers[Int(instruction.b)])
      case .take:
        let value = registers.advanced(by: Int(instruction.b)).take()
        if a.pointee.isPlain { a.initialize(to: value) } else { a.pointee = value }
      case .loadConstant:
        a.put(frame.pointee.chunk._withUnsafeGuaranteedRef { $0.constants[Int(instruction.d)] })
      case .loadInteger: a.put(.int(Int(instruction.d)))
      case .loadNull: a.put(.null)
      case .loadBool: a.put(.bool(instruction.d != 0))
      case .loadLastValue: a.pointee = session.lastValue

      // MARK: Arithmetic
      case .add:
        let (b, c) = (registers + Int(instruction.b), registers + Int(instruction.c))
        if case .int(let left) = b.pointee, case .int(let right) = c.pointee {
          let (sum, overflow) = left.addingReportingOverflow(right)
          if !overflow {
            a.put(.int(sum))
            continue
          }
        } else if case .double(let left) = b.pointee, case .double(let right) = c.pointee, (left + right).isFinite {
          a.put(.double(left + right))
          continue
        }
        frame.pointee.next = next
        try add(instruction, registers, frame)
      case .subtract:
        let (b, c) = (registers + Int(instruction.b), registers + Int(instruction.c))
        if case .int(let left) = b.pointee, case .int(let right) = c.pointee {
          let (difference, overflow) = left.subtractingReportingOverflow(right)
          if !overflow {
            a.put(.int(difference))
            continue
          }
        } else if case .double(let left) = b.pointee, case .double(let right) = c.pointee, (left - right).isFinite {
          a.put(.double(left - right))
          continue
        }
        frame.pointee.next = next
        try arithmetic(.subtract, instruction, registers, frame)
      case .multiply:
        let (b, c) = (registers + Int(instruction.b), registers + Int(instruction.c))
        if case .int(let left) = b.pointee, case .int(let right) = c.pointee {
          let (product, overflow) = left.multipliedReportingOverflow(by: right)
          if !overflow {
            a.put(.int(product))
            continue
          }
        } else if case .double(let left) = b.pointee, case .double(let right) = c.pointee, (left * right).isFinite {
          a.put(.double(left * right))
          continue
        }
        frame.pointee.next = next
        try arithmetic(.multiply, instruction, registers, frame)
      case .divide:
        let (b, c) = (registers + Int(instruction.b), registers + Int(instruction.c))
        if case .double(let left) = b.pointee, case .double(let right) = c.pointee, right != 0, (left / right).isFinite {
          a.put(.double(left / right))
          continue
        }
        frame.pointee.next = next
        try arithmetic(.divide, instruction, registers, frame)
      case .floorDivide:
        let (b, c) = (registers + Int(instruction.b), registers + Int(instruction.c))
        if case .int(let left) = b.pointee, case .int(let right) = c.pointee, right > 0 {
          a.put(.int(left >= 0 ? left / right : ~(~left / right)))
          continue
        }
        frame.pointee.next = next
        try arithmetic(.floorDivide, instruction, registers, frame)
      case .remainder:
        let (b, c) = (registers + Int(instruction.b), registers + Int(instruction.c))
        if case .int(let left) = b.pointee, case .int(let right) = c.pointee, right > 0 {
          let remainder = left % right
          a.put(.int(remainder < 0 ? remainder + right : remainder))
          continue
        }
        frame.pointee.next = next
        try arithmetic(.remainder, instruction, registers, frame)
      case .addInteger:
        if case .int(let left) = registers[Int(instruction.b)] {
          let (sum, overflow) = left.addingReportingOverflow(Int(instruction.d))
          if !overflow {
            a.put(.int(sum))
            continue
          }
        }
        frame.pointee.next = next
        try arithmetic(.add, instruction, withInteger: registers, frame)
      case .subtractInteger:
        if case .int(let left) = registers[Int(instruction.b)] {
          let (difference, overflow) = left.subtractingReportingOverflow(Int(instruction.d))
          if !overflow {
            a.put(.int(difference))
            continue
          }
        }
        frame.pointee.next = next
        try arithmetic(.subtract, instruction, withInteger: registers, frame)
      case .multiplyInteger:
        if case .int(let left) = registers[Int(instruction.b)] {
          let (product, overflow) = left.multipliedReportingOverflow(by: Int(instruction.d))
          if !overflow {
            a.put(.int(product))
            continue
          }
        }
        frame.pointee.next = next
        try arithmetic(.multiply, instruction, withInteger: registers, frame)
      case .floorDivideInteger:
        if case .int(let left) = registers[Int(instruction.b)] {
          let right = Int(instruction.d)
          a.put(.int(left >= 0 ? left / right : ~(~left / right)))
          continue
        }
        frame.pointee.next = next
        try arithmetic(.floorDivide, instruction, withInteger: registers, frame)
      case .remainderInteger:
        if case .int(let left) = registers[Int(instruction.b)] {
          let right = Int(instruction.d)
          let remainder = left % right
          a.put(.int(remainder < 0 ? remainder + right : remainder))
          continue
        }
        frame.pointee.next = next
        try arithmetic(.remainder, instruction, withInteger: registers, frame)
      case .addTo:
        let b = registers + Int(instruction.b)
        if case .int(let left) = a.pointee, case .int(let right) = b.pointee {
          let (sum, overflow) = left.addingReportingOverflow(right)
          if !overflow {
            a.initialize(to: .int(sum))
            continue
          }
        } else if case .double(let left) = a.pointee, case .double(let right) = b.pointee, (left + right).isFinite {
          a.initialize(to: .double(left + right))
          continue
        }
        frame.pointee.next = next
        try addInPlace(instruction, registers, frame)
      case .binary:
        frame.pointee.next = next
        try binary(instruction, registers, frame)
      case .negate:
        frame.pointee.next = next
        a.pointee = try -registers[Int(instruction.b)]
      case .not:
        guard case .bool(let value) = registers[Int(instruction.b)] else {
          frame.pointee.next = next
          throw RuntimeProblem.notLogical(registers[Int(instruction.b)].type)
        }
        a.put(.bool(!value))
      case .requireBool:
        guard case .bool = a.pointee else {
          frame.pointee.next = next
          throw RuntimeProblem.notLogical(a.pointee.type)
        }

      // MARK: Jumps
      case .jump:
        next += Int(instruction.d)
      case .jumpIfTrue, .jumpIfFalse:
        guard case .bool(let value) = a.pointee else {
          frame.pointee.next = next
          throw RuntimeProblem.notLogical(a.pointee.type)
        }
        if value == (instruction.operation == .jumpIfTrue) { try jump(instruction, &next, frame) }
      case .jumpEqual: try jump(instruction, registers, &next, frame) { $0 == $1 }
      case .jumpLess: try jump(instruction, registers, &next, frame) { $0 < $1 }
      case .jumpLessOrEqual: try jump(instruction, registers, &next, frame) { $0 <= $1 }
      case .jumpGreater: try jump(instruction, registers, &next, frame) { $0 > $1 }
      case .jumpGreaterOrEqual: try jump(instruction, registers, &next, frame) { $0 >= $1 }
      case .jumpEqualInteger: try jump(instruction, withInteger: registers, &next, frame) { $0 == $1 }
      case .jumpLessInteger: try jump(instruction, withInteger: registers, &next, frame) { $0 < $1 }
      case .jumpLessOrEqualInteger: try jump(instruction, withInteger: registers, &next, frame) { $0 <= $1 }
      case .jumpGreaterInteger: try jump(instruction, withInteger: registers, &next, frame) { $0 > $1 }
      case .jumpGreaterOrEqualInteger: try jump(instruction, withInteger: registers, &next, frame) { $0 >= $1 }
      case .jumpIfGiven:
        if case .bool(true) = a.pointee { next += Int(instruction.d) }

      // MARK: Calls
      case .call:
        frame.pointee.next = next
        let callee = core.pointee.functions[Int(instruction.d)]
        let (code, size) = callee._withUnsafeGuaranteedRef { ($0.code.baseAddress.unsafelyUnwrapped, $0.frameSize) }
        core.pointee.fuel -= 1
        if core.pointee.fuel < 0 { try refuel() }
        guard core.pointee.frameCount <= limits.depth, reserve(a, size) else {
          throw LimitProblem.depth(limits.depth)
        }
        frame += 1
        frame.initialize(
          to: Frame(chunk: callee, registers: a, next: code, cursorCount: core.pointee.cursorCount, isEntry: false))
        core.pointee.frameCount += 1
        registers = a
        next = code
      case .returnValue, .returnNull:
        let size = frame.pointee.chunk._withUnsafeGuaranteedRef { $0.frameSize }
        var result = Value.null
        if instruction.operation == .returnValue { result = a.take() }
        if core.pointee.cursorCount > frame.pointee.cursorCount { dropCursors(to: frame.pointee.cursorCount) }
        core.pointee.frameCount -= 1
        // Whoever entered here clears the registers himself: they may be a session's variables.
        if frame.pointee.isEntry { return result }
        clear(registers, size)
        registers.initialize(to: result)
        frame -= 1
        registers = frame.pointee.registers
        next = frame.pointee.next

      // MARK: Parts
      case .field:
        frame.pointee.next = next
        try field(instruction, registers, frame)
      case .setField:
        if setPlainField(instruction, registers, frame) { continue }
        frame.pointee.next = next
        try setField(instruction, registers, frame)
      case .addField:
        if addPlainField(instruction, registers, frame) { continue }
        frame.pointee.next = next
        try addField(instruction, registers, frame)
      case .index:
        if case .list(let list) = registers[Int(instruction.b)], case .int(let index) = registers[Int(instruction.c)],
          index >= 0, index < list.count
        {
          a.put(list[index])
          continue
        }
        frame.pointee.next = next
        try index(instruction, registers, frame)
      case .loopNext:
        if case .null = a.pointee, case .int(let number) = a[1], case .int(let last) = a[2] {
          // A range.
          if number > last { continue }
          registers.advanced(by: Int(instruction.b)).put(.int(number))
          // Behind the last number there may be no other.
          (a + 1).initialize(to: number == last ? .int(1) : .int(number + 1))
          if number == last { (a + 2).initialize(to: .int(0)) }
          try jump(instruction, &next, frame)
          continue
        }
        frame.pointee.next = next
        if try loopNext(instruction, registers) { try jump(instruction, &next, frame) }
      case .loopNextRow:
        frame.pointee.next = next
        if try loopNextRow(instruction, registers) { try jump(instruction, &next, frame) }
      case .loopField:
        let state = registers + Int(instruction.b)
        if case .bool = state.pointee {
          a.put(state[4 + Int(instruction.c)])
          continue
        }
        frame.pointee.next = next
        try fieldOfElement(instruction, registers, frame)
      case .loopPrepare:
        frame.pointee.next = next
        try loopPrepare(instruction, registers, frame)
        next += Int(instruction.d)
      case .concatenate, .appendText, .makeList, .appendItems, .makeRecord, .setIndex, .assignPath, .loopEnd, .callCommand, .filter,
        .extend,
        .group, .show, .explain, .fail, .failExpectation, .pushHandler, .popHandler, .beginTransaction, .commitTransaction, .willRun:
        frame.pointee.next = next
        try perform(instruction, registers, frame)
      }
    }
  }
  // MARK: Jumps

  /// Jumps; a jump backwards is a step.
  @inline(__always)
  private func jump(
    _ instruction: Instruction, _ next: inout UnsafeMutablePointer<Instruction>, _ frame: RunningFrame
  ) throws {
    next += Int(instruction.d)
    guard instruction.d < 0 else { return }
    core.pointee.fuel -= 1
    if core.pointee.fuel < 0 {
      frame.pointee.next = next
      try refuel()
    }
  }

  /// Jumps where a and b compare as c says; `holds` compares integers.
  @inline(__always)
  private func jump(
    _ instruction: Instruction, _ registers: Registers, _ next: inout UnsafeMutablePointer<Instruction>, _ frame: RunningFrame,
    _ holds: (Int, Int) -> Bool
  ) throws {
    let result: Bool
    if case .int(let left) = registers[Int(instruction.a)], case .int(let right) = registers[Int(instruction.b)] {
      result = holds(left, right)
    } else {
      frame.pointee.next = next
      result = try compare(instruction, registers, frame)
    }
    if result == (instruction.c != 0) { try jump(instruction, &next, frame) }
  }

  /// The same with the integer b.
  @inline(__always)
  private func jump(
    _ instruction: Instruction, withInteger registers: Registers, _ next: inout UnsafeMutablePointer<Instruction>,
    _ frame: RunningFrame, _ holds: (Int, Int) -> Bool
  ) throws {
    let right = Int(Int16(bitPattern: instruction.b))
    let result: Bool
    if case .int(let left) = registers[Int(instruction.a)] {
      result = holds(left, right)
    } else {
      frame.pointee.next = next
      result = try compare(instruction, withInteger: right, registers)
    }
    if result == (instruction.c != 0) { try jump(instruction, &next, frame) }
  }
}
