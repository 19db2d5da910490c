import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let bantuan = Command(
    "bantuan", needs: .anything,
    help: Phrase(
      id: "Menjelaskan sebuah perintah atau sekelompok perintah; tanpa itu, apa saja yang ada.",
      en: "Explains a command or a group of commands; without one, what there is."),
    Parameter<[CommandWord]>.rest(
      "perintah", required: false,
      Phrase(id: "misalnya `arsip impor`, `kearsipan`, atau `semua`", en: "such as `arsip impor`, `kearsipan` or `semua`")),
    isOutput: true,
    examples: [Example("bantuan arsip impor"), Example("bantuan kearsipan"), Example("bantuan semua")]
  ) { session, words in
    let page = Page(language: session.language, width: session.console.width)
    let name = words.map(\.text).joined(separator: " ")
    try session.console.write(help(name, on: page))
    return .null
  }

  private static func help(_ name: String, on page: Page) throws -> String {
    let sections =
      CommandTable.groups.map { Page.Section(name: $0.name, title: $0.title, signatures: $0.commands.map(\.signature)) } + [
        Page.Section(name: "tahap", title: Phrase(id: "Tahap dan fungsi", en: "Stages and functions"), signatures: Builtins.signatures)
      ]
    if name.isEmpty { return page.overview(sections) }
    if name == "semua" { return page.list(sections) }
    let all = sections.flatMap(\.signatures)
    let section = sections.first { $0.name == name }
    let related = section?.signatures.filter { $0.name != name } ?? all.filter { $0.name.hasPrefix(name + " ") }
    if let signature = all.first(where: { $0.name == name }) { return page.page(signature, related: related) }
    if let section { return page.list([section]) }
    if let first = related.first { return page.page(first, related: Array(related.dropFirst())) }
    if let matches = page.matches(name.lowercased(), in: sections) { return matches }
    throw Failure(
      Phrase(id: "tidak ada perintah `\(name)`", en: "there is no command `\(name)`"),
      advice: Nearest.name(to: name, among: all.map(\.name)).map { Phrase(id: "maksud Anda `\($0)`?", en: "did you mean `\($0)`?") })
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
