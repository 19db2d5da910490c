import PPIDValues

/// Writes records as a list that `ListReader` reads back to the letter.
package struct ListWriter: Sendable {
  private var csv: CSVWriter
  private let reasonLanguage: Language?

  /// The columns, by the names that users know.
  package static let columns = ListField.all.map(\.name)
  static let reasonColumn = "alasan"

  /// A list in `profile`; with a column that says why a record was refused, in a language, where there is one.
  package init(profile: CSVProfile, reasonsIn language: Language? = nil) {
    csv = CSVWriter(profile: profile)
    reasonLanguage = language
  }

  /// The first line of the list.
  package mutating func header() -> [UInt8] {
    csv.line(ListWriter.columns + (reasonLanguage == nil ? [] : [ListWriter.reasonColumn]))
  }

  /// The line of one record; a text of no characters is as good as none.
  package mutating func line(number: RecordNumber?, unit: String?, content: RecordContent) -> [UInt8] {
    csv.line(ListField.all.map { value(of: $0, number: number, unit: unit, content: content) })
  }

  /// The line of a record that was refused for `problems`: what couldn't be read stands as it did, to be mended and read
  /// again.
  package mutating func line(refused record: ListedRecord, for problems: [ImportProblem]) -> [UInt8] {
    var values = ListField.all.map { field in
      problems.first { $0.field == field }.map { FieldValue.text($0.value) }
        ?? value(of: field, number: record.number, unit: record.unit, content: record.content)
    }
    if let reasonLanguage {
      let reasons = problems.map { problem in
        [problem.column, problem.reason[reasonLanguage]].filter { !$0.isEmpty }.joined(separator: ": ")
      }
      values.append(.text(reasons.joined(separator: "; ")))
    }
    return csv.line(values)
  }

  private func value(of field: ListField, number: RecordNumber?, unit: String?, content: RecordContent) -> FieldValue {
    switch field {
    case .number: .optional(number?.description)
    case .unit: .optional(unit)
    case .extra: .optional(content.extraText)
    case .record(let field): content[field]
    }
  }
}
