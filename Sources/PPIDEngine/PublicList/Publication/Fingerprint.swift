import Crypto

/// What a file is made of, in short: equal ones are made of the same.
struct Fingerprint {
  private var sum = SHA256()

  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { sum.update(bufferPointer: $0) }
      sum.update(bufferPointer: UnsafeRawBufferPointer(bytes))
    }
  }

  /// 32 hexadecimal digits.
  var value: String { String(hexadecimal(sum.finalize()).prefix(32)) }

  /// The fingerprint of these texts, in order.
  static func of(_ texts: String...) -> String { of(texts) }

  static func of(_ texts: [String]) -> String {
    var print = Fingerprint()
    texts.forEach { print.add($0) }
    return print.value
  }
}
