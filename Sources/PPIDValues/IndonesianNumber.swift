/// Numbers as people in Indonesia write them.
package enum IndonesianNumber {
  /// `6.765`, `3,14`, `-1.234,5` for the canonical spellings `6765`, `3.14`, `-1234.5`.
  package static func spelling(ofCanonical canonical: String) -> String {
    let sign = canonical.hasPrefix("-") ? "-" : ""
    let parts = canonical.dropFirst(sign.count).split(separator: ".", maxSplits: 1)
    guard let whole = parts.first else { return canonical }
    var grouped = sign
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { grouped.append(".") }
      grouped.append(digit)
    }
    return parts.count == 1 ? grouped : "\(grouped),\(parts[1])"
  }

  package static func spelling(of number: Int) -> String { spelling(ofCanonical: String(number)) }
}
