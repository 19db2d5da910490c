import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let bantuan = Command(
    "bantuan", needs: .anything,
    help: Phrase(id: "Menjelaskan sebuah perintah, atau mendaftar semuanya.", en: "Explains a command, or lists them all."),
    Parameter<CommandName?>.optional("perintah", Phrase(id: "misalnya `arsip impor`", en: "such as `arsip impor`")), isOutput: true,
    examples: [Example("bantuan arsip impor")]
  ) { session, name in
    let page = Page(language: session.language)
    let all = session.catalog.signatures + Builtins.signatures
    guard let name else {
      try session.console.page(page.list(CommandTable.groups, stages: Builtins.signatures))
      return .null
    }
    let related = all.filter { $0.name.hasPrefix(name.text + " ") }
    if let signature = all.first(where: { $0.name == name.text }) {
      try session.console.page(page.page(signature, related: related))
    } else if let first = related.first {
      try session.console.page(page.page(first, related: Array(related.dropFirst())))
    } else {
      throw Failure(
        Phrase(id: "tidak ada perintah `\(name.text)`", en: "there is no command `\(name.text)`"),
        advice: Nearest.name(to: name.text, among: all.map(\.name)).map { Phrase(id: "maksud Anda `\($0)`?", en: "did you mean `\($0)`?") })
    }
    return .null
  }
}

/// The name of a command, of one word or two.
struct CommandName: Argument {
  let text: String

  static var parameterType: ParameterType { .commandName }

  static func read(_ value: Value) throws -> CommandName {
    CommandName(text: try String.read(value))
  }
}
