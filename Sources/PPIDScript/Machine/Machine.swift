import PPIDValues

/// Runs programs: a register machine whose numbers, dates and truth values are never counted references.
package final class Machine: @unchecked Sendable {
  /// A function that is running.
  struct Frame {
    let chunk: Unmanaged<Chunk>
    let registers: UnsafeMutablePointer<Value>
    /// Where it goes on: kept up to date wherever something may be thrown or called.
    var next: UnsafeMutablePointer<Instruction>
    /// How many loop cursors were open when it began.
    let cursorCount: Int
    /// Whether its end is the end of `execute`.
    let isEntry: Bool
  }

  /// A program that is running, with the session whose variables its first registers are.
  private struct Run {
    let program: Program
    let registers: UnsafeMutablePointer<Value>
    let session: Session

    /// Moves the session's variables into registers, so that each has one owner there.
    func loadGlobals() {
      for (_, slot) in program.globals {
        registers[slot] = session.globals[slot]
        session.globals[slot] = .null
      }
    }

    func storeGlobals() {
      for (_, slot) in program.globals {
        session.globals[slot] = registers[slot]
        registers[slot] = .null
      }
    }
  }

  /// What an error meets on its way out.
  struct Handler {
    let frameCount: Int
    let cursorCount: Int
    /// Where `tangkap` goes on and the register of its error; nil for a transaction.
    let target: (next: UnsafeMutablePointer<Instruction>, register: Int)?
  }

  /// What the machine touches all the time, outside of the reach of exclusivity checks.
  struct Core {
    /// Steps until the next look at the clock and the bounds.
    var fuel = 0
    var frameCount = 0
    var cursorCount = 0
    /// Bytes until the next look at the memory.
    var allowance = Machine.allowance
    /// Bytes that may be worked on until the next look at what stops the program.
    var effort = Machine.allowance
    /// The first register that never held anything.
    var untouched: UnsafeMutablePointer<Value>
    var functions: UnsafeMutablePointer<Unmanaged<Chunk>>
  }

  /// How many steps pass between two looks at the clock and the bounds.
  private static let slice = 4096
  private static let allowance = 16 << 20
  private static let stackSize = 4 << 20
  /// How often `execute` may stand inside itself: through row expressions that call functions.
  private static let deepestNesting = 100

  /// What the program that is running, or the next one, stands in.
  package private(set) var session: Session
  /// Anything but 0 stops the program with `Interruption`.
  private let interruptFlag: UnsafeMutablePointer<Int32>
  let host: any Host
  let limits: Limits
  let language: Language
  let stack: UnsafeMutablePointer<Value>
  let stackEnd: UnsafeMutablePointer<Value>
  let frames: UnsafeMutablePointer<Frame>
  let core: UnsafeMutablePointer<Core>
  var handlers: [Handler] = []
  var cursors: [RowLoop] = []
  private var nesting = 0
  private var granted = 0
  private var deadline: ContinuousClock.Instant?
  private var lastMemoryCheck = ContinuousClock.now
  private var memoryAtStart = 0
  private let memory = ResidentMemory()
  /// The programs that are running, each started by a command of the one before.
  private var running: [Run] = []
  private var functionCapacity = 64

  /// A machine that asks `host` for what the language itself doesn't know. `language` is that of `$galat.pesan`.
  /// - Parameter interruptFlag: becomes anything but 0, by a signal handler or another thread, when the program is to stop.
  package init(
    host: any Host, session: Session = Session(), limits: Limits = Limits(), language: Language,
    interruptFlag: UnsafeMutablePointer<Int32>
  ) {
    self.host = host
    self.session = session
    self.limits = limits
    self.language = language
    stack = .allocate(capacity: Machine.stackSize)
    stackEnd = stack + Machine.stackSize
    frames = .allocate(capacity: limits.depth + Machine.deepestNesting + 2)
    core = .allocate(capacity: 1)
    core.initialize(to: Core(untouched: stack, functions: .allocate(capacity: 64)))
    self.interruptFlag = interruptFlag
  }

  deinit {
    stack.deinitialize(count: core.pointee.untouched - stack)
    stack.deallocate()
    frames.deallocate()
    core.pointee.functions.deallocate()
    core.deallocate()
  }

  /// What a session holds now, also while an entry runs in it, which has its variables in registers.
  package func copy(of session: Session) -> Session {
    guard let run = running.last, run.session === session else { return session.copy() }
    run.storeGlobals()
    defer { run.loadGlobals() }
    return session.copy()
  }

  /// Runs a program; variables and functions stay in the session. A host's command may run another program meanwhile: in the
  /// same session, or in one of its own that neither sees the caller's variables nor leaves it any.
  package func run(_ program: Program, in own: Session? = nil) throws(ScriptError) {
    if running.isEmpty { startClocks() }
    let outer = session
    session = own ?? outer
    adopt(program)
    let run = Run(program: program, registers: top, session: session)
    running.last?.storeGlobals()
    running.append(run)
    defer {
      running.removeLast()
      running.last?.loadGlobals()
      session = outer
      if own != nil { pointToFunctions() }
    }
    do {
      guard reserve(run.registers, program.main.frameSize) else { throw LimitProblem.depth(limits.depth) }
      run.loadGlobals()
      defer {
        run.storeGlobals()
        clear(run.registers, program.main.frameSize)
      }
      try Watch.$monitor.withValue(self) { _ = try execute(program.main, run.registers) }
    } catch let error as ScriptError {
      throw error
    } catch {
      throw ScriptError(error, program.main.source, SourceRange(0, 0), trace: [])
    }
  }

  // MARK: Sessions

  private func adopt(_ program: Program) {
    session.functions += program.functions
    session.functionSignatures += program.signatures
    for (name, slot) in program.globals { session.slots[name] = slot }
    let count = (program.globals.map { $0.slot + 1 }.max() ?? 0)
    while session.globals.count < count { session.globals.append(.null) }
    pointToFunctions()
  }

  /// Has calls find the functions of the session.
  private func pointToFunctions() {
    if session.functions.count > functionCapacity {
      core.pointee.functions.deallocate()
      functionCapacity = session.functions.count * 2
      core.pointee.functions = .allocate(capacity: functionCapacity)
    }
    for (index, function) in session.functions.enumerated() {
      core.pointee.functions[index] = Unmanaged.passUnretained(function)
    }
  }

  /// Runs `body` where calls find the functions of `origin`: a lazy table may be read far from where it was made.
  func standing<Result>(in origin: Session, _ body: () throws -> Result) rethrows -> Result {
    guard origin !== session else { return try body() }
    let outer = session
    session = origin
    pointToFunctions()
    defer {
      session = outer
      pointToFunctions()
    }
    return try body()
  }

  // MARK: Registers

  /// The first register behind the running frame.
  var top: UnsafeMutablePointer<Value> {
    guard core.pointee.frameCount > 0 else { return stack }
    let frame = frames[core.pointee.frameCount - 1]
    return frame.registers + frame.chunk._withUnsafeGuaranteedRef { $0.frameSize }
  }

  /// Makes sure that `count` registers from `first` on hold values; false where the stack is too small for that.
  @inline(__always)
  func reserve(_ first: UnsafeMutablePointer<Value>, _ count: Int) -> Bool {
    let end = first + count
    guard end > core.pointee.untouched else { return true }
    return touch(end)
  }

  @inline(never)
  private func touch(_ end: UnsafeMutablePointer<Value>) -> Bool {
    guard end <= stackEnd else { return false }
    let untouched = core.pointee.untouched
    untouched.initialize(repeating: .null, count: end - untouched)
    core.pointee.untouched = end
    return true
  }

  /// Lets go of what registers hold.
  @inline(__always)
  func clear(_ first: UnsafeMutablePointer<Value>, _ count: Int) {
    for index in 0..<count where !first[index].isPlain { first[index] = .null }
  }

  // MARK: Execution

  /// Runs a chunk whose frame begins at `registers`, until it returns; its value.
  @discardableResult
  func execute(_ chunk: Chunk, _ registers: UnsafeMutablePointer<Value>) throws -> Value {
    guard nesting < Machine.deepestNesting else { throw LimitProblem.depth(limits.depth) }
    nesting += 1
    let frameFloor = core.pointee.frameCount
    let handlerFloor = handlers.count
    defer { nesting -= 1 }
    guard let code = chunk.code.baseAddress else { return .null }
    frames[frameFloor] = Frame(
      chunk: Unmanaged.passUnretained(chunk), registers: registers, next: code, cursorCount: cursors.count,
      isEntry: true)
    core.pointee.frameCount += 1
    while true {
      do {
        return try loop()
      } catch {
        try unwind(error, frameFloor: frameFloor, handlerFloor: handlerFloor)
      }
    }
  }

  /// Takes an error to the `tangkap` that holds it up, undoing the transactions that it leaves; throws it where there is none.
  private func unwind(_ error: any Error, frameFloor: Int, handlerFloor: Int) throws {
    var error = placed(error)
    while handlers.count > handlerFloor {
      let handler = handlers.removeLast()
      if let target = handler.target {
        guard error.isCatchable else { continue }
        drop(frames: handler.frameCount, cursors: handler.cursorCount)
        frames[handler.frameCount - 1].next = target.next
        frames[handler.frameCount - 1].registers[target.register] = error.record(language)
        return
      }
      do {
        try host.rollbackTransaction()
      } catch let failure {
        error = placed(failure)
      }
    }
    drop(frames: frameFloor + 1, cursors: frames[frameFloor].cursorCount)
    core.pointee.frameCount = frameFloor
    throw error
  }

  private func drop(frames count: Int, cursors cursorCount: Int) {
    while core.pointee.frameCount > count {
      let frame = frames[core.pointee.frameCount - 1]
      frame.chunk._withUnsafeGuaranteedRef { clear(frame.registers, $0.frameSize) }
      core.pointee.frameCount -= 1
    }
    dropCursors(to: cursorCount)
  }

  /// Closes the loops over tables beyond the first `count`.
  func dropCursors(to count: Int) {
    cursors.removeLast(max(0, cursors.count - count))
    core.pointee.cursorCount = cursors.count
  }

  /// The error with the place of the instruction that is running.
  private func placed(_ error: any Error) -> ScriptError {
    if let error = error as? ScriptError { return error }
    var trace: [CallPlace] = []
    var index = core.pointee.frameCount - 1
    let (source, range) = place(of: frames[index])
    while index > 0, !frames[index].isEntry, trace.count < 8 {
      let caller = place(of: frames[index - 1])
      let name = frames[index].chunk._withUnsafeGuaranteedRef { $0.name }
      trace.append(CallPlace(function: name, source: caller.0, range: caller.1))
      index -= 1
    }
    return ScriptError(error, source, range, trace: trace)
  }

  private func place(of frame: Frame) -> (SourceText, SourceRange) {
    frame.chunk._withUnsafeGuaranteedRef { chunk in
      guard let code = chunk.code.baseAddress else { return (chunk.source, SourceRange(0, 0)) }
      return (chunk.source, chunk.places[max(0, frame.next - code - 1)])
    }
  }
}

