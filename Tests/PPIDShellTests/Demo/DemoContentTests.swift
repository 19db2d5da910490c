import PPIDScript
import PPIDValues
import Testing

@testable import PPIDShell

/// What the demos that come with the program teach, and how they say it.
@Suite struct DemoContentTests {
  /// A shipped demo, read.
  struct Content: CustomTestStringConvertible, Sendable {
    let name: String
    let steps: [DemoStep]
    let source: SourceText

    var testDescription: String { name }

    /// What the step types, stage directions apart.
    func command(_ step: DemoStep) -> String { source.text(in: step.statements.last!) }
  }

  static let demos: [Content] = DemoResources.demos.map { shipped in
    let source = SourceText(name: shipped.name, bytes: shipped.text())
    var faults: [Diagnostic] = []
    let script = DemoScript(source, activities: 15, faults: &faults)
    return Content(name: shipped.name, steps: faults.isEmpty ? script.steps : [], source: source)
  }

  @Test func `there are three demos, of thirty to sixty steps each`() {
    #expect(Self.demos.map(\.name) == ["sop", "dip", "monev"])
    for demo in Self.demos { #expect((30...60).contains(demo.steps.count), "\(demo.name): \(demo.steps.count)") }
  }

  @Test(arguments: demos) func `every step has a short heading and says something in at most three lines, in both languages`(
    _ demo: Content
  ) throws {
    for (number, step) in demo.steps.enumerated() {
      let note = try #require(step.notes.text, "\(number + 1)")
      #expect(note.id != note.en, "\(number + 1): \(note.id)")
      let heading = try #require(step.notes.heading, "\(number + 1)")
      #expect(heading.id != heading.en && heading.id.count <= 24 && heading.en.count <= 24, "\(number + 1): \(heading.id)")
      for text in [note.id, note.en] {
        #expect(CellText.lines(of: text, width: 72).count <= 3, "\(number + 1): \(text)")
        #expect(text.first!.isUppercase && ".!?".contains(text.last!), "\(number + 1): \(text)")
      }
    }
  }

  // MARK: How long a class takes

  /// Words that a trainer says in a minute, so that the back row can follow; and the seconds that a step takes beside what is said of
  /// it: reading what was printed, finding it on the board, pressing Enter.
  private static let wordsPerMinute = 100
  private static let secondsPerStep = 14

  @Test(arguments: demos) func `a demo takes fifteen to thirty minutes of class`(_ demo: Content) {
    for language in [Language.indonesian, .english] {
      let words = demo.steps.reduce(0) { $0 + ($1.notes.text?[language].split(separator: " ").count ?? 0) }
      let seconds = words * 60 / Self.wordsPerMinute + demo.steps.count * Self.secondsPerStep
      #expect((15 * 60...30 * 60).contains(seconds), "\(demo.name), \(language): \(seconds / 60) minutes")
    }
  }

  // MARK: What the laws say

  /// The articles that notes may name, each of which says what the demos use it for.
  private static let articles: [String: Set<Int>] = [
    "UU 14/2008": [7, 8, 9, 10, 11, 12, 13, 17, 19, 20, 22], "PP 61/2010": [14], "PerKI 1/2021": [], "UU 43/2009": [40],
    "UU 27/2022": [4],
  ]

  @Test(arguments: demos) func `every step names its law or activity, and only known ones`(_ demo: Content) throws {
    for (number, step) in demo.steps.enumerated() {
      let basis = try #require(step.notes.basis, "\(number + 1)")
      for reference in basis.split(separator: ";") {
        #expect(isKnown(reference.split(separator: " ").map(String.init)), "\(number + 1): \(reference)")
      }
    }
  }

  /// `UU 14/2008 Pasal 9`, `PerKI 1/2021`, `SOP langkah 2`.
  private func isKnown(_ words: [String]) -> Bool {
    if words.first == "SOP" { return words.count == 3 && words[1] == "langkah" && (1...15).contains(Int(words[2]) ?? 0) }
    guard let articles = Self.articles[words.prefix(2).joined(separator: " ")] else { return false }
    guard !articles.isEmpty else { return words.count == 2 }
    return words.count == 4 && words[2] == "Pasal" && articles.contains(Int(words[3]) ?? 0)
  }

  // MARK: What is taught

  private func demo(_ name: String) throws -> Content { try #require(Self.demos.first { $0.name == name }) }

  /// The steps that type `command` and aren't refused.
  private func steps(_ demo: Content, typing command: String) -> [Int] {
    demo.steps.indices.filter { demo.steps[$0].notes.refusal == nil && demo.command(demo.steps[$0]).contains(command) }
  }

  @Test func `the demo of the SOP finishes every one of its fifteen activities`() throws {
    let sop = try demo("sop")
    #expect(Set(sop.steps.compactMap(\.notes.activity)) == Set(1...15))
    for number in [1, 3, 4, 6, 7, 10, 12, 13, 14, 15] {
      #expect(!steps(sop, typing: "langkah selesai \(number)").isEmpty, "\(number)")
    }
    for command in ["serah kirim", "serah terima", "dip tetapkan", "dip terbit", "langkah putus 11 ya"] {
      #expect(!steps(sop, typing: command).isEmpty, "\(command)")
    }
  }

  @Test func `both of the SOP's decisions are answered T once`() throws {
    let sop = try demo("sop")
    #expect(steps(sop, typing: "langkah putus 7 tidak").count == 1)
    #expect(steps(sop, typing: "langkah putus 11 tidak").count == 1)
  }

  @Test(arguments: ["sop", "monev"]) func `a half-year is done in the order 14, 13, 15`(_ name: String) throws {
    let demo = try demo(name)
    let order = try [14, 13, 15].map { try #require(steps(demo, typing: "langkah selesai \($0)").last) }
    #expect(order == order.sorted())
  }

  /// Of some refusals the way out is what the next step does.
  @Test func `roles, order and gates refuse once each, and lists that can't be read`() throws {
    let refusals = Self.demos.map { demo in Set(demo.steps.compactMap(\.notes.refusal)) }
    #expect(refusals == [[.failed, .forbidden], [.failed, .forbidden, .input], [.failed, .forbidden]])
    let sop = try demo("sop")
    let advice = [
      ("langkah selesai 1", "arsip tambah"), ("langkah selesai 3", "--kategori"), ("serah terima ST-12", "--hitung 1"),
      ("langkah putus 11 ya", "pertimbangan tambah"),
    ]
    for (command, answer) in advice {
      let refused = sop.steps.firstIndex { $0.notes.refusal == .failed && sop.command($0) == command }
      let number = try #require(refused, "\(command)")
      #expect(sop.command(sop.steps[number + 1]).contains(answer), "\(command)")
    }
  }
}
