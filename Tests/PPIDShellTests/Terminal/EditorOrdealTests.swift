import Foundation
import Testing

@Suite("Random keys, pastes and window changes")
struct EditorOrdealTests {
  /// So many inputs in all: `scripts/soak prompt` asks for more.
  private static let total = ProcessInfo.processInfo.environment["PPID_ORDEAL"].flatMap { Int($0) } ?? 5_000
  private static let firstSeed = ProcessInfo.processInfo.environment["PPID_ORDEAL_SEED"].flatMap { UInt64($0) } ?? 1
  private static let inputs = 250

  private static let seeds = (0..<UInt64(max(total / inputs, 1))).map { firstSeed + $0 }

  @Test("At each prompt the screen shows exactly the text", arguments: seeds)
  func exactScreen(seed: UInt64) throws {
    let ordeal = try EditorOrdeal(seed: seed)
    try ordeal.play(Self.inputs)
  }
}
