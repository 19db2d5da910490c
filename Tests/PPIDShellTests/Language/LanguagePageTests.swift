import Foundation
import Testing

/// The language reference, in both languages: its examples do what they say.
@Suite struct LanguagePageTests {
  private static let pages = [
    LanguagePage(name: "Bahasa.md", language: .indonesian), LanguagePage(name: "Language.md", language: .english),
  ]

  private static let blocks = pages.flatMap(\.blocks)

  @Test func `both pages hold the same code in the same order`() {
    let code = Self.pages.map { $0.blocks.map(\.code) }
    #expect(code[0].count > 40)
    #expect(code[0].count == code[1].count)
    for (indonesian, english) in zip(code[0], code[1]) { #expect(indonesian == english) }
  }

  @Test(arguments: blocks.filter { $0.kind == .ppid })
  func `a script of the reference prints, or is refused, as it says`(_ block: LanguagePage.Block) throws {
    let office = try ExampleOffice.copy()
    let outcome = try office.ppid("--bahasa", block.page.language.rawValue, "-c", block.text)
    let announced = Announcements(block)
    let printed = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    #expect(block.output == nil || announced.printed.isEmpty, "a script's output is announced once")
    #expect(printed == block.output ?? announced.printed)
    let said = outcome.errors.matches(of: Announcements.diagnostic).map { match in
      Announcements.Diagnostic(isError: ["galat", "error"].contains(match.1), message: String(match.2), line: Int(match.3) ?? 0)
    }
    #expect(said == announced.diagnostics, "\(outcome.errors)")
    #expect((outcome.status == 0) == !announced.diagnostics.contains(where: \.isError))
  }

  @Test(arguments: blocks.filter { $0.kind == .console })
  func `a run of the reference prints what stands below it`(_ block: LanguagePage.Block) throws {
    let office = try ExampleOffice.copy()
    for script in block.page.blocks {
      if let name = script.fileName { try office.write(name, script.text + "\n") }
    }
    let clock = Office.clock.joined(separator: " ")
    var printed: [String] = []
    for line in block.lines where line.hasPrefix("$ ") {
      let run = "ppid() { command ppid \(clock) --bahasa \(block.page.language.rawValue) \"$@\"; }\n\(line.dropFirst(2))"
      let outcome = try office.start(["sh", "-c", run], isMerged: true).wait()
      printed.append(line)
      printed += outcome.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }
    #expect(printed == block.lines)
  }
}

/// What a script of the reference announces.
private struct Announcements {
  struct Diagnostic: Equatable {
    let isError: Bool
    let message: String
    let line: Int
  }

  private(set) var printed: [String] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// An error or a note as the program prints it, with its place.
  static var diagnostic: Regex<(Substring, Substring, Substring, Substring)> {
    /(?m)^(galat|error|catatan|note): (.*)\n +┌─ -c:([0-9]+):/
  }

  init(_ block: LanguagePage.Block) {
    var codeLine = 0
    for (index, line) in block.lines.enumerated() {
      if !line.hasPrefix("#") { codeLine = index + 1 }
      guard let match = line.firstMatch(of: /# (⇒|✗|✎) ?(.*)$/) else { continue }
      if match.1 == "⇒" {
        printed.append(String(match.2))
      } else {
        diagnostics.append(Diagnostic(isError: match.1 == "✗", message: String(match.2), line: codeLine))
      }
    }
  }
}
