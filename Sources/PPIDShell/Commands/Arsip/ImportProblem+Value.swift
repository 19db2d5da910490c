import PPIDEngine
import PPIDScript
import PPIDValues

extension [ImportProblem] {
  /// The problems as scripts see them.
  var value: Value { .list(List(map { .record(Record($0.fields)) })) }

  /// The first of them as people read them, a line each; empty for none. Trouble that many whole rows share is told of three.
  func remarks(_ language: Language) -> String {
    let (shown, sharing) = (20, 3)
    var rows: [String: Int] = [:]
    let told = filter { problem in
      guard problem.column.isEmpty else { return true }
      rows[problem.reason.id, default: 0] += 1
      return rows[problem.reason.id, default: 0] <= sharing
    }
    var text = told.prefix(shown).map { $0.line(language) }.joined()
    let more = count - Swift.min(told.count, shown)
    if more > 0 { text += Phrase(id: "… dan \(more) lagi\n", en: "… and \(more) more\n")[language] }
    return text
  }
}

extension ImportProblem {
  /// `usul` is there only where something suggests itself.
  fileprivate var fields: [(name: String, value: Value)] {
    let told: [(name: String, value: Value)] = [
      ("baris", .int(row)), ("kolom", .text(column)), ("nilai", .text(value)), ("alasan", .text(reason.id)),
    ]
    return told + (suggestion.map { [(name: "usul", value: .text($0))] } ?? [])
  }

  fileprivate func line(_ language: Language) -> String {
    let place = Phrase(id: "baris \(row)", en: "row \(row)")[language]
    let head = column.isEmpty ? "" : Phrase(id: ", kolom \(column)", en: ", column \(column)")[language]
    let meant = suggestion.map { Phrase(id: "; usul: `\($0)`", en: "; suggestion: `\($0)`")[language] } ?? ""
    return "\(place)\(head): `\(VisibleText.of(value))`: \(reason[language])\(VisibleText.of(meant))\n"
  }
}
