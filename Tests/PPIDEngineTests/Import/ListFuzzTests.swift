import Testing

@testable import PPIDEngine

@Suite("Lists that have been damaged")
struct ListFuzzTests {
  private static let names = [
    "dip-jabar-2023-berkala.csv", "dip-serta-merta.csv", "dip-setiap-saat.csv", "dik-dikecualikan.csv",
    "dip-kementerian.csv",
    "dip-mesin.csv", "dip-gabungan.csv",
  ]

  /// A copy with a few changes: bytes, pieces of a row, whole rows.
  private static func mutated(_ bytes: [UInt8], _ random: inout SeededRandom) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...6, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<7, using: &random) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(Array(";,\t|\"\n\r '=".utf8).randomElement(using: &random)!, at: place)
      case 3: bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...200, using: &random)))
      case 4:
        let end = min(bytes.count, place + Int.random(in: 1...300, using: &random))
        bytes.insert(contentsOf: Array(bytes[place..<end]), at: Int.random(in: 0...bytes.count, using: &random))
      case 5: bytes.removeLast(bytes.count - place)
      default:
        var rows = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        rows.swapAt(Int.random(in: 0..<rows.count, using: &random), Int.random(in: 0..<rows.count, using: &random))
        bytes = Array(rows.joined(separator: [UInt8(ascii: "\n")]))
      }
    }
    return bytes
  }

  @Test("1 000 damaged lists are read or refused, and every row is accounted for")
  func damaged() throws {
    var random = SeededRandom(seed: 99)
    let originals = try Self.names.map(ListFixture.bytes)
    var readable = 0
    for round in 0..<1000 {
      let bytes = Self.mutated(originals.randomElement(using: &random)!, &random)
      do {
        let account = try RowAccount(of: bytes)
        readable += 1
        guard account.isBalanced else {
          Issue.record("round \(round): \(account)")
          return
        }
      } catch is ImportFailure {
        continue
      }
    }
    #expect(readable > 300)
  }
}
