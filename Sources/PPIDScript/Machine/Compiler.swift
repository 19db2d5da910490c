/// Makes instructions of a checked script.
struct Compiler {
  /// A function needs more registers than there are.
  struct TooLarge: Error {
    let range: SourceRange
  }

  /// A place in the code that jumps are aimed at, by its number among `labels`.
  struct Label {
    fileprivate let number: Int
  }

  /// Where a label is, once that is known, and the jumps that wait for it.
  private struct Target {
    var place: Int?
    var jumps: [Int] = []
  }

  /// A loop or transaction around the statement being compiled, from the outside in.
  enum Surrounding {
    case loop(Int)
    case transaction
    case handler
  }

  /// What `$r.nama` reads in a loop over rows whose fields only are used.
  struct PrunedLoop {
    let state: Int
    let fields: [String]
  }

  /// Constants kept in registers for a function's loops.
  private static let mostPinned = 16

  let source: SourceText
  let isStepping: Bool
  let signatures: [FunctionSignature]
  var parts = ChunkParts()
  /// The place that the next instructions are for.
  var place: SourceRange
  var nextTemporary = 0
  var surroundings: [Surrounding] = []
  /// The jumps out of and on in the loops around: labels by the loop's number.
  var loopEnds: [Label] = []
  var loopNexts: [Label] = []
  var prunedLoops: [Int: PrunedLoop] = [:]
  /// Where a row expression's columns begin, and its row.
  var firstColumn = 0
  var rowRegister = 0
  /// Where a pipeline's value is on its way.
  var pipe: UInt16 = 0
  private var targets: [Target] = []
  private var pinned: [Value] = []
  private var firstPinned = 0
  private var mayPin = false

  static func compile(_ script: CheckedScript, _ source: SourceText, isStepping: Bool) throws(TooLarge) -> Program {
    var functions: [Chunk] = []
    for function in script.functions {
      functions.append(try chunk(function, source, isStepping, script.signatures))
    }
    return Program(
      main: try chunk(script.main, source, isStepping, script.signatures), functions: functions,
      signatures: script.signatures, globals: script.globals)
  }

  private static func chunk(
    _ function: CheckedFunction, _ source: SourceText, _ isStepping: Bool, _ signatures: [FunctionSignature]
  ) throws(TooLarge) -> Chunk {
    var compiler = Compiler(source, isStepping, signatures, function.range)
    try compiler.begin(slotCount: function.slotCount, hasLoops: function.hasLoops)
    try compiler.compileDefaults(function.parameters)
    try compiler.compile(function.body)
    compiler.emit(.returnNull)
    return compiler.finish(name: function.name)
  }

  private init(_ source: SourceText, _ isStepping: Bool, _ signatures: [FunctionSignature], _ place: SourceRange) {
    self.source = source
    self.isStepping = isStepping
    self.signatures = signatures
    self.place = place
  }

  /// The expression of a stage, as a function of its captured variables, then its columns, then its row.
  func template(_ row: CheckedRowExpression, name: String = "", _ range: SourceRange) throws(TooLarge) -> RowTemplate {
    var compiler = Compiler(source, false, signatures, range)
    compiler.firstColumn = row.captures.count
    compiler.rowRegister = row.captures.count + row.columns.count
    try compiler.begin(slotCount: compiler.rowRegister + 1, hasLoops: false)
    let result = try compiler.operand(row.body)
    compiler.emit(.returnValue, a: result)
    return RowTemplate(
      chunk: compiler.finish(name: name), columns: row.columns, takesRow: row.takesRow, captures: row.captures,
      body: row.body, name: name)
  }

  private mutating func begin(slotCount: Int, hasLoops: Bool) throws(TooLarge) {
    mayPin = hasLoops
    firstPinned = slotCount
    nextTemporary = slotCount + (hasLoops ? Compiler.mostPinned : 0)
    parts.firstTemporary = nextTemporary
    parts.frameSize = nextTemporary
    guard nextTemporary < Int(UInt16.max) else { throw TooLarge(range: place) }
    // The prologue loads the pinned constants; which they are is known at the end.
    if hasLoops { emit(.jump) }
  }

  private mutating func finish(name: String) -> Chunk {
    if mayPin {
      parts.code[0].d = Int32(parts.code.count - 1)
      for (index, value) in pinned.enumerated() { load(value, into: UInt16(firstPinned + index)) }
      emit(.jump, d: -parts.code.count)
    }
    return Chunk(parts, name: name, source: source)
  }

  // MARK: Code

  mutating func emit(
    _ operation: Operation, a: UInt16 = 0, b: UInt16 = 0, c: UInt16 = 0, d: Int = 0
  ) {
    parts.code.append(Instruction(operation: operation, a: a, b: b, c: c, d: Int32(truncatingIfNeeded: d)))
    parts.places.append(place)
  }

  mutating func label() -> Label {
    targets.append(Target())
    return Label(number: targets.count - 1)
  }

  /// Emits a jump to `label`.
  mutating func emit(_ operation: Operation, a: UInt16 = 0, b: UInt16 = 0, c: UInt16 = 0, to label: Label) {
    let index = parts.code.count
    if let target = targets[label.number].place {
      emit(operation, a: a, b: b, c: c, d: target - index - 1)
    } else {
      targets[label.number].jumps.append(index)
      emit(operation, a: a, b: b, c: c)
    }
  }

  /// Puts `label` here.
  mutating func place(_ label: Label) {
    let here = parts.code.count
    targets[label.number].place = here
    for jump in targets[label.number].jumps { parts.code[jump].d = Int32(here - jump - 1) }
    targets[label.number].jumps = []
  }

  // MARK: Registers

  mutating func temporary() throws(TooLarge) -> UInt16 { try temporaries(1) }

  /// Whether a register holds an intermediate value, which nobody reads again.
  func isTemporary(_ register: UInt16) -> Bool { Int(register) >= parts.firstTemporary }

  /// The first of `count` neighbouring registers.
  mutating func temporaries(_ count: Int) throws(TooLarge) -> UInt16 {
    let first = nextTemporary
    nextTemporary += count
    guard nextTemporary < Int(UInt16.max) else { throw TooLarge(range: place) }
    parts.frameSize = max(parts.frameSize, nextTemporary)
    return UInt16(first)
  }

  /// Runs `body`, then gives its temporaries back.
  mutating func releasing<Result>(_ body: (inout Compiler) throws(TooLarge) -> Result) throws(TooLarge) -> Result {
    let before = nextTemporary
    let result = try body(&self)
    nextTemporary = before
    return result
  }

  // MARK: Constants

  mutating func load(_ value: Value, into target: UInt16) {
    switch value {
    case .null: emit(.loadNull, a: target)
    case .bool(let bool): emit(.loadBool, a: target, d: bool ? 1 : 0)
    case .int(let int) where Int32(exactly: int) != nil: emit(.loadInteger, a: target, d: int)
    default:
      parts.constants.append(value)
      emit(.loadConstant, a: target, d: parts.constants.count - 1)
    }
  }

  /// A register that holds a constant all the time, where the function has loops.
  mutating func pin(_ value: Value) -> UInt16? {
    guard mayPin, !loopEnds.isEmpty, pinned.count < Compiler.mostPinned else { return nil }
    pinned.append(value)
    return UInt16(firstPinned + pinned.count - 1)
  }

  mutating func fieldCache(_ name: String) -> Int {
    parts.fields.append(name)
    return parts.fields.count - 1
  }
}
