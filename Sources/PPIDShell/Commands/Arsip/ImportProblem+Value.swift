import PPIDEngine
import PPIDScript
import PPIDValues

extension [ImportProblem] {
  /// The problems as scripts see them.
  var value: Value { .list(List(map { .record(Record($0.fields)) })) }

  /// The first of them as people read them, a line each; empty for none.
  func remarks(_ language: Language) -> String {
    let shown = 20
    var text = prefix(shown).map { $0.line(language) }.joined()
    if count > shown { text += Phrase(id: "… dan \(count - shown) lagi\n", en: "… and \(count - shown) more\n")[language] }
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
