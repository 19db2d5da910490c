import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let bantuan = Command(
    "bantuan", needs: .anything,
    help: Phrase(id: "Menjelaskan sebuah perintah, atau mendaftar semuanya.", en: "Explains a command, or lists them all."),
    Parameter<[CommandWord]>.rest("perintah", required: false, Phrase(id: "misalnya `arsip impor`", en: "such as `arsip impor`")),
    isOutput: true,
    examples: [Example("bantuan arsip impor")]
  ) { session, words in
    let page = Page(language: session.language, width: session.console.width)
    let all = session.catalog.signatures + Builtins.signatures
    let name = words.map(\.text).joined(separator: " ")
    guard !words.isEmpty else {
      try session.console.write(page.list(CommandTable.groups, stages: Builtins.signatures))
      return .null
    }
    let related = all.filter { $0.name.hasPrefix(name + " ") }
    if let signature = all.first(where: { $0.name == name }) {
      try session.console.write(page.page(signature, related: related))
    } else if let first = related.first {
      try session.console.write(page.page(first, related: Array(related.dropFirst())))
    } else {
      throw Failure(
        Phrase(id: "tidak ada perintah `\(name)`", en: "there is no command `\(name)`"),
        advice: Nearest.name(to: name, among: all.map(\.name)).map { Phrase(id: "maksud Anda `\($0)`?", en: "did you mean `\($0)`?") })
    }
    return .null
  }
}

/// A word of a command's name.
struct CommandWord: Argument {
  let text: String

  static var parameterType: ParameterType { .commandName }

  static func read(_ value: Value) throws -> CommandWord {
    CommandWord(text: try String.read(value))
  }
}
