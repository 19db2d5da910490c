/// Expressions and conditions.
extension Compiler {
  /// How many values are gathered in registers at a time for a list or a text.
  static let batch = 64

  /// Computes `expression` into `target`. Only the last instruction writes there, so that the expression may read what it replaces.
  mutating func compile(_ expression: CheckedExpression, into target: UInt16) throws(TooLarge) {
    try releasing { (compiler) throws(TooLarge) in try compiler.write(expression, into: target) }
  }

  /// The register where the expression's value is found: a variable's own, or a temporary.
  mutating func operand(_ expression: CheckedExpression) throws(TooLarge) -> UInt16 {
    switch expression.kind {
    case .variable(let slot): return UInt16(slot)
    case .column(let index): return UInt16(firstColumn + index)
    case .row: return UInt16(rowRegister)
    case .constant(let value):
      if let register = pin(value) { return register }
    default: break
    }
    let register = try temporary()
    try compile(expression, into: register)
    return register
  }

  private mutating func write(_ expression: CheckedExpression, into target: UInt16) throws(TooLarge) {
    let outer = place
    place = expression.range
    defer { place = outer }
    switch expression.kind {
    case .constant(let value): load(value, into: target)
    case .variable, .column, .row:
      let register = try operand(expression)
      if register != target { emit(.move, a: target, b: register) }
    case .lastValue: emit(.loadLastValue, a: target)
    case .text(let texts): try writeText(texts, into: target)
    case .list(let items): try writeList(items, into: target)
    case .record(let names, let values): try writeRecord(names, values, into: target)
    case .binary(let symbol, let left, let right): try writeBinary(symbol, left, right, into: target)
    case .chain(let first, let links): try writeChain(first, links, into: target)
    case .not(let value):
      let value = try operand(value)
      place = expression.range
      emit(.not, a: target, b: value)
    case .negate(let value):
      let value = try operand(value)
      place = expression.range
      emit(.negate, a: target, b: value)
    case .access(let base, let path): try writeAccess(base, path, into: target)
    case .call(let call): try write(call, expression.range, into: target)
    case .pipeline(let first, let steps): try writePipeline(first, steps, into: target)
    case .stage(let stage): try write(stage, expression.range, into: target)
    case .piped: emit(.take, a: target, b: pipe)
    }
  }

  // MARK: Operators

  private mutating func writeBinary(
    _ symbol: BinaryOperator, _ left: CheckedExpression, _ right: CheckedExpression, into target: UInt16
  ) throws(TooLarge) {
    let here = place
    let first = try operand(left)
    let second = try operand(right)
    place = here
    emit(symbol, first, second, into: target)
  }

  private mutating func emit(_ symbol: BinaryOperator, _ left: UInt16, _ right: UInt16, into target: UInt16) {
    switch symbol {
    case .add: emit(.add, a: target, b: left, c: right)
    case .subtract: emit(.subtract, a: target, b: left, c: right)
    case .multiply: emit(.multiply, a: target, b: left, c: right)
    case .divide: emit(.divide, a: target, b: left, c: right)
    case .floorDivide: emit(.floorDivide, a: target, b: left, c: right)
    case .remainder: emit(.remainder, a: target, b: left, c: right)
    default:
      let number = BinaryOperator.allCases.firstIndex(of: symbol) ?? 0
      emit(.binary, a: target, b: left, c: right, d: number)
    }
  }

  private mutating func writeChain(
    _ first: CheckedExpression, _ links: [CheckedLink], into target: UInt16
  ) throws(TooLarge) {
    if let symbol = links.first?.symbol, symbol == .or || symbol == .and {
      return try writeLogic(first, links, into: target)
    }
    var left = try operand(first)
    let accumulator = links.count > 1 ? try temporary() : target
    for (index, link) in links.enumerated() {
      let result = index == links.count - 1 ? target : accumulator
      try releasing { (compiler) throws(TooLarge) in
        if try compiler.emitInteger(link, left, into: result) { return }
        let right = try compiler.operand(link.operand)
        compiler.place = link.place
        compiler.emit(link.symbol, left, right, into: result)
      }
      left = accumulator
    }
  }

  /// An operation with a small integer, without loading that.
  private mutating func emitInteger(_ link: CheckedLink, _ left: UInt16, into target: UInt16) throws(TooLarge) -> Bool {
    guard case .constant(.int(let integer)) = link.operand.kind, Int32(exactly: integer) != nil else { return false }
    let operation: Operation
    switch link.symbol {
    case .add: operation = .addInteger
    case .subtract: operation = .subtractInteger
    case .multiply: operation = .multiplyInteger
    case .floorDivide where integer > 0: operation = .floorDivideInteger
    case .remainder where integer > 0: operation = .remainderInteger
    default: return false
    }
    place = link.place
    emit(operation, a: target, b: left, d: integer)
    return true
  }

