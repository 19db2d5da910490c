import Foundation
import PPIDValues

/// Frozen reports are kept as JSON, each checked value as its own spelling.
package protocol SpelledValue: Codable, CustomStringConvertible {
  static func read(_ spelling: String) -> Self?
}

extension SpelledValue {
  package init(from decoder: any Decoder) throws {
    let text = try decoder.singleValueContainer().decode(String.self)
    guard let value = Self.read(text) else {
      throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "`\(text)` is no value"))
    }
    self = value
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}

extension Period: SpelledValue {
  package static func read(_ spelling: String) -> Period? { Period(spelling[...]) }
}

extension CalendarDate: SpelledValue {
  package static func read(_ spelling: String) -> CalendarDate? { CalendarDate(spelling[...]) }
}

extension LocalTime: SpelledValue {
  package static func read(_ spelling: String) -> LocalTime? { LocalTime(spelling[...]) }
}

extension RecordNumber: SpelledValue {
  package static func read(_ spelling: String) -> RecordNumber? { RecordNumber(spelling[...]) }
}

extension UnitCode: SpelledValue {
  package static func read(_ spelling: String) -> UnitCode? { UnitCode(spelling[...]) }
}

extension Phrase: Codable {
  private enum CodingKeys: String, CodingKey { case id, en }

  package init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    self.init(id: try container.decode(String.self, forKey: .id), en: try container.decode(String.self, forKey: .en))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(id, forKey: .id)
    try container.encode(en, forKey: .en)
  }
}

extension Report {
  /// The report as it is kept: the same report gives the same bytes.
  func frozen() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try encoder.encode(self)
  }

  init(frozen data: Data) throws {
    self = try JSONDecoder().decode(Report.self, from: data)
  }
}
