/// How far an indicator is met: 1, three steps between, or 0.
package enum Grade: Int, Sendable, CaseIterable {
  case full = 4
  case threeQuarters = 3
  case half = 2
  case quarter = 1
  case none = 0

  package var number: ExactNumber { ExactNumber(rawValue, over: 4)! }

  /// Reads `1`, `0.75`, `0.5`, `0.25` or `0`, also with zeros at the end. Nil for any other number.
  package init?(_ text: some StringProtocol) {
    guard let number = ExactNumber(text), let grade = Grade.allCases.first(where: { $0.number == number }) else { return nil }
    self = grade
  }
}

extension Grade: CustomStringConvertible {
  /// `0.75`
  package var description: String { number.description }
}
