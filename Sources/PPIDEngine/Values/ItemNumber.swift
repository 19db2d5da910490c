/// Letters that stand before the numbers of one kind of thing.
package protocol NumberedKind: Sendable {
  static var letter: String { get }
  /// What completion asks for such numbers.
  static var topic: CompletionTopic { get }
}

/// What monev finds: `T-2`.
package enum FindingKind: NumberedKind {
  package static let letter = "T"
  package static let topic = CompletionTopic.findings
}

/// What it recommends: `R-1`.
package enum RecommendationKind: NumberedKind {
  package static let letter = "R"
  package static let topic = CompletionTopic.recommendations
}

/// What the public says: `M-3`.
package enum PublicInputKind: NumberedKind {
  package static let letter = "M"
  package static let topic = CompletionTopic.publicInput
}

/// A number like `T-2`, given once and never reused.
package struct ItemNumber<Kind: NumberedKind>: Sendable, Hashable {
  package let value: Int

  package init(_ value: Int) {
    self.value = value
  }

  /// Reads `T-2`; the letter may be small. Nil for anything else.
  package init?(spelled text: some StringProtocol) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].uppercased() == Kind.letter, let first = parts[1].utf8.first, first != UInt8(ascii: "0"),
      parts[1].utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains), let value = Int(parts[1])
    else { return nil }
    self.value = value
  }
}

extension ItemNumber: CustomStringConvertible {
  package var description: String { "\(Kind.letter)-\(value)" }
}

package typealias FindingNumber = ItemNumber<FindingKind>
package typealias RecommendationNumber = ItemNumber<RecommendationKind>
package typealias PublicInputNumber = ItemNumber<PublicInputKind>
