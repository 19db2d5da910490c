import PPIDValues

/// An instrument of evaluation as data: categories, indicators, weights and grades, read from a file (Documentation/Instrument.md).
package struct Instrument: Sendable {
  package let name: String
  package let version: Int
  package let title: String
  package let categories: [Category]
  package let indicators: [Indicator]

  package struct Category: Sendable, Hashable {
    package let code: String
    package let title: String
  }

  package struct Indicator: Sendable {
    /// `IND-3`
    package let code: String
    /// The code of its category.
    package let category: String
    package let weight: ExactNumber
    package let method: Method
    /// Whether it is met or not, with nothing between.
    package let isAllOrNothing: Bool
    package let title: String
    /// The rule that it comes from.
    package let source: String
    package let formula: String
    /// A worked example.
    package let example: String
  }

  package enum Method: Sendable {
    /// The program counts it.
    case computed(ComputedIndicator, thresholds: Thresholds)
    /// People judge it: what proves it, and what each grade asks for.
    case judged(evidence: String, criteria: [Grade: String])
  }

  /// The percentages from which on each grade is given, from 1 downwards; below the last it is 0.
  package struct Thresholds: Sendable {
    let steps: [(grade: Grade, least: ExactNumber)]

    func grade(of percentage: ExactNumber) -> Grade {
      steps.first { percentage >= $0.least }?.grade ?? .none
    }
  }

  package subscript(code: String) -> Indicator? { indicators.first { $0.code == code } }

  func indicators(of category: Category) -> [Indicator] { indicators.filter { $0.category == category.code } }

  /// The instrument that comes with the program.
  static let builtInSource = String(decoding: PackageResources.instrumen_bawaan_txt, as: UTF8.self)
}

extension Instrument.Indicator {
  /// The grades that may be given.
  package var grades: [Grade] { isAllOrNothing ? [.full, .none] : Grade.allCases }

  /// `nilai`, or `hitung` with what is counted.
  package var methodName: String {
    switch method {
    case .judged: "nilai"
    case .computed(let indicator, _): "hitung \(indicator.rawValue)"
    }
  }

  /// What each grade asks for, the highest first: in the instrument's words, or the percentage from which on it is given.
  package var demands: [(grade: Grade, demand: Phrase)] {
    switch method {
    case .judged(_, let criteria): grades.compactMap { grade in criteria[grade].map { (grade: grade, demand: Phrase($0)) } }
    case .computed(_, let thresholds):
      thresholds.steps.map { step in
        let least = IndonesianNumber.spelling(ofCanonical: step.least.description)
        return (grade: step.grade, demand: Phrase(id: "mulai \(least)%", en: "from \(least)%"))
      }
    }
  }

  /// What proves a judged one.
  package var askedEvidence: String? {
    if case .judged(let evidence, _) = method { evidence } else { nil }
  }

  /// What is counted, and of what; nil for a judged one.
  package var counted: (part: Phrase, whole: Phrase)? {
    if case .computed(let indicator, _) = method { (indicator.counted.part, indicator.counted.whole) } else { nil }
  }
}
