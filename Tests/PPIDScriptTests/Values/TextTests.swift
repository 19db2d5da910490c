import PPIDScript
import Testing

@Suite struct TextTests {
  @Test func `texts that look the same but differ in scalars are different`() throws {
    let composed = Text("\u{E9}")
    let decomposed = Text("e\u{301}")
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
    #expect(composed.count == 1)
    #expect(decomposed.count == 2)
    let record = Record([("\u{E9}", .int(1)), ("e\u{301}", .int(2))])
    #expect(record.count == 2)
  }

  @Test func `texts are ordered by code point`() {
    // In UTF-16 the second would come first.
    #expect(Text("\u{FFFD}") < Text("\u{1F600}"))
    #expect(Text("a") < Text("ab"))
    #expect(Text("Z") < Text("a"))
    #expect(!(Text("a") < Text("a")))
  }

  @Test func `length and index count code points`() throws {
    let text = Value.text("a\u{1F600}é")
    #expect(try text.element(.int(1)).string == "\u{1F600}")
    #expect(try text.element(.int(-1)).string == "é")
    #expect(try Value.text("abc").element(.int(-3)).string == "a")
    #expect(throws: RuntimeProblem.self) { try text.element(.int(3)) }
    #expect(throws: RuntimeProblem.self) { try text.element(.int(-4)) }
  }

  @Test func `appending changes only the one who appends`() throws {
    var first = Value.text("satu")
    let second = first
    try first.add(.text(" dua"))
    #expect(first.string == "satu dua")
    #expect(second.string == "satu")
    try first.add(first)
    #expect(first.string == "satu duasatu dua")
    guard case .text(let text) = first else { return }
    #expect(text.count == 16)
  }

  @Test func `a part is found exactly where Python finds it`() throws {
    var random = SeededGenerator(2)
    var questions: [(String, String)] = []
    for _ in 0..<2000 {
      let text = String((0..<Int.random(in: 0..<30, using: &random)).map { _ in "abé".randomElement(using: &random)! })
      let part = String((0..<Int.random(in: 0..<5, using: &random)).map { _ in "abé".randomElement(using: &random)! })
      questions.append((text, part))
    }
    let answers = try Python.answers(
      to: questions.map { "\($0)|\($1)" },
      program: """
        for line in lines:
            text, part = line.split('|')
            print(part in text)
        """)
    for (question, answer) in zip(questions, answers) {
      #expect(try Text(question.0).contains(Text(question.1)) == (answer == "True"), "\(question)")
    }
  }
}

@Suite struct GlobTests {
  @Test(arguments: [
    ("anggaran", "ANG*", true), ("anggaran", "*ran", true), ("anggaran", "*gar*", true), ("anggaran", "anggara?", true),
    ("anggaran", "anggaran?", false), ("", "*", true), ("", "?", false), ("baris\nbaru", "baris*baru", true),
    ("straße", "STRASSE", true), ("STRASSE", "straße", true), ("straße", "stra?e", true), ("ΣΊΣΥΦΟΣ", "σίσυφος", true),
    ("aXbXc", "a*x*c", true), ("abc", "a*d", false), ("ﬁle", "FI*", true), ("İ", "?", true),
  ])
  func `a pattern matches whatever the case`(text: String, pattern: String, expected: Bool) throws {
    #expect(try Glob.matches(Text(text), Text(pattern)) == expected)
  }

  @Test func `a pattern of many stars is no trap`() throws {
    let text = Text(String(repeating: "a", count: 5000))
    #expect(try !Glob.matches(text, Text(String(repeating: "a*", count: 50) + "b")))
    #expect(try !Glob.matches(Text(text.string + "é"), Text(String(repeating: "a*", count: 50) + "b")))
  }

  @Test func `patterns match as a plain definition says`() throws {
    /// The definition, exponential and short.
    func matches(_ text: ArraySlice<Character>, _ pattern: ArraySlice<Character>) -> Bool {
      guard let first = pattern.first else { return text.isEmpty }
      let rest = pattern.dropFirst()
      if first == "*" { return matches(text, rest) || !text.isEmpty && matches(text.dropFirst(), pattern) }
      guard let letter = text.first else { return false }
      return (first == "?" || first == letter) && matches(text.dropFirst(), rest)
    }
    var random = SeededGenerator(3)
    for _ in 0..<20_000 {
      let letters = Bool.random(using: &random) ? "ab" : "aé"
      let text = (0..<Int.random(in: 0..<9, using: &random)).map { _ in letters.randomElement(using: &random)! }
      let pattern = (0..<Int.random(in: 0..<7, using: &random)).map { _ in
        (letters + "*?").randomElement(using: &random)!
      }
      #expect(
        try Glob.matches(Text(String(text)), Text(String(pattern))) == matches(text[...], pattern[...]),
        "\(String(text)) \(String(pattern))")
    }
  }

  @Test func `case folding is Unicode's`() throws {
    // Every scalar against its full case folding, with which it must be one; Python's folding is that of Unicode 14.
    let answers = try Python.answers(
      to: [],
      program: """
        import unicodedata
        for code in range(0x110000):
            if 0xD800 <= code < 0xE000: continue
            char = chr(code)
            if unicodedata.category(char) == 'Cn': continue
            folded = char.casefold()
            if folded != char: print(code, *map(ord, folded))
        """)
    #expect(answers.count > 1400)
    for answer in answers {
      let codes = answer.split(separator: " ").compactMap { UInt32($0) }
      var own: [UInt32] = []
      var others: [UInt32] = []
      CaseFolding.fold(try #require(Unicode.Scalar(codes[0]))) { own.append($0.value) }
      for code in codes.dropFirst() { CaseFolding.fold(try #require(Unicode.Scalar(code))) { others.append($0.value) } }
      #expect(own == others, "U+\(String(codes[0], radix: 16))")
    }
    var dotless: [Unicode.Scalar] = []
    CaseFolding.fold("ı") { dotless.append($0) }
    #expect(dotless == ["ı"])
  }
}
