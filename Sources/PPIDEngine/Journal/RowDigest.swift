import Crypto

/// What an entry keeps of the rows of one table that its change added or altered, as they stood after it: a SHA-256 for each thousand.
///
/// Rows come in the order of their keys. A block's bytes are the table's name and a newline, then of each row every column that isn't
/// NULL, in the table's order, as `<name>=i<digits>,` (a whole number), `<name>=t<length>:<bytes>,` (a text) or `<name>=b<length>:<bytes>,`
/// (bytes), and a newline. Anybody can reckon it again with a few lines of any language.
struct RowDigest: Sendable {
  /// Rows that one block covers.
  static let blockSize = 1000
  /// Bytes of one block's digest.
  static let digestSize = SHA256.byteCount

  let table: String
  let count: Int
  /// The blocks' digests, 32 bytes each, one behind the other.
  let blocks: [UInt8]

  /// The entry's own digest, over those of all tables in the order of their names, as the journal's chain holds it: of each the name, a
  /// colon, the count, a colon, the blocks and a newline. Nil where no row was changed.
  static func whole(_ digests: [RowDigest]) -> String? {
    guard !digests.isEmpty else { return nil }
    var sum = SHA256()
    for digest in digests {
      sum.update(data: Array("\(digest.table):\(digest.count):".utf8))
      sum.update(data: digest.blocks)
      sum.update(data: [UInt8(ascii: "\n")])
    }
    return hexadecimal(sum.finalize())
  }
}

/// Reckons the digest of one table's rows, row after row.
struct RowDigester {
  private let table: String
  private var sum = SHA256()
  private var inBlock = 0
  private(set) var count = 0
  private var blocks: [UInt8] = []

  init(of table: String) {
    self.table = table
  }

  /// Adds a row by its bytes.
  mutating func add(_ row: [UInt8]) {
    if inBlock == 0 { sum.update(data: Array("\(table)\n".utf8)) }
    row.withUnsafeBytes { sum.update(bufferPointer: $0) }
    count += 1
    inBlock += 1
    if inBlock == RowDigest.blockSize { end() }
  }

  mutating func finish() -> RowDigest {
    if inBlock > 0 { end() }
    return RowDigest(table: table, count: count, blocks: blocks)
  }

  private mutating func end() {
    blocks += Array(sum.finalize())
    sum = SHA256()
    inBlock = 0
  }
}

/// Spells the rows of one statement as a block's bytes have them.
struct RowSpelling {
  private let statement: Statement
  /// How each column begins.
  private let names: [[UInt8]]
  /// The row that was spelled last.
  private(set) var bytes: [UInt8] = []

  init(of statement: Statement) {
    self.statement = statement
    names = statement.columnNames.map { Array("\($0)=".utf8) }
  }

  /// Spells the row that the statement stands at.
  mutating func spell() {
    bytes.removeAll(keepingCapacity: true)
    for (index, name) in names.enumerated() { statement.spell(Int32(index), named: name, into: &bytes) }
    bytes.append(UInt8(ascii: "\n"))
  }
}

extension Statement {
  /// Writes one column of the row as a block's bytes have it.
  fileprivate func spell(_ index: Int32, named name: [UInt8], into buffer: inout [UInt8]) {
    switch kind(at: index) {
    case .null: return
    case .number:
      buffer += name
      buffer.append(UInt8(ascii: "i"))
      buffer += text(at: index)
    case .text:
      let bytes = text(at: index)
      buffer += name
      append("t", bytes, &buffer)
    case .bytes:
      let bytes = blob(at: index)
      buffer += name
      append("b", bytes, &buffer)
    }
    buffer.append(UInt8(ascii: ","))
  }

  private func append(_ letter: Unicode.Scalar, _ bytes: UnsafeBufferPointer<UInt8>, _ buffer: inout [UInt8]) {
    buffer.append(UInt8(ascii: letter))
    Digits.append(bytes.count, to: &buffer)
    buffer.append(UInt8(ascii: ":"))
    buffer += bytes
  }
}

/// Whole numbers in decimal digits, without a text in between.
private enum Digits {
  static func append(_ number: Int, to buffer: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &buffer) }
    buffer.append(UInt8(ascii: "0") + UInt8(number % 10))
  }
}
