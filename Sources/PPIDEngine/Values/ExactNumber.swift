import PPIDValues

/// An exact number: a whole number of fractions, always in lowest terms. Scores are reckoned with it, so that no edge is blurred.
package struct ExactNumber: Sendable, Hashable {
  /// Carries the sign.
  package let numerator: Int
  /// Above 0.
  package let denominator: Int

  package static let zero = ExactNumber(0)
  package static let hundred = ExactNumber(100)

  package init(_ number: Int) {
    self.init(numerator: number, denominator: 1)
  }

  /// `numerator / denominator`; nil for a denominator of 0.
  package init?(_ numerator: Int, over denominator: Int) {
    guard denominator != 0 else { return nil }
    let divisor = ExactNumber.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
    let sign = denominator < 0 ? -1 : 1
    self.init(numerator: sign * numerator / Int(divisor), denominator: sign * denominator / Int(divisor))
  }

  /// Reads `0.75`, `4`, `89.95`: digits with at most six behind the point, no sign, no exponent. Nil for anything else.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy(ExactNumber.digits.contains) }),
      parts[0].utf8.count <= 6, parts.last!.utf8.count <= 6, let whole = Int(parts[0])
    else { return nil }
    let places = parts.count == 2 ? parts[1].utf8.count : 0
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    self.init(whole * scale + (places > 0 ? Int(parts[1]) ?? 0 : 0), over: scale)
  }

  private init(numerator: Int, denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The nearest double, for programs.
  package var double: Double { Double(numerator) / Double(denominator) }

  /// Rounded to so many digits behind the point, halves away from zero.
  package func rounded(to places: Int) -> ExactNumber {
    let scale = (0..<places).reduce(1) { product, _ in product * 10 }
    let (quotient, rest) = (numerator.magnitude * UInt(scale)).quotientAndRemainder(dividingBy: UInt(denominator))
    let units = Int(rest * 2 >= UInt(denominator) ? quotient + 1 : quotient)
    return ExactNumber(numerator < 0 ? -units : units, over: scale)!
  }

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  private static func greatestCommonDivisor(_ left: UInt, _ right: UInt) -> UInt {
    var (left, right) = (left, right)
    while right != 0 { (left, right) = (right, left % right) }
    return max(left, 1)
  }
}

extension ExactNumber {
  package static func + (left: ExactNumber, right: ExactNumber) -> ExactNumber {
    let divisor = Int(greatestCommonDivisor(left.denominator.magnitude, right.denominator.magnitude))
    let scale = right.denominator / divisor
    return ExactNumber(
      left.numerator * scale + right.numerator * (left.denominator / divisor), over: left.denominator * scale)!
  }

  package static func - (left: ExactNumber, right: ExactNumber) -> ExactNumber {
    left + ExactNumber(numerator: -right.numerator, denominator: right.denominator)
  }

  package static func * (left: ExactNumber, right: ExactNumber) -> ExactNumber {
    ExactNumber(left.numerator * right.numerator, over: left.denominator * right.denominator)!
  }

  /// Nil for a divisor of 0.
  package static func / (left: ExactNumber, right: ExactNumber) -> ExactNumber? {
    ExactNumber(left.numerator * right.denominator, over: left.denominator * right.numerator)
  }
}

extension ExactNumber: Comparable {
  package static func < (left: ExactNumber, right: ExactNumber) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}

extension ExactNumber: CustomStringConvertible {
  /// The shortest spelling of a decimal fraction (`89.95`); of others the first four digits behind the point, rounded.
  package var description: String {
    var places = 0
    var scale = 1
    while scale % denominator != 0, places < 6 {
      places += 1
      scale *= 10
    }
    guard scale % denominator == 0 else { return rounded(to: 4).description }
    let units = numerator.magnitude * UInt(scale / denominator)
    let digits = String(units)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = numerator < 0 ? "-" : ""
    return places == 0 ? sign + padded : "\(sign)\(padded.dropLast(places)).\(padded.suffix(places))"
  }
}

extension ExactNumber: Codable {
  package init(from decoder: any Decoder) throws {
    let parts = try decoder.singleValueContainer().decode([Int].self)
    guard parts.count == 2, let number = ExactNumber(parts[0], over: parts[1]) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "no exact number"))
    }
    self = number
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode([numerator, denominator])
  }
}
