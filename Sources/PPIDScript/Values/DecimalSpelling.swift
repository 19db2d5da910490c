/// Doubles as decimal digits.
package enum DecimalSpelling {
  /// The shortest digits that read back as `number`, with digits on both sides of a point and no exponent: `3.0`, `0.00001`.
  package static func shortest(_ number: Double) -> String {
    let spelling = number.description
    guard let exponentMark = spelling.firstIndex(of: "e") else { return spelling }
    let digits = Digits(spelling[..<exponentMark], exponent: Int(spelling[spelling.index(after: exponentMark)...]) ?? 0)
    return digits.spelling
  }

  /// The decimal `spelling` (`-12.5`) rounded to `places` digits after the point (before it when negative), half away from zero: 2.675 to two places is 2.68. Ends in `.0` where nothing is left after the point.
  package static func rounded(_ spelling: String, places: Int) -> String {
    var digits = Digits(spelling[...], exponent: 0)
    digits.round(toPlaces: places)
    return digits.spelling
  }

  /// How many digits a 64-bit integer takes at most, with its sign.
  static let longestInteger = 20

  /// Writes an integer in ASCII where there is room for the longest one; how many bytes it took.
  @inline(__always)
  static func write(_ number: Int, to start: UnsafeMutablePointer<UInt8>) -> Int {
    let end = start + longestInteger
    var (next, rest) = (end, number.magnitude)
    repeat {
      let quotient = rest / 10
      next -= 1
      next.pointee = UInt8(truncatingIfNeeded: rest &- quotient &* 10) | 0x30
      rest = quotient
    } while rest > 0
    if number < 0 {
      next -= 1
      next.pointee = UInt8(ascii: "-")
    }
    let count = end - next
    start.update(from: next, count: count)
    return count
  }

  /// A decimal number as its digits and the place of its point.
  private struct Digits {
    var isNegative: Bool
    /// Digits, the first not 0 (empty for zero).
    var digits: [UInt8]
    /// How many of the digits stand before the point; may be negative or beyond them.
    var pointPosition: Int

    /// Reads `-12.5`, to be multiplied by ten to the `exponent`.
    init(_ spelling: Substring, exponent: Int) {
      isNegative = spelling.first == "-"
      let whole = spelling.prefix { $0 != "." }
      digits = spelling.utf8.compactMap { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) ? $0 - 48 : nil }
      pointPosition = whole.utf8.count - (isNegative ? 1 : 0) + exponent
      let leadingZeros = digits.prefix { $0 == 0 }.count
      digits.removeFirst(leadingZeros)
      pointPosition -= leadingZeros
    }

    mutating func round(toPlaces places: Int) {
      let (kept, overflow) = pointPosition.addingReportingOverflow(places)
      guard !overflow, kept < digits.count else { return }
      guard kept >= 0 else {
        digits = []
        return
      }
      let goesUp = digits[kept] >= 5
      digits.removeSubrange(kept...)
      guard goesUp else { return }
      var index = kept - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        pointPosition += 1
      }
    }

    var spelling: String {
      let trailingZeros = digits.reversed().prefix { $0 == 0 }.count
      let written = digits.dropLast(trailingZeros)
      var text: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
      if written.isEmpty { return isNegative ? "-0.0" : "0.0" }
      for place in 0..<max(pointPosition, 1) {
        let index = pointPosition > 0 ? place : -1
        text.append(48 + (index >= 0 && index < written.count ? written[index] : 0))
      }
      text.append(UInt8(ascii: "."))
      for _ in 0..<max(-pointPosition, 0) { text.append(48) }
      let fraction = written.dropFirst(max(pointPosition, 0))
      if fraction.isEmpty { text.append(48) }
      for digit in fraction { text.append(48 + digit) }
      return String(decoding: text, as: UTF8.self)
    }
  }
}
