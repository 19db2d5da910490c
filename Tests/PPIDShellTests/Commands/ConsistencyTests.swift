import PPIDScript
import PPIDValues
import Testing

@testable import PPIDShell

/// What holds of every command that anybody defines.
@Suite struct ConsistencyTests {
  @Test func `names are one or two words in small letters, and each is there once`() {
    let names = Definitions.signatures.map(\.name)
    #expect(names.count > 60)
    #expect(Set(names).count == names.count)
    for name in names {
      let words = name.split(separator: " ", omittingEmptySubsequences: false)
      #expect((1...2).contains(words.count) && words.allSatisfy(isWord), "\(name)")
    }
  }

  @Test(arguments: Definitions.signatures) func `a command is explained in both languages`(_ signature: Signature) {
    let help = signature.help
    #expect(help.id != help.en)
    for text in [help.id, help.en] {
      #expect(text.hasSuffix(".") && text == text.trimmed && text.first?.isUppercase == true, "\(text)")
    }
  }

  @Test(arguments: Definitions.signatures)
  func `a command's parameters have names of their own and are explained in both languages`(_ signature: Signature) {
    let parameters = signature.parameters
    #expect(Set(parameters.map(\.name)).count == parameters.count)
    for parameter in parameters {
      #expect(isWord(parameter.name[...]), "\(parameter.name)")
      #expect(parameter.help.id != parameter.help.en, "\(parameter.name)")
      for text in [parameter.help.id, parameter.help.en] {
        #expect(!text.isEmpty && !text.hasSuffix(".") && text == text.trimmed, "\(parameter.name): \(text)")
      }
    }
  }

  @Test(arguments: Definitions.signatures)
  func `what must be given stands before what may be left out, and a rest comes last`(_ signature: Signature) {
    var order: [Int] = []
    for parameter in signature.parameters {
      switch parameter.kind {
      case .argument(required: true): order.append(0)
      case .argument(required: false): order.append(1)
      case .rest: order.append(2)
      case .option, .flag: break
      }
    }
    #expect(order == order.sorted())
    #expect(order.count { $0 == 2 } <= 1)
  }

  @Test(arguments: Definitions.signatures) func `a command has an example that shows it`(_ signature: Signature) {
    #expect(signature.examples.contains { $0.line.contains(signature.name) })
  }

  @Test func `every group of commands has a title in both languages`() {
    for group in CommandTable.groups {
      #expect(!group.title.id.isEmpty && !group.title.en.isEmpty && !group.commands.isEmpty)
    }
  }

  @Test(arguments: Definitions.signatures) func `help knows every command`(_ signature: Signature) throws {
    let office = try Office()
    let page = try office.ppid("--bahasa", "en", "-c", "bantuan \(signature.name)").succeeded()
    #expect(page.hasPrefix(signature.help.en) && page.contains(signature.usage))
  }

  /// Whether it is what a command, an option or an argument may be called.
  private func isWord(_ word: Substring) -> Bool {
    guard let first = word.first, first.isLetter else { return false }
    return word.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
  }
}

extension Signature: CustomTestStringConvertible {
  public var testDescription: String { name }
}

extension String {
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
