import Testing

@testable import PPIDScript

/// The test programs, damaged: whatever is left of one, it runs within its bounds or is refused in words.
struct DamagedProgramTests {
  /// A program with a few changes: bytes, pieces, pieces of other programs.
  private static func damaged(_ random: inout SeededGenerator) -> [UInt8] {
    func program() -> [UInt8] {
      Array((ProgramTests.programs.randomElement(using: &random)?.text ?? "").utf8)
    }
    /// The places of a piece of `bytes`.
    func piece(of bytes: [UInt8], upTo length: Int) -> Range<Int> {
      let start = Int.random(in: 0...bytes.count, using: &random)
      return start..<min(bytes.count, start + Int.random(in: 0...length, using: &random))
    }
    var bytes = program()
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...bytes.count, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0 where place < bytes.count: bytes[place] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.insert(Array("(){}[]$|\"'\\#;,=-. \n".utf8).randomElement(using: &random) ?? 0, at: place)
      case 2: bytes.removeSubrange(piece(of: bytes, upTo: 60))
      case 3: bytes.insert(contentsOf: bytes[piece(of: bytes, upTo: 60)], at: place)
      case 4:
        let other = program()
        bytes.insert(contentsOf: other[piece(of: other, upTo: 100)], at: place)
      default: bytes.removeSubrange(piece(of: bytes, upTo: 3))
      }
    }
    return bytes
  }

  @Test("2 000 damaged programs are refused in words or run within their bounds")
  func damaged() {
    var random = SeededGenerator(7)
    let ordeal = Ordeal()
    for _ in 0..<2000 {
      let bytes = Self.damaged(&random)
      let complaints = ordeal.play(bytes)
      #expect(complaints.isEmpty, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
