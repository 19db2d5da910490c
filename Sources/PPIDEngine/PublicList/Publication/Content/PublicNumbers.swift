import Crypto

/// The number by which what is published knows a record: `P-7K3QX2`.
package struct PublicNumber: Sendable, Hashable {
  let value: Int

  /// Digits and letters without those that are taken for each other (I, L, O, U); 5 bits each.
  private static let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
  private static let length = 6
  private static let head = Array("P-".utf8)

  init(_ value: Int) {
    self.value = value
  }

  /// Reads `P-7K3QX2`; the letters may be small. Nil for anything else.
  package init?(_ text: String) {
    let bytes = Array(text.uppercased().utf8)
    guard bytes.starts(with: PublicNumber.head), bytes.count == PublicNumber.head.count + PublicNumber.length else { return nil }
    var value = 0
    for byte in bytes.dropFirst(PublicNumber.head.count) {
      guard let sign = PublicNumber.signs.firstIndex(of: byte) else { return nil }
      value = value << 5 | sign
    }
    self.value = value
  }
}

extension PublicNumber: CustomStringConvertible {
  package var description: String {
    let signs = (0..<PublicNumber.length).reversed().map { PublicNumber.signs[value >> ($0 * 5) & 31] }
    return String(decoding: PublicNumber.head + signs, as: UTF8.self)
  }
}

/// Gives the records of one archive their public numbers.
///
/// `A-12` would tell how many records an archive holds, and a gap between two of them that something is not shown. So the archive's
/// numbers are shuffled by a key that only the archive knows: what comes out tells neither count nor order, stays the same from edition to
/// edition, and leads back to the record for whoever has the archive.
struct PublicNumbers {
  private let key: [UInt8]

  /// Half of a number's bits: an archive's numbers go up to 2³⁰.
  private static let half = 15
  private static let mask = (1 << half) - 1
  private static let rounds = 4

  /// Shuffled by `key`, a text that nobody outside can guess.
  init(key: String) {
    self.key = Array(key.utf8)
  }

  /// Shuffled by what tells the archive's first edition from all others (``EditionRows/editionHashes()``); nil where there is none.
  init?(editionHashes: [Int: String]) {
    guard let first = editionHashes.min(by: { $0.key < $1.key }) else { return nil }
    self.init(key: first.value)
  }

  func number(of record: RecordNumber) -> PublicNumber {
    var (left, right) = (record.value >> PublicNumbers.half & PublicNumbers.mask, record.value & PublicNumbers.mask)
    for round in 0..<PublicNumbers.rounds { (left, right) = (right, left ^ scrambled(right, round)) }
    return PublicNumber(left << PublicNumbers.half | right)
  }

  /// The record that would have that number, whether there is one or not.
  func record(of number: PublicNumber) -> RecordNumber {
    var (left, right) = (number.value >> PublicNumbers.half, number.value & PublicNumbers.mask)
    for round in (0..<PublicNumbers.rounds).reversed() { (left, right) = (right ^ scrambled(left, round), left) }
    return RecordNumber(left << PublicNumbers.half | right)
  }

  /// What one step of the shuffling (a Feistel network) mixes into half a number: the other half, by the key.
  private func scrambled(_ value: Int, _ round: Int) -> Int {
    var sum = SHA256()
    sum.update(data: key)
    sum.update(data: [UInt8(round), UInt8(value >> 8), UInt8(value & 0xFF)])
    return sum.finalize().withUnsafeBytes { Int($0[0]) << 8 | Int($0[1]) } & PublicNumbers.mask
  }
}
