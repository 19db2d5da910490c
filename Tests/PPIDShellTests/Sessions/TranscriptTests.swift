import Foundation
import PPIDScript
import Testing

@testable import PPIDShell

@Suite struct TranscriptTests {
  private static let folder = Office.source.appendingPathComponent("PPIDShellTests/Transcripts")

  /// The names of the transcripts, without their ending.
  private static let names: [String] = {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".ppid") }.map { String($0.dropLast(".ppid".count)) }.sorted()
  }()

  private static func file(_ name: String) -> URL { folder.appendingPathComponent("\(name).ppid") }

  private static func transcript(_ name: String) throws -> Transcript {
    Transcript(name: name, try String(contentsOf: file(name), encoding: .utf8))
  }

  @Test(arguments: names) func `a session prints what it printed when it was written down`(_ name: String) throws {
    let transcript = try Self.transcript(name)
    let office = try Office()
    try office.write("jabar.csv", Data(contentsOf: Office.westJava))
    let printed = try Self.play(transcript, in: office)
    try Rewriting.check(Self.file(name), is: transcript.text(printing: printed))
  }

  @Test func `the session that the README shows prints what it shows`() throws {
    let readme = try String(
      contentsOf: Office.source.deletingLastPathComponent().appendingPathComponent("README.md"), encoding: .utf8)
    let shown = try #require(readme.range(of: "    $ scripts/ppid\n"))
    let lines = readme[shown.upperBound...].split(separator: "\n", omittingEmptySubsequences: false).prefix { $0 != "" }
    let text = lines.map { $0.dropFirst(4) }.map { line in
      line.prefixMatch(of: /arsip[^>]*(?=> )/).map { line[$0.range.upperBound...] } ?? line
    }
    let transcript = Transcript(name: "README", text.joined(separator: "\n"))
    #expect(transcript.entries.count > 3)
    let office = try Office()
    try office.write("daftar-2023.csv", Data(contentsOf: Office.westJava))
    #expect(try Self.play(transcript, in: office) == transcript.entries.map(\.printed))
  }

  /// What each entry prints, lines with the status at their end.
  private static func play(_ transcript: Transcript, in office: Office) throws -> [[String]] {
    var flags: [String] = []
    return try transcript.entries.map { entry in
      let words: [String]
      switch entry.kind {
      case .flags:
        flags = entry.text.split(separator: " ").map(String.init)
        return []
      case .line: words = [Office.program.path] + flags + ["-c", entry.text]
      case .shell: words = ["sh", "-c", entry.text]
      }
      let outcome = try office.start(words, isMerged: true).wait()
      var lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      while lines.last == "" { lines.removeLast() }
      return outcome.status == 0 ? lines : lines + ["# status \(outcome.status)"]
    }
  }

  @Test func `every command stands in a session`() throws {
    let typed = try Self.names.flatMap { try Self.transcript($0).entries.map(\.text) }.joined(separator: "\n")
    let words = typed.split { !$0.isLetter && $0 != "-" }
    let pairs = Set(zip(words, words.dropFirst()).map { "\($0) \($1)" })
    let missing = Definitions.signatures.map(\.name).filter { name in
      name.contains(" ") ? !pairs.contains(name) : !words.contains { $0 == name }
    }
    #expect(missing == [])
  }
}
