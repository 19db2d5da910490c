/// A function made ready for the machine: its instructions and what they refer to by number.
final class Chunk: @unchecked Sendable {
  let name: String
  let source: SourceText
  let code: UnsafeMutableBufferPointer<Instruction>
  /// The place of each instruction in the source.
  let places: [SourceRange]
  let constants: UnsafeMutableBufferPointer<Value>
  let fields: UnsafeMutableBufferPointer<FieldCache>
  let shapes: [Shape]
  let texts: UnsafeMutableBufferPointer<TextTemplate>
  let paths: [[PathStep]]
  let fieldLists: [[String]]
  let calls: [CallSite]
  let rows: [RowTemplate]
  let groups: [GroupTemplate]
  let plans: [[PlannedStage]]
  /// How many registers a frame takes.
  let frameSize: Int
  /// From this register on stand intermediate values.
  let firstTemporary: Int

  init(_ parts: ChunkParts, name: String, source: SourceText) {
    self.name = name
    self.source = source
    code = .allocate(capacity: parts.code.count)
    _ = code.initialize(from: parts.code)
    places = parts.places
    constants = .allocate(capacity: parts.constants.count)
    _ = constants.initialize(from: parts.constants)
    fields = .allocate(capacity: parts.fields.count)
    _ = fields.initialize(from: parts.fields.map(FieldCache.init))
    shapes = parts.shapes
    texts = .allocate(capacity: parts.texts.count)
    _ = texts.initialize(from: parts.texts)
    paths = parts.paths
    fieldLists = parts.fieldLists
    calls = parts.calls
    rows = parts.rows
    groups = parts.groups
    plans = parts.plans
    frameSize = parts.frameSize
    firstTemporary = parts.firstTemporary
  }

  deinit {
    code.deallocate()
    constants.deinitialize()
    constants.deallocate()
    fields.deinitialize()
    fields.deallocate()
    for text in texts { text.deallocate() }
    texts.deallocate()
  }
}

/// What a compiler gathers for a chunk.
struct ChunkParts {
  var code: [Instruction] = []
  var places: [SourceRange] = []
  var constants: [Value] = []
  var fields: [String] = []
  var shapes: [Shape] = []
  var texts: [TextTemplate] = []
  var paths: [[PathStep]] = []
  var fieldLists: [[String]] = []
  var calls: [CallSite] = []
  var rows: [RowTemplate] = []
  var groups: [GroupTemplate] = []
  var plans: [[PlannedStage]] = []
  var frameSize = 0
  var firstTemporary = 0
}

/// A field's name, and where it was found last.
struct FieldCache {
  let name: String
  var shape = -1
  var index = 0

  init(name: String) {
    self.name = name
  }

  /// The field's place in a record; nil where that hasn't got it.
  @inline(__always)
  mutating func index(in record: Record) -> Int? {
    if record.shapeID == shape { return index }
    return find(in: record)
  }

  @inline(never)
  private mutating func find(in record: Record) -> Int? {
    guard let found = record.shape.index(of: name) else { return nil }
    // A shape of its own may grow, but what it has stays where it is.
    (shape, index) = (record.shapeID, found)
    return found
  }
}

/// One step of an assignment into a value; a key stands in a register.
enum PathStep {
  case field(String)
  case key
  /// The path adds to what is there; always last.
  case adding
}

/// A call of a command of the language or of the host.
struct CallSite {
  enum Argument {
    case absent
    case constant(Value)
    /// In the register so many behind the call's first; with its place.
    case register(Int, SourceRange)
    /// The same, for a list of what a `rest` parameter takes.
    case rest(Int, SourceRange)
  }

  let target: CheckedCall.Target
  let parameters: [ParameterSignature]
  let arguments: [Argument]
}

/// A row expression, waiting for the variables that it captures.
struct RowTemplate {
  let chunk: Chunk
  let columns: [String]
  let takesRow: Bool
  /// The registers of the surrounding function whose values are captured.
  let captures: [Int]
  let body: CheckedExpression
  /// `dengan`'s column.
  let name: String
}

struct GroupTemplate {
  let keys: [String]
  let aggregates: [(name: String, function: Aggregate.Function, column: String?)]
}

/// A script made ready to run.
package final class Program: Sendable {
  let main: Chunk
  let functions: [Chunk]
  let signatures: [FunctionSignature]
  /// The variables of the top level, with their registers.
  let globals: [(name: String, slot: Int)]

  init(main: Chunk, functions: [Chunk], signatures: [FunctionSignature], globals: [(name: String, slot: Int)]) {
    self.main = main
    self.functions = functions
    self.signatures = signatures
    self.globals = globals
  }
}

/// What the lines of a sitting leave for the next: variables, functions, the value shown last.
package final class Session: @unchecked Sendable {
  package internal(set) var lastValue = Value.null
  var slots: [String: Int] = [:]
  var globals: [Value] = []
  var functions: [Chunk] = []
  var functionSignatures: [FunctionSignature] = []

  package init() {}

  /// The same variables and functions, which later lines of either leave alone.
  package func copy() -> Session {
    let copy = Session()
    copy.become(self)
    return copy
  }

  /// Has this one hold what the other does.
  package func become(_ other: Session) {
    lastValue = other.lastValue
    slots = other.slots
    globals = other.globals
    functions = other.functions
    functionSignatures = other.functionSignatures
  }

  /// The names of the variables there are, sorted.
  package var variableNames: [String] { slots.keys.sorted() }

  /// The names of the functions there are, sorted.
  package var functionNames: [String] { Set(functionSignatures.map(\.name)).sorted() }

  /// The value of a variable; nil where there is none of that name.
  package func value(of name: String) -> Value? { slots[name].map { globals[$0] } }
}
