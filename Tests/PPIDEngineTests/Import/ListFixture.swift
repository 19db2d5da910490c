import Foundation

@testable import PPIDEngine

/// Lists that tests read.
enum ListFixture {
  static func bytes(_ name: String) throws -> [UInt8] {
    let url = Bundle.module.resourceURL!.appendingPathComponent("Data/\(name)")
    return [UInt8](try Data(contentsOf: url))
  }

  static func path(_ name: String) -> String {
    Bundle.module.resourceURL!.appendingPathComponent("Data/\(name)").path
  }

  /// All that a list gives.
  static func read(
    _ bytes: [UInt8], separator: CSVSeparator? = nil, mapping: [String] = [], category: PPIDEngine.Category? = nil
  ) throws -> (records: [ListedRecord], summary: ListSummary) {
    let reader = try ListReader(
      bytes: bytes, separator: separator, mapping: ColumnMapping(mapping), defaultCategory: category)
    var records: [ListedRecord] = []
    let summary = try reader.forEach { records.append($0) }
    return (records, summary)
  }

  static func read(
    _ text: String, separator: CSVSeparator? = nil, mapping: [String] = [], category: PPIDEngine.Category? = nil
  ) throws -> (records: [ListedRecord], summary: ListSummary) {
    try read(Array(text.utf8), separator: separator, mapping: mapping, category: category)
  }
}
