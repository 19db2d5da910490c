import PPIDValues

@testable import PPIDScript

/// Puts any bytes through all that happens to a script: reading, checking, drawing what is wrong, and running within tight
/// bounds. One machine takes them all, one after the other; each finds a fresh archive.
final class Ordeal: Host {
  private static let limits = {
    var limits = Limits()
    limits.depth = 200
    limits.steps = 5_000
    limits.memory = 64 << 20
    limits.time = .milliseconds(500)
    return limits
  }()

  nonisolated(unsafe) static let shared = Ordeal()
  private let interruptFlag: UnsafeMutablePointer<Int32>
  private lazy var machine = Machine(
    host: self, limits: Ordeal.limits, language: .english, interruptFlag: interruptFlag)
  private var host = TestHost()
  private var complaints: [String] = []
  /// How many scripts were good enough to run.
  private(set) var runs = 0
  /// How many of a script's messages are drawn: that takes longer than all the rest.
  private static let mostDrawn = 3

  init() {
    interruptFlag = .allocate(capacity: 1)
    interruptFlag.initialize(to: 0)
  }

  deinit { interruptFlag.deallocate() }

  /// What of that which holds for every script doesn't hold for this one. Scripts of even length are taken as typed, and
  /// twice in one session.
  func play(_ bytes: [UInt8]) -> [String] {
    complaints = []
    host = TestHost()
    let isTyped = bytes.count.isMultiple(of: 2)
    let session = Session()
    if bytes.count.isMultiple(of: 3) {
      expectSoundMarks(Parser.parse(SourceText(name: "uji.ppid", bytes: bytes)).marks, bytes.count)
    }
    for _ in 0..<(isTyped ? 2 : 1) {
      let source = SourceText(name: "uji.ppid", bytes: bytes)
      let result = Checker.check(
        source, catalog: TestCatalog.shared, mode: isTyped ? .session : .file, session: session)
      let hasErrors = result.diagnostics.contains { $0.severity == .error }
      expect((result.program == nil) == hasErrors, "a script is refused with an error, or runs")
      for diagnostic in result.diagnostics { expectPlace(diagnostic) }
      for diagnostic in result.diagnostics.prefix(Ordeal.mostDrawn) { draw(diagnostic) }
      guard let program = result.program else { break }
      runs += 1
      do {
        try machine.run(program, in: session)
      } catch {
        draw(error.diagnostic)
      }
      let transactions = host.transactions
      expect(transactions.begun == transactions.stored + transactions.undone, "every transaction ends")
    }
    return complaints
  }

  private func expectPlace(_ diagnostic: Diagnostic) {
    let (lower, upper) = (diagnostic.range.lowerBound, diagnostic.range.upperBound)
    expect(0 <= lower && lower <= upper && upper <= diagnostic.source.bytes.count, "a message has a place in its script")
  }

  /// Draws a message, in one language here and in the other there.
  private func draw(_ diagnostic: Diagnostic) {
    expectPlace(diagnostic)
    let language = diagnostic.range.lowerBound.isMultiple(of: 2) ? Language.indonesian : .english
    var drawing = DiagnosticPrinter(language: language).draw(diagnostic)
    var previous: UInt8 = 0
    let isClean = drawing.withUTF8 { bytes in
      bytes.allSatisfy { byte in
        defer { previous = byte }
        // U+0080 to U+009F are two bytes, the first of them C2.
        return byte >= 0x20 && byte != 0x7F && !(previous == 0xC2 && byte < 0xA0) || byte == UInt8(ascii: "\n")
      }
    }
    expect(isClean, "no control character of a script reaches the terminal")
  }

  private func expectSoundMarks(_ marks: [Mark], _ length: Int) {
    var end = 0
    for mark in marks {
      expect(mark.range.lowerBound >= end && mark.range.upperBound <= length, "a highlighter's marks come in order and apart")
      end = mark.range.upperBound
    }
  }

  private func expect(_ condition: Bool, _ rule: String) {
    if !condition { complaints.append(rule) }
  }

  // MARK: Host

  func call(_ index: Int, _ arguments: [Value?]) throws -> Value {
    // To print a range of a million numbers only takes time.
    guard arguments.allSatisfy({ $0.map(isShort) ?? true }) else { return .null }
    return try host.call(index, arguments)
  }

  private func isShort(_ value: Value) -> Bool {
    guard case .list(let list) = value else { return true }
    return list.count < 1_000 && list.allSatisfy(isShort)
  }

  func show(_ value: Value) throws { try host.show(value) }
  func beginTransaction() throws { try host.beginTransaction() }
  func commitTransaction() throws { try host.commitTransaction() }
  func rollbackTransaction() throws { try host.rollbackTransaction() }
  func willRun(_ statement: SourceRange, of source: SourceText) throws { try host.willRun(statement, of: source) }
}