// MARK: Bounds

extension Machine: Monitor {
  private func startClocks() {
    granted = 0
    core.pointee.fuel = 0
    core.pointee.allowance = Machine.allowance
    deadline = limits.time.map { ContinuousClock.now + $0 }
    memoryAtStart = memory.bytes()
  }

  /// Gives the program further steps, if it may have them.
  func refuel() throws {
    try check()
    var grant = Machine.slice
    if let most = limits.steps {
      guard granted < most else { throw LimitProblem.steps(most) }
      grant = min(grant, most - granted)
    }
    granted += grant
    core.pointee.fuel = grant - 1
  }

  /// Throws what stops the program from outside: Ctrl-C, the bounds on time and memory.
  package func check() throws {
    if interruptFlag.pointee != 0 { throw Interruption() }
    let now = ContinuousClock.now
    if let deadline, let most = limits.time, now > deadline { throw LimitProblem.time(most) }
    if now - lastMemoryCheck > .milliseconds(5) {
      lastMemoryCheck = now
      try checkMemory()
    }
  }

  /// Counts bytes that a value newly takes.
  @inline(__always)
  func charge(_ bytes: Int) throws {
    core.pointee.allowance -= bytes
    if core.pointee.allowance < 0 { try checkAfterGrowth() }
  }

  @inline(never)
  private func checkAfterGrowth() throws {
    core.pointee.allowance = Machine.allowance
    try checkMemory()
    try check()
  }

  /// Counts bytes that an operation looks at: few rounds of a loop may be long work.
  @inline(__always)
  func work(_ bytes: Int) throws {
    core.pointee.effort -= bytes
    if core.pointee.effort < 0 { try checkAfterEffort() }
  }

  @inline(never)
  private func checkAfterEffort() throws {
    core.pointee.effort = Machine.allowance
    try check()
  }

  private func checkMemory() throws {
    if memory.bytes() - memoryAtStart > limits.memory { throw LimitProblem.memory(limits.memory) }
  }
}
