import PPIDScript
import PPIDValues
import Testing

@Suite struct SpellingTests {
  private static func doubles() -> [Double] {
    var random = SeededGenerator(4)
    var numbers: [Double] = [
      0, -0.0, 1, 3, 0.1, 1e16, 1e22, 1e-5, 1e-7, 123456789.125, .leastNonzeroMagnitude, 1.7976931348623157e308, 2.675,
      0.5, 9.995,
    ]
    for _ in 0..<2000 {
      let number = Double(bitPattern: UInt64.random(in: .min ... .max, using: &random))
      if number.isFinite { numbers.append(number) }
      numbers.append(Double(Int.random(in: -100_000...100_000, using: &random)) / 1000)
    }
    return numbers
  }

  @Test func `a pecahan is spelled by its shortest digits without an exponent`() throws {
    let numbers = Self.doubles()
    let answers = try Python.answers(
      to: numbers.map { String($0.bitPattern) },
      program: """
        import struct
        from decimal import Decimal
        for line in lines:
            x = struct.unpack('<d', struct.pack('<Q', int(line)))[0]
            s = format(Decimal(repr(x)), 'f')
            print(s if '.' in s else s + '.0')
        """)
    for (number, answer) in zip(numbers, answers) {
      #expect(DecimalSpelling.shortest(number) == answer)
      #expect(Double(answer) == number)
    }
  }

  @Test func `rounding goes by the decimal spelling, half away from zero`() throws {
    let numbers = Self.doubles()
    for places in [0, 1, 2, 3, -1, -2] {
      let answers = try Python.answers(
        to: numbers.map { String($0.bitPattern) },
        program: """
          import struct
          from decimal import *
          getcontext().prec = 2000
          for line in lines:
              x = struct.unpack('<d', struct.pack('<Q', int(line)))[0]
              r = Decimal(repr(x)).quantize(Decimal(1).scaleb(\(-places)), ROUND_HALF_UP)
              print(format(r, 'f'))
          """)
      for (number, answer) in zip(numbers, answers) {
        let own = DecimalSpelling.rounded(DecimalSpelling.shortest(number), places: places)
        // Python writes zeros at the end that we leave out.
        var expected = answer
        if expected.contains(".") { while expected.hasSuffix("0") { expected.removeLast() } }
        if expected.hasSuffix(".") { expected += "0" }
        if !expected.contains(".") { expected += ".0" }
        #expect(own == expected, "\(number) to \(places)")
      }
    }
  }

  @Test func `values spell themselves as the language reads them`() throws {
    #expect(try Value.null.canonicalText().string == "")
    #expect(try Value.bool(true).canonicalText().string == "benar")
    #expect(try Value.double(3).canonicalText().string == "3.0")
    #expect(try Value.span(TimeSpan(.months, 24)).canonicalText().string == "2tahun")
    let record = Record([
      ("a", .list(List([.int(1), .null, .bool(false)]))), ("b\"", .text("é\n\u{1}")), ("c", .double(1e21)),
    ])
    #expect(
      try Value.record(record).canonicalText().string
        == #"{"a":[1,null,false],"b\"":"é\n\u0001","c":1000000000000000000000.0}"#)
  }
}

@Suite struct JSONTests {
  @Test(arguments: [
    "", "[1,]", "{\"a\":1,}", "01", "1.", ".5", "-", "+1", "1e", "nul", "\"\u{1}\"", "\"\\x\"", "\"\\ud800\"",
    "\"\\ud800\\u0041\"",
    "[1] 2", "{\"a\" 1}", "{1:2}", "'a'", "NaN", "[", "\"", "{\"a\":1,\"a\":2}", "9223372036854775808", "1e999",
    "\"\\u12\"", "tru",
  ])
  func `what isn't JSON is refused`(text: String) {
    #expect(throws: RuntimeProblem.self) { try JSONReader.read(text) }
  }

  @Test func `JSON reads into the values that it spells`() throws {
    let value = try JSONReader.read(
      " {\"b\": [1, -2.5, 1e2, true, null], \"a\": \"x\\u00e9\\ud83d\\ude00\\/\\n\"}\n")
    #expect(try value.canonicalText().string == "{\"b\":[1,-2.5,100.0,true,null],\"a\":\"xé\u{1F600}/\\n\"}")
    #expect(try value.field("b").element(.int(0)).type == .int)
    #expect(try JSONReader.read("-9223372036854775808").plainText == "-9223372036854775808")
  }

  @Test func `an error in JSON has its line and column`() {
    do {
      _ = try JSONReader.read("[1,\n  é]")
      Issue.record("no error")
    } catch RuntimeProblem.json(.unexpected(let scalar), let line, let column) {
      #expect(scalar == "é")
      #expect(line == 2)
      #expect(column == 3)
    } catch {
      Issue.record(error)
    }
  }

  @Test func `deep nesting is refused, not followed`() {
    #expect(throws: RuntimeProblem.self) { try JSONReader.read(String(repeating: "[", count: 1_000_000)) }
    #expect(throws: Never.self) {
      try JSONReader.read(String(repeating: "[", count: 1000) + String(repeating: "]", count: 1000))
    }
  }

  @Test func `what is written as JSON reads back, in Python too`() throws {
    var random = SeededGenerator(5)
    func value(_ depth: Int) -> Value {
      switch Int.random(in: 0..<(depth > 3 ? 5 : 7), using: &random) {
      case 0: return .null
      case 1: return .bool(Bool.random(using: &random))
      case 2: return .int(Int.random(in: .min ... .max, using: &random))
      case 3: return .double(Double.random(in: -1e6...1e6, using: &random))
      case 4:
        return .text(
          String(
            (0..<4).map { _ in
              Character(["a", "\"", "\\", "\n", "\u{7F}", "é", "\u{1F600}", "\u{2028}"].randomElement(using: &random)!)
            }))
      case 5: return .list(List((0..<3).map { _ in value(depth + 1) }))
      default: return .record(Record((0..<3).map { ("k\($0)", value(depth + 1)) }))
      }
    }
    let values = (0..<500).map { _ in value(0) }
    let texts = try values.map { try Value.list(List([$0])).canonicalText().string }
    let answers = try Python.answers(
      to: texts,
      program: "for line in lines: print(json.dumps(json.loads(line), ensure_ascii=False, separators=(',', ':')))")
    for (index, text) in texts.enumerated() {
      #expect(try Value.equal(JSONReader.read(text), .list(List([values[index]]))))
      #expect(try JSONReader.read(answers[index]).canonicalText().string == text)
    }
  }
}
