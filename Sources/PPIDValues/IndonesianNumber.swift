/// Numbers as people in Indonesia write them.
package enum IndonesianNumber {
  /// `6.765`, `3,14`, `-1.234,5` for the canonical spellings `6765`, `3.14`, `-1234.5`.
  package static func spelling(ofCanonical canonical: String) -> String {
    let digits = Array(canonical.utf8)
    let point = digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.count
    var spelled: [UInt8] = []
    spelled.reserveCapacity(digits.count + point / 3)
    for (index, digit) in digits.enumerated() {
      if index == point {
        spelled.append(UInt8(ascii: ","))
        continue
      }
      if index > 0, index < point, (point - index) % 3 == 0, digits[index - 1] != UInt8(ascii: "-") {
        spelled.append(UInt8(ascii: "."))
      }
      spelled.append(digit)
    }
    return String(decoding: spelled, as: UTF8.self)
  }

  package static func spelling(of number: Int) -> String { spelling(ofCanonical: String(number)) }
}
