import PPIDEngine
import PPIDScript
import PPIDValues

@testable import PPIDShell

/// The reference of all commands in Markdown, from their definitions.
struct CommandPages {
  let language: Language

  var text: String {
    var text = "# \(Phrase(id: "Perintah", en: "Commands")[language])\n\n\(introduction)\n"
    for group in CommandTable.groups {
      text += "\n## \(group.title[language])\n"
      for command in group.commands { text += section(command.signature, roles: command.needs.roles) }
    }
    text += "\n## \(Phrase(id: "Tahap dan fungsi", en: "Stages and functions")[language])\n"
    for signature in Builtins.signatures { text += section(signature, roles: nil) }
    return text
  }

  private var introduction: String {
    Phrase(
      id: """
        Halaman ini dibuat dari definisi perintah; `bantuan perintah` menampilkan yang sama. Dalam pemakaian, `<…>` wajib,
        `[…]` boleh tidak ada, dan `…` berarti boleh beberapa. Semua contoh dijalankan oleh pengujian dalam
        [arsip kecil ini](../Tests/PPIDShellTests/Data/contoh.ppid) ([siklusnya](../Tests/PPIDShellTests/Data/contoh-siklus.ppid)). [English](Commands.md)
        """,
      en: """
        This page is made from the commands' definitions; `bantuan command` shows the same. In usage lines `<…>` is required,
        `[…]` may be left out, and `…` means several. Every example is run by the tests, in
        [this small archive](../Tests/PPIDShellTests/Data/contoh.ppid) ([its cycle](../Tests/PPIDShellTests/Data/contoh-siklus.ppid)). [Bahasa Indonesia](Perintah.md)
        """)[language]
  }

  private func section(_ signature: Signature, roles: Set<Role>?) -> String {
    var text = "\n### \(signature.name)\n\n\(escaped(signature.help[language]))\n\n    \(signature.usage)\n"
    if !signature.parameters.isEmpty {
      text +=
        "\n| \(Phrase(id: "parameter", en: "parameter")[language]) | \(Phrase(id: "arti", en: "meaning")[language]) |\n|---|---|\n"
      for parameter in signature.parameters {
        text += "| `\(escaped(heading(parameter)))` | \(escaped(parameter.help[language])) |\n"
      }
    }
    let remarks = [result(signature.result), roles.flatMap(allowed)].compactMap { $0 }
    if !remarks.isEmpty { text += "\n\(remarks.joined(separator: " "))\n" }
    for example in signature.examples {
      text += "\n    > \(example.line)\n"
      for line in example.prints?.split(separator: "\n") ?? [] { text += "    \(line)\n" }
    }
    return text
  }

  private func heading(_ parameter: ParameterSignature) -> String {
    switch parameter.kind {
    case .argument, .rest: parameter.name
    case .option: "--\(parameter.name) \(parameter.type.placeholder)"
    case .flag: "--\(parameter.name)"
    }
  }

  private func result(_ shape: ResultShape) -> String? {
    switch shape {
    case .nothing, .any: nil
    case .type(let type): Phrase(id: "Nilainya \(type.rawValue).", en: "Gives: \(type.rawValue).")[language]
    case .table(let columns):
      Phrase(id: "Nilainya tabel: \(names(columns)).", en: "Gives a tabel: \(names(columns)).")[language]
    case .record(let fields):
      Phrase(id: "Nilainya rekaman: \(names(fields)).", en: "Gives a rekaman: \(names(fields)).")[language]
    }
  }

  /// Who may use it; nothing where everybody may.
  private func allowed(_ roles: Set<Role>) -> String? {
    guard roles.count < Role.allCases.count else { return nil }
    let list = Role.allCases.filter(roles.contains).map(\.rawValue).joined(separator: ", ")
    return Phrase(id: "Yang boleh: \(list).", en: "For: \(list).")[language]
  }

  private func names(_ columns: [Column]) -> String {
    columns.map { "`\($0.name)`" }.joined(separator: ", ")
  }

  /// A text in Markdown that means itself.
  private func escaped(_ text: String) -> String {
    text.replacing("|", with: "\\|").replacing("<", with: "\\<")
  }
}
