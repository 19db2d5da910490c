import Foundation
import PPIDValues
import Testing

@testable import PPIDScript

/// Random changes of the test programs, checked and run within bounds: no input may crash, hang or take memory without end.
///
/// `PPID_FUZZ` says how many inputs to try (10 000 without it) and `PPID_FUZZ_SEED` where to begin.
struct FuzzTests {
  /// SplitMix64: the same seed gives the same inputs on every machine.
  struct Randomness: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["PPID_FUZZ"].flatMap { Int($0) } ?? 10_000
  private static let seed = environment["PPID_FUZZ_SEED"].flatMap { UInt64($0) } ?? 2026
  /// Pieces that a change puts in.
  private static let pieces: [[UInt8]] =
    [
      "{", "}", "(", ")", "[", "]", "$(", "\"", "'", "|", ";", "\n", "\\", "#", "$", ",", "=", "..", "-", " ", "\0",
      "\u{1F600}",
      "9223372036854775807", "-9223372036854775808", "2026-02-30", "kosong", "benar", "$x", "$it", " + ", " * ", " // ",
      " % ",
      "jika benar {", "untuk i di 1..3 {", "selama benar {", "coba {", "} tangkap g {", "fungsi f(a, b = 1) {",
      "kembali ",
      "transaksi {", "henti", "teruskan", "| saring ", "| urutkan", "| kelompok a n = hitung()", "| dengan b = ",
      "cetak ", "arsip",
      "misal x = ", "$x += ", "{a: 1}", "[1, 2]", "1..1_000_000_000", "gagal \"x\"", "pastikan ", "$(f 1)",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80]]

  @Test("Random changes of programs end within their bounds")
  func mutations() {
    let programs = ProgramTests.programs.map { Array($0.text.utf8) }
    var randomness = Randomness(state: FuzzTests.seed)
    var limits = Limits()
    limits.steps = 500
    limits.depth = 50
    limits.memory = 512 << 20
    var ran = 0
    for _ in 0..<FuzzTests.count {
      let input = FuzzTests.mutant(of: programs, &randomness)
      let source = SourceText(name: "uji.ppid", bytes: input)
      let parsed = Parser.parse(source)
      expectSoundMarks(parsed.marks, input)
      let result = Checker.check(source, catalog: TestCatalog.shared, mode: .session)
      for diagnostic in result.diagnostics { expectDrawable(diagnostic) }
      guard let program = result.program else { continue }
      ran += 1
      let flag = InterruptFlag()
      let host = TestHost()
      do {
        try Machine(host: host, limits: limits, language: .indonesian, interruptFlag: flag.pointer).run(program)
      } catch {
        expectDrawable(error.diagnostic)
      }
      let (begun, stored, undone) = host.transactions
      #expect(begun == stored + undone, "\(String(decoding: input, as: UTF8.self))")
    }
    #expect(ran > FuzzTests.count / 100)
  }

  private static func mutant(of programs: [[UInt8]], _ randomness: inout Randomness) -> [UInt8] {
    var input = programs.randomElement(using: &randomness) ?? []
    for _ in 0..<Int.random(in: 1...4, using: &randomness) {
      let place = Int.random(in: 0...input.count, using: &randomness)
      let end = min(input.count, place + Int.random(in: 0...12, using: &randomness))
      switch Int.random(in: 0..<5, using: &randomness) {
      case 0: input.removeSubrange(place..<end)
      case 1: input.insert(contentsOf: pieces.randomElement(using: &randomness) ?? [], at: place)
      case 2: input.replaceSubrange(place..<end, with: pieces.randomElement(using: &randomness) ?? [])
      case 3: input.insert(contentsOf: input[place..<end], at: Int.random(in: 0...input.count, using: &randomness))
      default: if place < input.count { input[place] = UInt8.random(in: 0...255, using: &randomness) }
      }
    }
    return input
  }

  private func expectDrawable(_ diagnostic: Diagnostic) {
    #expect(diagnostic.range.lowerBound >= 0 && diagnostic.range.lowerBound <= diagnostic.range.upperBound)
    #expect(diagnostic.range.upperBound <= diagnostic.source.bytes.count)
    #expect(!DiagnosticPrinter(language: .english).draw(diagnostic).isEmpty)
  }

  /// The marks of a highlighter come in order and don't overlap.
  private func expectSoundMarks(_ marks: [Mark], _ input: [UInt8]) {
    var end = 0
    for mark in marks {
      #expect(
        mark.range.lowerBound >= end && mark.range.upperBound <= input.count,
        "\(String(decoding: input, as: UTF8.self))")
      end = mark.range.upperBound
    }
  }
}
