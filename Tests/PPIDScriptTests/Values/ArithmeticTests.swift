import PPIDScript
import PPIDValues
import Testing

@Suite struct ArithmeticTests {
  private static let interestingInts = [
    0, 1, -1, 2, -2, 3, 7, -7, 10, 60, 1 << 31, 1 << 53, (1 << 53) + 1, -(1 << 53) - 1, Int.max, Int.max - 1, Int.min,
    Int.min + 1,
  ]
  private static let interestingDoubles: [Double] = [
    0.0, -0.0, 1.0, -1.0, 0.1, -0.1, 0.5, 1.5, 2.5, 3.0, 1e-300, -1e-300, .leastNonzeroMagnitude, 1e16,
    9_007_199_254_740_992, 1e22,
    1e300,
    -1e300, 0x1p63, -0x1p63, 0.3, 1.0 / 3,
  ]

  /// Pairs of numbers of both types, the awkward ones and random ones.
  private static func pairs() -> [(Value, Value)] {
    let interesting = interestingInts.map(Value.int) + interestingDoubles.map(Value.double)
    var pairs = interesting.flatMap { left in interesting.map { (left, $0) } }
    var random = SeededGenerator(1)
    for _ in 0..<4000 {
      func number() -> Value {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: .int(Int.random(in: -100...100, using: &random))
        case 1: .int(Int.random(in: Int.min...Int.max, using: &random))
        case 2: .double(Double.random(in: -1000...1000, using: &random))
        default: .double(Double(Int.random(in: -50...50, using: &random)) / 10)
        }
      }
      pairs.append((number(), number()))
    }
    return pairs
  }

  /// What `operation` gives, spelled so that Python can spell the same.
  private static func outcome(_ operation: BinaryOperator, _ left: Value, _ right: Value) -> String {
    do {
      switch try Value.apply(operation, left, right) {
      case .int(let number): return "i\(number)"
      case .double(let number): return "d\(number.bitPattern)"
      case .bool(let bool): return "\(bool)"
      default: return "?"
      }
    } catch RuntimeProblem.overflow {
      return "overflow"
    } catch RuntimeProblem.notFinite {
      return "infinite"
    } catch RuntimeProblem.divisionByZero {
      return "zero"
    } catch {
      return "\(error)"
    }
  }

  private static func spelling(_ value: Value) -> String {
    switch value {
    case .double(let number): "d\(number.bitPattern)"
    default: "i\(value.plainText)"
    }
  }

  @Test func `numbers behave as in Python`() throws {
    let operations: [BinaryOperator] = [
      .add, .subtract, .multiply, .divide, .floorDivide, .remainder, .equal, .notEqual, .less, .lessOrEqual, .greater,
      .greaterOrEqual,
    ]
    let questions = Self.pairs().flatMap { pair in operations.map { (pair.0, $0, pair.1) } }
    let lines = questions.map { "\(Self.spelling($0)) \($1.rawValue) \(Self.spelling($2))" }
    let answers = try Python.answers(
      to: lines,
      program: """
        import struct
        from fractions import Fraction
        def read(s):
            return int(s[1:]) if s[0] == 'i' else struct.unpack('<d', struct.pack('<Q', int(s[1:])))[0]
        def write(x):
            if isinstance(x, bool): return 'true' if x else 'false'
            if isinstance(x, int): return f'i{x}' if -2**63 <= x < 2**63 else 'overflow'
            return 'd%d' % struct.unpack('<Q', struct.pack('<d', x)) if math.isfinite(x) else 'infinite'
        def floor(a, b):
            if isinstance(a, int) and isinstance(b, int): return a // b
            a, b = float(a), float(b)
            if math.isinf(a / b): return a / b
            exact = math.floor(Fraction(a) / Fraction(b))
            if abs(exact) >= 2**53: return math.floor(a / b) + 0.0
            return math.copysign(0.0, a / b) if exact == 0 else float(exact)
        for line in lines:
            a, op, b = line.split()
            a, b = read(a), read(b)
            try:
                if op == '+': r = a + b
                elif op == '-': r = a - b
                elif op == '*': r = a * b
                elif op == '/': r = float(a) / float(b)
                elif op == '//': r = floor(a, b)
                elif op == '%': r = a % b
                elif op == '==': r = a == b
                elif op == '!=': r = a != b
                elif op == '<': r = a < b
                elif op == '<=': r = a <= b
                elif op == '>': r = a > b
                elif op == '>=': r = a >= b
                print(write(r))
            except ZeroDivisionError: print('zero')
        """)
    #expect(answers.count == questions.count)
    for (index, question) in questions.enumerated() {
      let own = Self.outcome(question.1, question.0, question.2)
      #expect(own == answers[index], "\(question.0.plainText) \(question.1.rawValue) \(question.2.plainText)")
    }
  }

  @Test func `kosong makes every sum kosong and no order true`() throws {
    for operation in [BinaryOperator.add, .subtract, .multiply, .divide, .floorDivide, .remainder] {
      #expect(try Value.apply(operation, .null, .int(1)).isNull)
      #expect(try Value.apply(operation, .text("a"), .null).isNull)
    }
    for operation in [BinaryOperator.less, .lessOrEqual, .greater, .greaterOrEqual, .matches, .isIn, .equal] {
      #expect(try !Value.apply(operation, .null, .int(1)).condition())
    }
    #expect(try Value.apply(.equal, .null, .null).condition())
    #expect(try !Value.apply(.lessOrEqual, .null, .null).condition())
    #expect(try !Value.null.isIn(.list(List([.null]))))
    #expect(try (-Value.null).isNull)
  }

  @Test func `nothing is converted silently`() throws {
    #expect(try !Value.equal(.text("1"), .int(1)))
    #expect(throws: RuntimeProblem.self) { try Value.compare(.less, .text("1"), .int(1)) }
    #expect(throws: RuntimeProblem.self) { try Value.text("a") + .int(1) }
    #expect(throws: RuntimeProblem.self) { try Value.compare(.less, .list(List([])), .list(List([]))) }
    #expect(throws: RuntimeProblem.self) { try Value.int(1).condition() }
    #expect(throws: RuntimeProblem.self) { try Value.apply(.and, .bool(true), .null) }
    #expect(try Value.compare(.less, .bool(false), .bool(true)))
  }

  @Test func `the least bulat divides and negates without a trap`() throws {
    #expect(throws: RuntimeProblem.self) { try Value.floorDivide(.int(.min), .int(-1)) }
    #expect(try Value.equal(Value.int(.min) % .int(-1), .int(0)))
    #expect(throws: RuntimeProblem.self) { try -Value.int(.min) }
  }

  @Test(arguments: [
    ("2026-01-31", "1bulan", "2026-02-28"), ("2024-02-29", "1tahun", "2025-02-28"),
    ("2026-11-22", "10hari", "2026-12-02"),
    ("2026-03-31", "-1bulan", "2026-02-28"),
  ])
  func `a date moves by days and months and stays in its month`(date: String, span: String, expected: String) throws {
    let number = try #require(Int(span.prefix { $0 == "-" || $0.isNumber }))
    let unit = span.drop { $0 == "-" || $0.isNumber }
    let moved = try Value.date(#require(CalendarDate(date))) + .span(#require(TimeSpan(number: number, unit: unit)))
    #expect(moved.plainText == expected)
  }

  @Test func `dates, times and periods take only what they can`() throws {
    let date = Value.date(try #require(CalendarDate("2026-11-22")))
    let time = Value.time(try #require(LocalTime("2026-11-22T23:30")))
    let half = Value.period(try #require(Period("2026-S2")))
    let hour = Value.span(TimeSpan(.minutes, 60))
    let month = Value.span(TimeSpan(.months, 1))
    #expect(throws: RuntimeProblem.self) { try date + hour }
    #expect(throws: RuntimeProblem.self) { try date + .span(TimeSpan(.workingDays, 3)) }
    #expect(throws: RuntimeProblem.self) { try half + month }
    #expect(throws: RuntimeProblem.self) { try date + .int(1) }
    #expect(throws: RuntimeProblem.self) { try Value.date(.last) + .span(TimeSpan(.days, 1)) }
    #expect(throws: RuntimeProblem.self) { try Value.compare(.less, hour, month) }
    #expect(try !Value.equal(hour, month))
    #expect(try (time + hour).plainText == "2026-11-23T00:30")
    #expect(try (half - .span(TimeSpan(.months, 6))).plainText == "2026-S1")
    #expect(try (date - .date(#require(CalendarDate("2026-11-01")))).plainText == "21hari")
    #expect(try date.isIn(half))
  }
}