  /// `dan` and `atau` as values: the operands from the left until one decides.
  private mutating func writeLogic(
    _ first: CheckedExpression, _ links: [CheckedLink], into target: UInt16
  ) throws(TooLarge) {
    let result = try temporary()
    let end = label()
    let decides: Operation = links[0].symbol == .or ? .jumpIfTrue : .jumpIfFalse
    try compile(first, into: result)
    for link in links {
      place = link.place
      emit(decides, a: result, to: end)
      try compile(link.operand, into: result)
    }
    emit(.requireBool, a: result)
    place(end)
    emit(.take, a: target, b: result)
  }

  /// Jumps to `target` where the condition is `wanted`, else goes on.
  mutating func compileJump(
    _ condition: CheckedExpression, if wanted: Bool, to target: Label
  ) throws(TooLarge) {
    switch condition.kind {
    case .not(let inner): return try compileJump(inner, if: !wanted, to: target)
    case .chain(let first, let links) where links[0].symbol == .and || links[0].symbol == .or:
      let operands = [first] + links.map(\.operand)
      let decisive = links[0].symbol == .or
      if wanted == decisive {
        for operand in operands { try compileJump(operand, if: wanted, to: target) }
      } else {
        let end = label()
        for operand in operands.dropLast() { try compileJump(operand, if: decisive, to: end) }
        try compileJump(operands[operands.count - 1], if: wanted, to: target)
        place(end)
      }
    case .binary(let symbol, let left, let right) where Compiler.jump(for: symbol) != nil:
      try releasing { (compiler) throws(TooLarge) in
        try compiler.compileComparison(symbol, left, right, condition.range, if: wanted, to: target)
      }
    default:
      try releasing { (compiler) throws(TooLarge) in
        let value = try compiler.operand(condition)
        compiler.place = condition.range
        compiler.emit(wanted ? .jumpIfTrue : .jumpIfFalse, a: value, to: target)
      }
    }
  }

  private mutating func compileComparison(
    _ symbol: BinaryOperator, _ left: CheckedExpression, _ right: CheckedExpression, _ range: SourceRange,
    if wanted: Bool, to target: Label
  ) throws(TooLarge) {
    guard let (plain, withInteger) = Compiler.jump(for: symbol) else { return }
    let sense: UInt16 = (symbol == .notEqual) != wanted ? 1 : 0
    let first = try operand(left)
    if case .constant(.int(let integer)) = right.kind, let small = Int16(exactly: integer) {
      place = range
      emit(withInteger, a: first, b: UInt16(bitPattern: small), c: sense, to: target)
    } else {
      let second = try operand(right)
      place = range
      emit(plain, a: first, b: second, c: sense, to: target)
    }
  }

  private static func jump(for symbol: BinaryOperator) -> (Operation, withInteger: Operation)? {
    switch symbol {
    case .equal, .notEqual: (.jumpEqual, .jumpEqualInteger)
    case .less: (.jumpLess, .jumpLessInteger)
    case .lessOrEqual: (.jumpLessOrEqual, .jumpLessOrEqualInteger)
    case .greater: (.jumpGreater, .jumpGreaterInteger)
    case .greaterOrEqual: (.jumpGreaterOrEqual, .jumpGreaterOrEqualInteger)
    default: nil
    }
  }

  // MARK: Texts, lists, records

  private mutating func writeText(_ texts: [CheckedExpression], into target: UInt16) throws(TooLarge) {
    let isSmall = texts.count <= Compiler.batch
    let result = isSmall ? target : try temporary()
    var done = 0
    repeat {
      let slice = texts[done..<min(done + Compiler.batch, texts.count)]
      try releasing { (compiler) throws(TooLarge) in
        let (first, text) = try compiler.parts(slice)
        compiler.emit(done == 0 ? .concatenate : .appendText, a: result, b: first, d: text)
      }
      done = slice.endIndex
    } while done < texts.count
    if !isSmall { emit(.take, a: target, b: result) }
  }

  /// Computes the values among a text's parts into neighbouring registers; the first of them, and the parts' number.
  mutating func parts(_ texts: ArraySlice<CheckedExpression>) throws(TooLarge) -> (first: UInt16, number: Int) {
    var values: [CheckedExpression] = []
    var pieces: [String?] = []
    for text in texts {
      if case .constant(let value) = text.kind, let characters = value.string {
        pieces.append(characters)
      } else {
        pieces.append(nil)
        values.append(text)
      }
    }
    let first = try self.values(values[...])
    parts.texts.append(TextTemplate(pieces))
    return (first, parts.texts.count - 1)
  }

  private mutating func writeList(_ items: [CheckedExpression], into target: UInt16) throws(TooLarge) {
    let isSmall = items.count <= Compiler.batch
    let result = isSmall ? target : try temporary()
    var done = 0
    repeat {
      let slice = items[done..<min(done + Compiler.batch, items.count)]
      try releasing { (compiler) throws(TooLarge) in
        let first = try compiler.values(slice)
        compiler.emit(done == 0 ? .makeList : .appendItems, a: result, b: first, c: UInt16(slice.count))
      }
      done = slice.endIndex
    } while done < items.count
    if !isSmall { emit(.take, a: target, b: result) }
  }

