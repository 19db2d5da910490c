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
        guard value == (instruction.operation == .jumpIfTrue) else { continue }
        next += Int(instruction.d)
        if instruction.d < 0 {
          core.pointee.fuel -= 1
          if core.pointee.fuel < 0 {
            frame.pointee.next = next
            try refuel()
          }
        }
      case .jumpEqual, .jumpLess, .jumpLessOrEqual, .jumpGreater, .jumpGreaterOrEqual:
        let holds: Bool
        if case .int(let left) = a.pointee, case .int(let right) = registers[Int(instruction.b)] {
          switch instruction.operation {
          case .jumpEqual: holds = left == right
          case .jumpLess: holds = left < right
          case .jumpLessOrEqual: holds = left <= right
          case .jumpGreater: holds = left > right
          default: holds = left >= right
          }
        } else {
          frame.pointee.next = next
          holds = try compare(instruction, registers, frame)
        }
        guard holds == (instruction.c != 0) else { continue }
        next += Int(instruction.d)
        if instruction.d < 0 {
          core.pointee.fuel -= 1
          if core.pointee.fuel < 0 {
            frame.pointee.next = next
            try refuel()
          }
        }
      case .jumpEqualInteger, .jumpLessInteger, .jumpLessOrEqualInteger, .jumpGreaterInteger,
        .jumpGreaterOrEqualInteger:
        let right = Int(Int16(bitPattern: instruction.b))
        let holds: Bool
        if case .int(let left) = a.pointee {
          switch instruction.operation {
          case .jumpEqualInteger: holds = left == right
          case .jumpLessInteger: holds = left < right
          case .jumpLessOrEqualInteger: holds = left <= right
          case .jumpGreaterInteger: holds = left > right
          default: holds = left >= right
          }
        } else {
          frame.pointee.next = next
          holds = try compare(instruction, withInteger: right, registers)
        }
        guard holds == (instruction.c != 0) else { continue }
        next += Int(instruction.d)
        if instruction.d < 0 {
          core.pointee.fuel -= 1
          if core.pointee.fuel < 0 {
            frame.pointee.next = next
            try refuel()
          }
        }
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
          next += Int(instruction.d)
          core.pointee.fuel -= 1
          if core.pointee.fuel < 0 {
            frame.pointee.next = next
            try refuel()
          }
          continue
        }
        frame.pointee.next = next
        guard try loopNext(instruction, registers) else { continue }
        next += Int(instruction.d)
        core.pointee.fuel -= 1
        if core.pointee.fuel < 0 {
          frame.pointee.next = next
          try refuel()
        }
      case .loopNextRow:
        frame.pointee.next = next
        guard try loopNextRow(instruction, registers) else { continue }
        next += Int(instruction.d)
        core.pointee.fuel -= 1
        if core.pointee.fuel < 0 {
          frame.pointee.next = next
          try refuel()
        }
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
      default:
        frame.pointee.next = next
        try perform(instruction, registers, frame)
      }
    }
  }
}
