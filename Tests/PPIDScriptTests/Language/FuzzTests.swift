import Foundation
import Testing

@testable import PPIDScript

/// Random changes of the test programs, put through the ordeal: no input may crash, hang or take memory without end.
///
/// `PPID_FUZZ` says how many inputs to try (100 000 without it) and `PPID_FUZZ_SEED` where to begin.
struct FuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["PPID_FUZZ"].flatMap { Int($0) } ?? 100_000
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

  @Test("Randomly changed programs are refused in words or run within their bounds")
  func mutations() {
    let programs = ProgramTests.programs.map { Array($0.text.utf8) }
    var random = SeededGenerator(FuzzTests.seed)
    let ordeal = Ordeal()
    for _ in 0..<FuzzTests.count {
      var input = FuzzTests.mutant(of: programs, &random)
      if Bool.random(using: &random), let other = programs.randomElement(using: &random) {
        input = ScriptCrossing(first: input, second: other).child(using: &random)
      }
      let complaints = ordeal.play(input)
      #expect(complaints.isEmpty, "\(String(decoding: input, as: UTF8.self))")
    }
    #expect(ordeal.runs > FuzzTests.count / 20)
  }

  private static func mutant(of programs: [[UInt8]], _ random: inout SeededGenerator) -> [UInt8] {
    var input = programs.randomElement(using: &random) ?? []
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let place = Int.random(in: 0...input.count, using: &random)
      let end = min(input.count, place + Int.random(in: 0...12, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0: input.removeSubrange(place..<end)
      case 1: input.insert(contentsOf: pieces.randomElement(using: &random) ?? [], at: place)
      case 2: input.replaceSubrange(place..<end, with: pieces.randomElement(using: &random) ?? [])
      case 3: input.insert(contentsOf: input[place..<end], at: Int.random(in: 0...input.count, using: &random))
      default: if place < input.count { input[place] = UInt8.random(in: 0...255, using: &random) }
      }
    }
    return input
  }
}