  private mutating func writeRecord(
    _ names: [String], _ values: [CheckedExpression], into target: UInt16
  ) throws(TooLarge) {
    let first = try self.values(values[...])
    parts.shapes.append(Shape.of(names))
    emit(.makeRecord, a: target, b: first, c: UInt16(values.count), d: parts.shapes.count - 1)
  }

  /// Computes values into neighbouring registers; the first of them.
  mutating func values(_ expressions: ArraySlice<CheckedExpression>) throws(TooLarge) -> UInt16 {
    let first = try temporaries(expressions.count)
    for (offset, expression) in expressions.enumerated() { try compile(expression, into: first + UInt16(offset)) }
    return first
  }

  private mutating func writeAccess(
    _ base: CheckedExpression, _ path: [CheckedAccess], into target: UInt16
  ) throws(TooLarge) {
    var rest = path[...]
    var value: UInt16
    if case .variable(let slot) = base.kind, let loop = prunedLoops[slot], case .field(let name)? = path.first?.kind,
      let field = loop.fields.firstIndex(of: name)
    {
      value = path.count == 1 ? target : try temporary()
      emit(.loopField, a: value, b: UInt16(loop.state), c: UInt16(field), d: fieldCache(name))
      rest = path.dropFirst()
    } else {
      value = try operand(base)
    }
    var intermediate: UInt16?
    for (offset, access) in rest.enumerated() {
      if offset < rest.count - 1, intermediate == nil { intermediate = try temporary() }
      let result = offset == rest.count - 1 ? target : intermediate ?? target
      switch access.kind {
      case .field(let name):
        place = access.range
        emit(.field, a: result, b: value, c: isTemporary(value) ? 1 : 0, d: fieldCache(name))
      case .index(let index):
        try releasing { (compiler) throws(TooLarge) in
          let index = try compiler.operand(index)
          compiler.place = access.range
          compiler.emit(.index, a: result, b: value, c: index)
        }
      }
      value = result
    }
  }

  // MARK: Calls

  private mutating func write(_ call: CheckedCall, _ range: SourceRange, into target: UInt16) throws(TooLarge) {
    if case .function(let index) = call.target { return try write(call, function: index, range, into: target) }
    var sources: [CallSite.Argument] = []
    let first = UInt16(nextTemporary)
    for argument in call.arguments {
      switch argument {
      case .absent: sources.append(.absent)
      case .value(let value):
        if case .constant(let constant) = value.kind {
          sources.append(.constant(constant))
        } else {
          let register = try temporary()
          try compile(value, into: register)
          sources.append(.register(Int(register - first), value.range))
        }
      case .rest(let values):
        let register = try temporary()
        try releasing { (compiler) throws(TooLarge) in try compiler.writeList(values, into: register) }
        sources.append(.rest(Int(register - first), range))
      }
    }
    parts.calls.append(CallSite(target: call.target, parameters: call.parameters, arguments: sources))
    place = range
    emit(.callCommand, a: target, b: first, d: parts.calls.count - 1)
  }

  /// A function's frame begins with its arguments, then flags for those that have defaults.
  private mutating func write(
    _ call: CheckedCall, function: Int, _ range: SourceRange, into target: UInt16
  ) throws(TooLarge) {
    let optional = call.parameters.indices.filter { !call.parameters[$0].isRequired }
    let size = max(1, call.arguments.count + optional.count)
    // The frame begins where the result is wanted, if that is the last register in use: then nothing has to be moved.
    let isInPlace = Int(target) == nextTemporary - 1 && isTemporary(target) && target != pipe
    let base = isInPlace ? target : try temporaries(1)
    _ = try temporaries(size - 1)
    for (offset, argument) in call.arguments.enumerated() {
      if case .value(let value) = argument { try compile(value, into: base + UInt16(offset)) }
    }
    for (offset, parameter) in optional.enumerated() {
      var isGiven = true
      if case .absent = call.arguments[parameter] { isGiven = false }
      emit(.loadBool, a: base + UInt16(call.arguments.count + offset), d: isGiven ? 1 : 0)
    }
    place = range
    emit(.call, a: base, d: function)
    if base != target { emit(.take, a: target, b: base) }
  }

  private mutating func writePipeline(
    _ first: CheckedExpression, _ steps: [CheckedExpression], into target: UInt16
  ) throws(TooLarge) {
    let outer = pipe
    defer { pipe = outer }
    let register = try temporary()
    try compile(first, into: register)
    for (index, step) in steps.enumerated() {
      pipe = register
      try compile(step, into: index == steps.count - 1 ? target : register)
    }
  }

  private mutating func write(
    _ stage: CheckedStage, _ range: SourceRange, into target: UInt16
  ) throws(TooLarge) {
    switch stage {
    case .filter(let row):
      parts.rows.append(try template(row, range))
      emit(.filter, a: target, b: pipe, d: parts.rows.count - 1)
    case .extend(let name, let row):
      parts.rows.append(try template(row, name: name, range))
      emit(.extend, a: target, b: pipe, d: parts.rows.count - 1)
    case .group(let keys, let aggregates):
      parts.groups.append(GroupTemplate(keys: keys, aggregates: aggregates))
      emit(.group, a: target, b: pipe, d: parts.groups.count - 1)
    }
  }
}
