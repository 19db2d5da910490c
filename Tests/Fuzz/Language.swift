import PPIDValues

@testable import PPIDScript

// One input of `scripts/soak language`: bytes that are read, checked, drawn and run as a script.
//
// The fuzzer itself finds crashes, hangs and memory without bound; what else must hold of every input is asserted here.

/// Keeps what the machine needs from one input to the next, and a fresh archive for each.
final class Ground: Host {
  static let limits = {
    var limits = Limits()
    limits.depth = 200
    limits.steps = 5_000
    limits.memory = 64 << 20
    limits.time = .milliseconds(500)
    return limits
  }()

  nonisolated(unsafe) static let shared = Ground()
  private let interruptFlag: UnsafeMutablePointer<Int32>
  private lazy var machine = Machine(
    host: self, limits: Ground.limits, language: .english, interruptFlag: interruptFlag)
  private var host = TestHost()

  private init() {
    interruptFlag = .allocate(capacity: 1)
    interruptFlag.initialize(to: 0)
  }

  /// Reads, checks, draws and runs a script; every other one as if it were typed, and then twice in one session.
  func play(_ bytes: [UInt8]) {
    host = TestHost()
    let isTyped = bytes.count.isMultiple(of: 2)
    let session = Session()
    for _ in 0..<(isTyped ? 2 : 1) {
      let source = SourceText(name: "uji.ppid", bytes: bytes)
      let result = Checker.check(
        source, catalog: TestCatalog.shared, mode: isTyped ? .session : .file, session: session)
      let hasErrors = result.diagnostics.contains { $0.severity == .error }
      precondition((result.program == nil) == hasErrors, "a script is refused with an error, or runs")
      for diagnostic in result.diagnostics { draw(diagnostic) }
      guard let program = result.program else { return }
      do {
        try machine.run(program, in: session)
      } catch {
        draw(error.diagnostic)
      }
      let transactions = host.transactions
      precondition(transactions.begun == transactions.stored + transactions.undone, "every transaction ends")
    }
  }

  private func draw(_ diagnostic: Diagnostic) {
    let range = diagnostic.range
    precondition(
      0 <= range.lowerBound && range.lowerBound <= range.upperBound && range.upperBound <= diagnostic.source.bytes.count,
      "a message has a place in its script")
    for language in [Language.indonesian, .english] {
      let drawing = DiagnosticPrinter(language: language).draw(diagnostic)
      precondition(
        drawing.unicodeScalars.allSatisfy { $0 == "\n" || $0.properties.generalCategory != .control },
        "no control character of a script reaches the terminal")
    }
  }

  // MARK: Host

  func call(_ index: Int, _ arguments: [Value?]) throws -> Value { try host.call(index, arguments) }
  func show(_ value: Value) throws { try host.show(value) }
  func beginTransaction() throws { try host.beginTransaction() }
  func commitTransaction() throws { try host.commitTransaction() }
  func rollbackTransaction() throws { try host.rollbackTransaction() }
  func willRun(_ statement: SourceRange) throws { try host.willRun(statement) }
}

/// Called by libFuzzer for each input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  Ground.shared.play(Array(UnsafeBufferPointer(start: data, count: size)))
  return 0
}
