import Foundation
import PPIDScript
import PPIDValues

/// The help page of a command, or the list of all of them, as plain text.
struct Page {
  let language: Language

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
    var text = "\(signature.help[language])\n\n  \(signature.usage)\n"
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
    let width = rows.map(\.0.count).max() ?? 0
    return rows.map { "  \($0)\(String(repeating: " ", count: width - $0.count))  \($1)\n" }.joined()
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
