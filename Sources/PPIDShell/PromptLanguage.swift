import PPIDScript
import PPIDValues

/// What the prompt knows of the language: colours, whether an entry goes on, what could stand at the cursor.
final class PromptLanguage {
  private let session: Session
  private let machine: Machine
  /// Every command's name, those of the language included.
  private lazy var signatures: [Signature] = session.catalog.signatures + Builtins.signatures
  private lazy var names = Set(signatures.map(\.name))

  init(session: Session, machine: Machine) {
    self.session = session
    self.machine = machine
  }

  /// Whether Enter opens a further line: a bracket is open, or the line ends in `|`.
  func needsMore(_ text: String) -> Bool {
    Parser.parse(SourceText(name: "prompt", text)).isIncomplete
  }

  func highlights(_ text: String) -> [Highlight] {
    let source = SourceText(name: "prompt", text)
    return Parser.parse(source).marks.map { mark in
      let isUnknown = mark.kind == .command && !isCommand(source.text(in: mark.range))
      return Highlight(mark.range.lowerBound..<mark.range.upperBound, isUnknown ? .error : mark.kind.style)
    }
  }

  /// Commands where a command may stand, options of the command at hand, variables after `$`.
  func candidates(_ text: String, _ cursor: Int) -> [Candidate] {
    let bytes = Array(text.utf8.prefix(cursor))
    var start = bytes.count
    while start > 0, !PromptLanguage.delimiters.contains(bytes[start - 1]) { start -= 1 }
    let word = String(decoding: bytes[start...], as: UTF8.self)
    let range = start..<cursor
    if word.hasPrefix("$") {
      return machine.session.variableNames.map { "$\($0)" }.filter { $0.hasPrefix(word) }.map { Candidate($0, replacing: range) }
    }
    let stage = bytes[..<start].split(omittingEmptySubsequences: false) { PromptLanguage.heads.contains($0) }.last ?? []
    let before = String(decoding: stage, as: UTF8.self).split(separator: " ").map(String.init)
    if word.hasPrefix("--") { return options(of: before, beginningWith: word, range) }
    guard before.count < 2 else { return [] }
    let typed = (before + [word]).joined(separator: " ")
    let matching = signatures.filter { $0.name.hasPrefix(typed) }
    return matching.map { signature in
      let rest = before.isEmpty ? signature.name : String(signature.name.dropFirst(before[0].count + 1))
      return Candidate(rest, replacing: range, description: signature.help[session.language])
    }
  }

  private func options(of words: [String], beginningWith word: String, _ range: Range<Int>) -> [Candidate] {
    let name = [words.prefix(2), words.prefix(1)].map { $0.joined(separator: " ") }.first(where: names.contains)
    guard let signature = signatures.first(where: { $0.name == name }) else { return [] }
    return signature.parameters.compactMap { parameter in
      switch parameter.kind {
      case .option, .flag:
        "--\(parameter.name)".hasPrefix(word)
          ? Candidate("--\(parameter.name)", replacing: range, description: parameter.help[session.language]) : nil
      case .argument, .rest: nil
      }
    }
  }

  private func isCommand(_ name: String) -> Bool {
    names.contains(name) || CommandTable.otherNames[name] != nil || machine.session.functionNames.contains(name)
      || names.contains { $0.hasPrefix(name + " ") }
  }

  private static let delimiters = Set(" \t\n|;(){}[]".utf8)
  private static let heads = Set("|;({\n".utf8)
}

extension Mark.Kind {
  /// How such a piece is shown.
  fileprivate var style: Style {
    switch self {
    case .keyword: .keyword
    case .command: .command
    case .option: .option
    case .word, .text: .text
    case .escape: .match
    case .number, .constant: .number
    case .date: .date
    case .variable: .variable
    case .column, .field, .symbol, .bracket: .plain
    case .comment: .comment
    case .invalid: .error
    }
  }
}
