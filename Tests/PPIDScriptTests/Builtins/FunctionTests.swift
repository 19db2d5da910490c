import PPIDScript
import PPIDValues
import Testing

@Suite struct FunctionTests {
  private func run(_ name: String, _ arguments: Value?...) throws -> Value {
    let builtin = Builtins.all[try #require(Builtins.index(of: name))]
    let missing = builtin.signature.parameters.count - arguments.count
    return try builtin.run(Arguments(builtin.signature, arguments + Array(repeating: nil, count: missing)), Patience())
  }

  private func spelled(_ value: Value) throws -> String { "\(value.type.rawValue) \(try value.canonicalText().string)" }

  @Test func `names are unique, help is in both languages, and each has an example`() {
    let signatures = Builtins.all.map(\.signature) + RowStages.signatures
    #expect(Set(signatures.map(\.name)).count == signatures.count)
    for signature in signatures {
      #expect(!signature.help.id.isEmpty && !signature.help.en.isEmpty && signature.help.id != signature.help.en)
      #expect(!signature.examples.isEmpty)
      #expect(signature.examples.allSatisfy { $0.prints != nil && $0.line.contains(signature.name) })
      for parameter in signature.parameters { #expect(!parameter.help.id.isEmpty && !parameter.help.en.isEmpty) }
    }
  }

  @Test func `wrong arguments are refused, never a trap`() throws {
    let values: [Value] = [
      .null, .bool(true), .int(-1), .int(.min), .double(-0.0), .text(""), .text("é"), .list(List([])),
      .list(List([.null])),
      .record(Record([])), .date(.last), .period(Period("9999-12")!), .span(TimeSpan(.days, .max)),
      .table(Table(CountingSource(["a"], []))),
      .time(LocalTime("9999-12-31T23:59")!), try .range(.int(0), .int(3)),
    ]
    for builtin in Builtins.all {
      for first in values {
        for second in values {
          let count = builtin.signature.parameters.count
          let arguments = Array(([first, second, second] as [Value?]).prefix(count))
          do {
            _ = try builtin.run(Arguments(builtin.signature, arguments), Patience()).canonicalText()
          } catch {
            let problem = try #require(error as? RuntimeProblem)
            #expect(!problem.message.id.isEmpty && !problem.message.en.isEmpty)
          }
        }
      }
      #expect(throws: RuntimeProblem.self) {
        try builtin.run(Arguments(builtin.signature, builtin.signature.parameters.map { _ in nil }), Patience())
      }
    }
    for operation in BinaryOperator.allCases {
      for left in values {
        for right in values {
          do {
            _ = try Value.apply(operation, left, right)
          } catch {
            let problem = try #require(error as? RuntimeProblem)
            #expect(!problem.message.id.isEmpty && !problem.message.en.isEmpty)
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("2.5", 0, "bulat 3"), ("-2.5", 0, "bulat -3"), ("2.675", 2, "pecahan 2.68"), ("1.005", 2, "pecahan 1.01"),
    ("0.5", 0, "bulat 1"), ("-0.4", 0, "bulat 0"), ("1234.5", -2, "bulat 1200"), ("9.999", 2, "pecahan 10.0"),
    ("3.0", 2, "pecahan 3.0"), ("1e300", 400, "pecahan 1" + String(repeating: "0", count: 300) + ".0"),
    ("49.0", -2, "bulat 0"),
  ])
  func `rounding goes by the spelling`(number: String, places: Int, expected: String) throws {
    #expect(try spelled(run("bulatkan", .double(#require(Double(number))), .int(places))) == expected)
  }

  @Test func `rounding a bulat keeps it one, unless digits after the point are asked for`() throws {
    #expect(try spelled(run("bulatkan", .int(1250), .int(-2))) == "bulat 1300")
    #expect(try spelled(run("bulatkan", .int(-1250), .int(-2))) == "bulat -1300")
    #expect(try spelled(run("bulatkan", .int(7))) == "bulat 7")
    #expect(try spelled(run("bulatkan", .int(7), .int(1))) == "pecahan 7.0")
    #expect(throws: RuntimeProblem.self) { try run("bulatkan", .double(1e300)) }
    #expect(throws: RuntimeProblem.self) { try run("bulatkan", .int(.max), .int(-1)) }
    #expect(try spelled(run("bulatkan", .int(.max), .int(-100))) == "bulat 0")
  }

  @Test(arguments: [
    ("12", "bulat 12"), ("-3", "bulat -3"), ("1_000", "bulat 1000"), ("3.14", "pecahan 3.14"), ("3.0", "pecahan 3.0"),
    ("-9223372036854775808", "bulat -9223372036854775808"),
  ])
  func `angka reads what a script would`(text: String, expected: String) throws {
    #expect(try spelled(run("angka", .text(text))) == expected)
  }

  @Test(arguments: [
    "", "007", "1e3", "3,14", ".5", "5.", "0x10", " 1", "1_", "tiga", "2026-11-22", "9223372036854775808", "inf", "nan",
    "١",
  ])
  func `angka refuses everything else`(text: String) {
    #expect(throws: RuntimeProblem.self) { try run("angka", .text(text)) }
  }

  @Test func `texts are split, joined and replaced as in Python`() throws {
    var random = SeededGenerator(31)
    var questions: [[String]] = []
    for _ in 0..<1500 {
      func text(_ length: Range<Int>) -> String {
        String((0..<Int.random(in: length, using: &random)).map { _ in "abé ".randomElement(using: &random)! })
      }
      questions.append([text(0..<20), text(1..<3), text(0..<3)])
    }
    let answers = try Python.answers(
      to: questions.map { $0.joined(separator: "|") },
      program: """
        for line in lines:
            text, part, new = line.split('|')
            parts = text.split(part)
            print('|'.join(parts) + '#' + text.replace(part, new) + '#' + text.upper() + '#' + text.strip())
        """)
    for (question, answer) in zip(questions, answers) {
      let values = question.map { Value.text($0) }
      let parts = try run("pisah", values[0], values[1])
      let own = try [
        run("sambung", parts, .text("|")), run("ganti", values[0], values[1], values[2]), run("huruf-besar", values[0]),
        run("pangkas", values[0]),
      ].map { try $0.canonicalText().string }.joined(separator: "#")
      #expect(own == answer)
    }
  }

  @Test func `texts that stay as they are, to the scalar`() throws {
    #expect(try spelled(run("pisah", .text("e\u{301}a"), .text(""))) == "daftar [\"e\",\"\u{301}\",\"a\"]")
    #expect(try run("ganti", .text("e\u{301}"), .text("e"), .text("o")).string == "o\u{301}")
    #expect(try spelled(run("pisah", .text(""), .text(","))) == "daftar [\"\"]")
    #expect(throws: RuntimeProblem.self) { try run("ganti", .text("a"), .text(""), .text("b")) }
    #expect(try run("pangkas", .text("\u{A0}\n x \t")).string == "x")
    #expect(try run("huruf-besar", .text("straße")).string == "STRASSE")
  }

  @Test func `dates and periods are read and moved`() throws {
    #expect(try spelled(run("tanggal", .text("2026-11-22"))) == "tanggal 2026-11-22")
    #expect(try spelled(run("periode", .text("2026-S2"), .int(-1))) == "periode 2026-S1")
    #expect(try spelled(run("periode", .text("2026-11-22"), .int(2))) == "periode 2027-01")
    #expect(throws: RuntimeProblem.self) { try run("tanggal", .text("2026-02-30")) }
    #expect(throws: RuntimeProblem.self) { try run("periode", .text("2026-13")) }
    #expect(throws: RuntimeProblem.self) { try run("periode", .period(#require(Period("9999-12"))), .int(1)) }
    #expect(throws: RuntimeProblem.self) { try run("periode", .period(#require(Period("9999-12"))), .int(.max)) }
  }

  @Test func `fields are asked for by name`() throws {
    let record = try JSONReader.read(#"{"a":1,"b":null}"#)
    #expect(try spelled(run("kunci", record)) == #"daftar ["a","b"]"#)
    #expect(try spelled(run("ada", record, .text("b"))) == "logika benar")
    #expect(try spelled(run("ada", record, .text("c"))) == "logika salah")
    #expect(try spelled(run("panjang", record)) == "bulat 2")
    #expect(try spelled(run("panjang", .text("é\u{1F600}"))) == "bulat 2")
    #expect(try spelled(run("jenis", record)) == "teks rekaman")
  }
}
