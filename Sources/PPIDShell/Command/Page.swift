import Foundation
import PPIDScript
import PPIDValues

/// The help page of a command, or the list of all of them, as plain text.
struct Page {
  let language: Language
  /// The columns of the terminal that it is read on; nil where no terminal bounds the lines.
  var width: Int?

  /// What is said of a name stands beside it, if there are as many columns left for it.
  private static let leastRoom = 30

  func list(_ groups: [CommandGroup], stages: [Signature]) -> String {
    var text =
      Phrase(id: "Perintah. `bantuan perintah` menjelaskan satu.", en: "Commands. `bantuan command` explains one.")[language] + "\n"
    for group in groups {
      text += "\n\(group.title[language])\n" + rows(group.commands.map { ($0.signature.name, $0.signature.help.firstSentence(language)) })
    }
    let title = Phrase(id: "Tahap dan fungsi", en: "Stages and functions")
    return text + "\n\(title[language])\n" + rows(stages.map { ($0.name, $0.help.firstSentence(language)) })
  }

  func page(_ signature: Signature, related: [Signature]) -> String {
    var text = wrapped(signature.help[language], indent: 0) + "\n" + wrapped(signature.usage, indent: 2, further: 4)
    if !signature.parameters.isEmpty {
      text += "\n" + rows(signature.parameters.map { ($0.heading, $0.help[language]) })
    }
    if !signature.examples.isEmpty {
      text += "\n\(Phrase(id: "Contoh", en: "Examples")[language])\n"
      for example in signature.examples {
        text += "  > \(example.line)\n"
        if let prints = example.prints { text += prints.split(separator: "\n").map { "  \($0)\n" }.joined() }
      }
    }
    if !related.isEmpty {
      text += "\n\(Phrase(id: "Lihat juga", en: "See also")[language])\n" + rows(related.map { ($0.name, $0.help.firstSentence(language)) })
    }
    return text
  }

  /// Two columns: a name and what it is.
  private func rows(_ rows: [(String, String)]) -> String {
    let column = 4 + (rows.map(\.0.count).max() ?? 0)
    let isBeside = width.map { $0 - column >= Page.leastRoom } ?? true
    return rows.map { name, meaning in
      guard isBeside else { return "  \(name)\n" + wrapped(meaning, indent: 6) }
      return "  \(name)" + wrapped(meaning, indent: column).dropFirst(2 + name.count)
    }.joined()
  }

  /// Lines that are broken between words, the first with `indent` blanks before it, the others with `further`.
  private func wrapped(_ text: String, indent: Int, further: Int? = nil) -> String {
    let further = further ?? indent
    let lines = CellText.lines(of: text, width: width.map { max($0 - max(indent, further), 1) })
    return zip(0..., lines).map { String(repeating: " ", count: $0 == 0 ? indent : further) + $1 + "\n" }.joined()
  }
}

extension ParameterSignature {
  fileprivate var heading: String {
    switch kind {
    case .argument, .rest: name
    case .option: "--\(name) \(type.placeholder)"
    case .flag: "--\(name)"
    }
  }
}

extension Phrase {
  /// Up to its first full stop.
  func firstSentence(_ language: Language) -> String {
    let text = self[language]
    return text.firstRange(of: ". ").map { text[..<$0.lowerBound] + "." } ?? text
  }
}
