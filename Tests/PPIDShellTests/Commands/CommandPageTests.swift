import Foundation
import PPIDValues
import Testing

@Suite struct CommandPageTests {
  @Test(arguments: [("Perintah.md", Language.indonesian), ("Commands.md", .english)])
  func `the documentation's pages say what the definitions say`(_ name: String, _ language: Language) throws {
    let folder = Office.source.deletingLastPathComponent().appendingPathComponent("Documentation")
    try Rewriting.check(folder.appendingPathComponent(name), is: CommandPages(language: language).text)
  }
}
