import Foundation
import PPIDScript
import PPIDValues

/// What `bantuan` shows, as plain text: an overview, the commands of a group, the page of one.
struct Page {
  /// Commands that belong together, as a reader of the help sees them.
  struct Section {
    /// The word that `bantuan` takes for it.
    let name: String
    let title: Phrase
    let signatures: [Signature]
  }

  let language: Language
  /// Columns to wrap at; nil where the text goes to a program.
  let width: Int?

  /// What is said of a name stands beside it, if there are as many columns left for it.
  private static let leastRoom = 30

  /// One screen: where to begin, and what there is in each section.
  func overview(_ sections: [Section]) -> String {
    let rows = sections.map { section in
      var words: [String] = []
      for signature in section.signatures where words.last != signature.firstWord { words.append(signature.firstWord) }
      return (section.name, words.joined(separator: ", "))
    }
    let introduction = Phrase(
      id: """
        `bantuan sop` mendaftar satu kelompok, `bantuan arsip impor` menjelaskan satu perintah, `bantuan impor` mencari, `bantuan semua` \
        mendaftar semuanya.
        """,
      en: """
        `bantuan sop` lists a group, `bantuan arsip impor` explains a command, `bantuan impor` searches, `bantuan semua` lists them all.
        """)
    let beginning = Phrase(
      id: """
        Untuk memulai: `unit tambah BU "Bagian Umum"`, `arsip impor daftar.csv`, `siklus buka 2026-11`; lalu `lanjut` menyebut yang berikutnya.
        """,
      en: """
        To begin: `unit tambah BU "Bagian Umum"`, `arsip impor daftar.csv`, `siklus buka 2026-11`; then `lanjut` tells what comes next.
        """)
    return "\(wrapped(introduction[language]))\n\(table(rows, limit: 2))\n\(wrapped(beginning[language]))"
  }

  /// All commands of these sections.
  func list(_ sections: [Section]) -> String {
    sections.map { "\($0.title[language])\n\(summaries($0.signatures))" }.joined(separator: "\n")
  }

  /// What is known of a word that names no command: the commands in whose names or summaries it stands; nil if there are none.
  func matches(_ word: String, in sections: [Section]) -> String? {
    let found = sections.flatMap(\.signatures).filter {
      $0.name.contains(word) || $0.help.firstSentence(language).lowercased().contains(word)
    }
    guard !found.isEmpty else { return nil }
    let title = Phrase(id: "Perintah dengan \"\(word)\"", en: "Commands with \"\(word)\"")[language]
    return "\(title)\n\(summaries(found))"
  }

  func page(_ signature: Signature, related: [Signature]) -> String {
    var text = "\(wrapped(signature.help[language]))\n\(wrapped(signature.usage, indent: 2, further: 4))"
    if !signature.parameters.isEmpty {
      text += "\n" + table(signature.parameters.map { ($0.heading, $0.help[language]) })
    }
    if !signature.examples.isEmpty {
      text += "\n\(Phrase(id: "Contoh", en: "Examples")[language])\n"
      for example in signature.examples {
        text += "  > \(example.line)\n"
        if let prints = example.prints { text += prints.split(separator: "\n").map { "  \($0)\n" }.joined() }
      }
    }
    if !related.isEmpty {
      text += "\n\(Phrase(id: "Lihat juga", en: "See also")[language])\n" + summaries(related)
    }
    return text
  }

  private func summaries(_ signatures: [Signature]) -> String {
    table(signatures.map { ($0.name, $0.help.firstSentence(language)) })
  }

  /// Two columns: a name and what it is, in at most `limit` lines. In narrow windows the one stands below the other.
  private func table(_ rows: [(name: String, text: String)], limit: Int = .max) -> String {
    let column = 4 + (rows.map { TextWidth.of($0.name) }.max() ?? 0)
    let isBeside = width.map { $0 - column >= Page.leastRoom } ?? true
    return rows.map { name, text in
      guard isBeside else { return "  \(name)\n" + wrapped(text, indent: 6, limit: limit) }
      return "  \(name)" + wrapped(text, indent: column, limit: limit).dropFirst(2 + TextWidth.of(name))
    }.joined()
  }

  /// Lines that are broken between words, the first with `indent` blanks before it, the others with `further`.
  private func wrapped(_ text: String, indent: Int = 0, further: Int? = nil, limit: Int = .max) -> String {
    let further = further ?? indent
    let lines = CellText.lines(of: text, width: width.map { max($0 - max(indent, further), 1) }, limit: limit)
    return zip(0..., lines).map { String(repeating: " ", count: $0 == 0 ? indent : further) + $1 + "\n" }.joined()
  }
}

extension Signature {
  fileprivate var firstWord: String { String(name.prefix { $0 != " " }) }
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
