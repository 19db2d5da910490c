import Foundation
import PPIDValues
import Testing

@testable import PPIDScript

/// The programs in `Programs`, each with its expectations in comments.
///
/// A file holds several programs, each below a line `#: its title`. `# harap: …` is the next line of output, `# galat: …` the
/// beginning of the message of an error on its line (`# galat 3: …` three lines above it), `# catatan: …` that of a note. A title
/// that ends in `(sesi)` belongs to a program that runs as if it were typed. What isn't announced must not happen.
struct ProgramTests {
  struct Program: CustomTestStringConvertible, Sendable {
    let file: String
    let title: String
    let firstLine: Int
    let text: String

    var testDescription: String { "\(file):\(firstLine) \(title)" }
    var mode: Checker.Mode { title.hasSuffix("(sesi)") ? .session : .file }
  }

  static let programs: [Program] = {
    guard let folder = Bundle.module.resourceURL?.appending(path: "Programs"),
      let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    else { return [] }
    return files.filter { $0.pathExtension == "ppid" }.sorted { $0.path < $1.path }.flatMap(read)
  }()

  private static func read(_ file: URL) -> [Program] {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else { return [] }
    var programs: [Program] = []
    var title = ""
    var first = 1
    var lines: [String] = []
    func close() {
      guard lines.contains(where: { !$0.isEmpty }) else { return }
      programs.append(
        Program(
          file: file.lastPathComponent, title: title, firstLine: first, text: lines.joined(separator: "\n") + "\n"))
    }
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.hasPrefix("#: ") {
        close()
        (title, first, lines) = (String(line.dropFirst(3)), number + 2, [])
      } else {
        lines.append(String(line))
      }
    }
    close()
    return programs
  }

  @Test("There are programs") func programsExist() {
    #expect(ProgramTests.programs.count > 100)
  }

  @Test("Each production of the grammar has a program that runs and one that is refused")
  func grammarIsCovered() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Documentation/Grammar.md")
    let productions = try String(contentsOf: page, encoding: .utf8).split(separator: "\n").compactMap {
      $0.firstMatch(of: /^ {4}(\w+) +=/)?.1
    }
    #expect(productions.count > 50)
    let titles = Set(ProgramTests.programs.filter { $0.file == "grammar.ppid" }.map(\.title))
    for production in productions {
      #expect(titles.contains("`\(production)`") && titles.contains("`\(production)`, refused"), "\(production)")
    }
  }

  @Test("A program does what its comments say", arguments: programs)
  func run(_ program: Program) {
    let expected = Expectations(program.text)
    let outcome = Outcome(program.text, mode: program.mode)
    #expect(outcome.lines == expected.lines)
    #expect(outcome.errors.count == expected.errors.count, "\(outcome.drawings)")
    #expect(outcome.notes.count == expected.notes.count, "\(outcome.drawings)")
    for (found, wanted) in zip(outcome.errors + outcome.notes, expected.errors + expected.notes) {
      #expect(found.line == wanted.line && found.message.hasPrefix(wanted.message), "\(outcome.drawings)")
    }
  }
}

/// What a program's comments announce.
struct Expectations {
  struct Announcement: Equatable {
    let line: Int
    let message: String
  }

  var lines: [String] = []
  var errors: [Announcement] = []
  var notes: [Announcement] = []

  init(_ text: String) {
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      var rest = line[...]
      while let (word, start) = Expectations.next(in: rest) {
        rest = rest[start...].dropFirst(word.count)
        let end = Expectations.next(in: rest)?.start ?? rest.endIndex
        var message = rest[..<end]
        let above = Int(message.prefix { $0 != ":" }.dropFirst()) ?? 0
        message = message.drop { $0 != ":" }.dropFirst(2)
        if end < rest.endIndex, message.last == " " { message = message.dropLast() }
        rest = rest[end...]
        let announcement = Announcement(line: index + 1 - above, message: String(message))
        switch word {
        case "# harap": lines.append(announcement.message)
        case "# galat": errors.append(announcement)
        default: notes.append(announcement)
        }
      }
    }
  }

  /// The next announcement in a line.
  private static func next(in line: Substring) -> (word: String, start: String.Index)? {
    ["# harap", "# galat", "# catatan"].compactMap { word in
      line.firstRange(of: word).map { (word, $0.lowerBound) }
    }.min { $0.1 < $1.1 }
  }
}

/// What Ctrl-C would set.
final class InterruptFlag: @unchecked Sendable {
  let pointer = UnsafeMutablePointer<Int32>.allocate(capacity: 1)

  init() { pointer.initialize(to: 0) }
  deinit { pointer.deallocate() }
}

/// What a program does.
struct Outcome {
  var errors: [Expectations.Announcement] = []
  var notes: [Expectations.Announcement] = []
  var drawings = ""
  var status = PPIDScript.ExitStatus.done
  let host = TestHost()
  var lines: [String] { host.lines }

  init(_ text: String, mode: Checker.Mode = .file, limits: Limits = Limits(), session: Session = Session()) {
    let source = SourceText(name: "uji.ppid", text)
    let result = Checker.check(source, catalog: TestCatalog.shared, mode: mode, session: session)
    for diagnostic in result.diagnostics { add(diagnostic) }
    guard let program = result.program else {
      status = .usage
      return
    }
    do {
      let flag = InterruptFlag()
      try Machine(host: host, session: session, limits: limits, language: .indonesian, interruptFlag: flag.pointer)
        .run(program)
    } catch {
      add(error.diagnostic)
      status = error.status
    }
  }

  private mutating func add(_ diagnostic: Diagnostic) {
    let line = diagnostic.source.place(of: diagnostic.range.lowerBound).line
    let announcement = Expectations.Announcement(line: line, message: diagnostic.problem.message.id)
    if diagnostic.severity == .error { errors.append(announcement) } else { notes.append(announcement) }
    drawings += DiagnosticPrinter(language: .indonesian).draw(diagnostic)
  }
}
