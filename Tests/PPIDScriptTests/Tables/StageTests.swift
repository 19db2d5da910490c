import PPIDScript
import PPIDValues
import Testing

/// A monitor that never stops anything, and one that does.
final class Patience: Monitor {
  func check() {}
}

final class Impatience: Monitor {
  func check() throws { throw Interruption() }
}

/// Rows that count how many of them were read, and take over what they are told to.
final class CountingSource: TableSource, @unchecked Sendable {
  let columns: [Column]
  let values: [[Value]]
  let takesOver: @Sendable (TableStage) -> Bool
  private(set) var readCount = 0
  private(set) var widestReading = 0

  init(_ names: [String], _ values: [[Value]], takesOver: @escaping @Sendable (TableStage) -> Bool = { _ in false }) {
    columns = names.map { Column($0) }
    self.values = values
    self.takesOver = takesOver
  }

  var plan: [PlanStep] { [PlanStep(.store, "sumber")] }

  func pushing(_ stage: TableStage) -> (any TableSource)? { takesOver(stage) ? self : nil }

  func rows(reading columns: [Int]) -> any RowCursor {
    widestReading = max(widestReading, columns.count)
    return Cursor(self, columns)
  }

  private final class Cursor: RowCursor {
    private let source: CountingSource
    private let reading: [Int]
    private var position = 0

    init(_ source: CountingSource, _ reading: [Int]) {
      self.source = source
      self.reading = reading
    }

    func next(_ row: inout [Value]) -> Bool {
      guard position < source.values.count else { return false }
      row = reading.map { source.values[position][$0] }
      position += 1
      source.readCount += 1
      return true
    }
  }
}

@Suite struct StageTests {
  private let patience = Patience()

  private func run(_ name: String, _ arguments: Value?...) throws -> Value {
    let builtin = Builtins.all[try #require(Builtins.index(of: name))]
    let missing = builtin.signature.parameters.count - arguments.count
    return try builtin.run(Arguments(builtin.signature, arguments + Array(repeating: nil, count: missing)), patience)
  }

  private func json(_ text: String) throws -> Value { try JSONReader.read(text) }

  private func text(_ value: Value) throws -> String { try value.canonicalText().string }

  private func names(_ names: String...) -> Value { .list(List(names.map(Value.text))) }

  private func greater(_ column: String, than number: Int) -> RowFunction {
    RowFunction(
      columns: [column], takesRow: false, expression: .binary(.greater, .column(0), .constant(.int(number))),
      spelling: "\(column) > \(number)"
    ) { .bool(try Value.compare(.greater, $0[0], .int(number))) }
  }

  @Test func `a list of records is a table with all their columns, and gaps read as kosong`() throws {
    let rows = try json("[{\"a\":1},{\"b\":2,\"a\":3},{\"c\":4}]")
    #expect(
      try text(run("balik", rows)) == #"[{"a":null,"b":null,"c":4},{"a":3,"b":2,"c":null},{"a":1,"b":null,"c":null}]"#)
    #expect(try text(run("pilih", rows, names("c", "a"))) == #"[{"c":null,"a":1},{"c":null,"a":3},{"c":4,"a":null}]"#)
    #expect(try text(run("buang", rows, names("a"))) == #"[{"b":null,"c":null},{"b":2,"c":null},{"b":null,"c":4}]"#)
    #expect(try text(rows.field("a")) == "[1,3,null]")
  }

  @Test func `a column that isn't there is named, with the nearest one`() throws {
    let rows = try json("[{\"judul\":1}]")
    #expect {
      try run("pilih", rows, names("jdul"))
    } throws: { error in
      guard case RuntimeProblem.unknownColumn("jdul", nearest: "judul") = error else { return false }
      return true
    }
    #expect(throws: RuntimeProblem.self) { try run("pilih", rows, names("judul", "judul")) }
  }

  @Test func `order is stable, with kosong first, or last when descending`() throws {
    let rows = try json(
      #"[{"k":2,"n":1},{"k":null,"n":2},{"k":1,"n":3},{"k":2.0,"n":4},{"k":null,"n":5},{"k":1,"n":6}]"#)
    #expect(try text(run("urutkan", rows, names("k")).field("n")) == "[2,5,3,6,1,4]")
    #expect(try text(run("urutkan", rows, names("k"), .bool(true)).field("n")) == "[1,4,3,6,2,5]")
    #expect(try text(run("urutkan", json("[3,null,1.5,2]"))) == "[null,1.5,2,3]")
    #expect(throws: RuntimeProblem.self) { try run("urutkan", json("[1,\"a\"]")) }
    #expect(throws: RuntimeProblem.self) { try run("urutkan", rows) }
    #expect(throws: RuntimeProblem.self) { try run("urutkan", json("[1]"), names("k")) }
  }

  @Test func `sorting agrees with Python, stable and by code point`() throws {
    var random = SeededGenerator(11)
    for alphabet in ["ab", "aé中\u{1F600}\u{FFFD}"] {
      let texts = (0..<3000).map { _ in
        String((0..<Int.random(in: 0..<24, using: &random)).map { _ in alphabet.randomElement(using: &random)! })
      }
      let answers = try Python.answers(to: texts, program: "for line in sorted(lines): print(line)")
      let list = Value.list(List(texts.map { Value.text($0) }))
      #expect(try text(run("urutkan", list)) == text(.list(List(answers.map { Value.text($0) }))))
      let numbered = Value.list(
        List(texts.enumerated().map { .record(Record([("t", .text($1)), ("n", .int($0))])) }))
      let order = try Python.answers(
        to: texts, program: "for i in sorted(range(len(lines)), key=lambda i: lines[i], reverse=True): print(i)")
      let own = try run("urutkan", numbered, names("t"), .bool(true)).field("n")
      #expect(try text(own) == "[\(order.joined(separator: ","))]")
    }
  }

  @Test func `groups come in the order of their keys, and aggregates skip kosong`() throws {
    let rows = try json(
      #"[{"k":"b","n":1},{"k":"a","n":null},{"k":"b","n":2.5},{"k":null,"n":7},{"k":"a","n":null}]"#)
    let grouped = try RowStages.group(
      rows, by: ["k"],
      [("c", .count, nil), ("s", .sum, "n"), ("r", .average, "n"), ("x", .maximum, "n"), ("m", .minimum, "n")], patience
    )
    #expect(
      try text(grouped)
        == #"[{"k":null,"c":1,"s":7,"r":7.0,"x":7,"m":7},{"k":"a","c":2,"s":0,"r":null,"x":null,"m":null},{"k":"b","c":2,"s":3.5,"r":1.75,"x":2.5,"m":1}]"#
    )
    #expect(try text(RowStages.group(rows, by: [], [("c", .count, nil)], patience)) == #"[{"c":5}]"#)
    #expect(
      try text(RowStages.group(json("[]"), by: [], [("c", .count, nil), ("s", .sum, "n")], patience))
        == #"[{"c":0,"s":0}]"#)
    #expect(throws: RuntimeProblem.self) { try RowStages.group(rows, by: ["k"], [("k", .count, nil)], patience) }
    #expect(throws: RuntimeProblem.self) { try run("jumlah", rows, names("k")) }
  }

  @Test func `equal rows and values are one, whatever their spelling`() throws {
    #expect(
      try text(run("unik", json(#"[{"a":1,"b":2},{"b":2.0,"a":1.0},{"a":1}]"#))) == #"[{"a":1,"b":2},{"a":1,"b":null}]"#
    )
    #expect(try text(run("unik", json("[1,1.0,\"1\",[1],[1.0],null,null,true]"))) == "[1,\"1\",[1],null,true]")
    let range = try Value.range(.int(1), .int(3))
    #expect(try text(run("unik", .list(List([range, json("[1,2,3]")])))) == "[[1,2,3]]")
  }

  @Test func `a join adds the columns of the rows with equal keys`() throws {
    let left = try json(#"[{"k":1,"a":"x"},{"k":2,"a":"y"},{"k":null,"a":"z"},{"k":3,"a":"w"}]"#)
    let right = try json(#"[{"b":10,"k":1.0,"a":0},{"b":11,"k":1,"a":0},{"b":12,"k":null,"a":0},{"b":13,"k":2,"a":0}]"#)
    #expect(
      try text(run("gabung", left, right, .text("k")))
        == #"[{"k":1,"a":"x","b":10},{"k":1,"a":"x","b":11},{"k":2,"a":"y","b":13},{"k":null,"a":"z","b":12}]"#)
    #expect(throws: RuntimeProblem.self) { try run("gabung", left, right, .text("b")) }
  }

  @Test func `stretches, ends and counts are as they say`() throws {
    let rows = try json(#"[{"a":1},{"a":2},{"a":3}]"#)
    #expect(try text(run("ambil", rows, .int(2))) == #"[{"a":1},{"a":2}]"#)
    #expect(try text(run("lewati", rows, .int(2))) == #"[{"a":3}]"#)
    #expect(try text(run("pertama", rows)) == #"{"a":1}"#)
    #expect(try text(run("terakhir", rows)) == #"{"a":3}"#)
    #expect(try run("pertama", json("[]")).isNull)
    #expect(try run("terakhir", run("lewati", rows, .int(9))).isNull)
    #expect(try text(run("hitung", rows)) == "3")
    #expect(try text(run("ambil", rows, .int(99))) == text(rows))
    #expect(throws: RuntimeProblem.self) { try run("ambil", rows, .int(-1)) }
    #expect(throws: RuntimeProblem.self) { try run("lewati", json("[1]"), .int(-1)) }
  }

  @Test func `a range is never built`() throws {
    let huge = try Value.range(.int(1), .int(1_000_000_000_000))
    #expect(try text(run("hitung", huge)) == "1000000000000")
    #expect(try text(run("lewati", run("ambil", huge, .int(5)), .int(3))) == "[4,5]")
    #expect(try text(run("terakhir", huge)) == "1000000000000")
    #expect(try Value.int(7).isIn(huge))
    #expect(try Value.double(7.0).isIn(huge))
    #expect(try !Value.double(7.5).isIn(huge))
    #expect(try Value.equal(huge, .range(.int(1), .int(1_000_000_000_000))))
    #expect(try Value.equal(.range(.int(1), .int(3)), json("[1,2,3]")))
    #expect(try Value.equal(.range(.int(3), .int(1)), json("[]")))
    #expect(throws: RuntimeProblem.self) { try run("balik", huge) }
    #expect(throws: RuntimeProblem.self) { try huge + .list(List([])) }
    #expect(throws: RuntimeProblem.self) { try Value.range(.int(.min), .int(.max)) }
  }

  @Test func `taking a few rows reads no more than these`() throws {
    let source = CountingSource(["a", "b"], (0..<1000).map { [.int($0), .text("x")] })
    let table = Value.table(Table(source))
    let filtered = try RowStages.filter(table, greater("a", than: 9), patience)
    #expect(try text(run("ambil", filtered, .int(3)).field("a")) == "[10,11,12]")
    #expect(source.readCount == 13)
    #expect(source.widestReading == 1)
  }

  @Test func `the front of a condition goes to the source, the rest is checked above`() throws {
    let source = CountingSource(["a"], [[.int(1)], [.int(5)]]) { stage in
      if case .filter(.binary(.greater, _, _)) = stage { true } else { false }
    }
    let first = RowExpression.binary(.greater, .column(0), .constant(.int(0)))
    let second = RowExpression.binary(.equal, .column(0), .constant(.int(5)))
    let function = RowFunction(
      columns: ["a"], takesRow: false, expression: .binary(.and, .binary(.and, first, second), second), spelling: "a"
    ) { .bool(try Value.equal($0[0], .int(5))) }
    guard case .table(let table) = try RowStages.filter(.table(Table(source)), function, patience) else { return }
    #expect(table.source.plan == [PlanStep(.store, "sumber"), PlanStep(.above, "saring a")])
    #expect(try text(.table(table)) == #"[{"a":5}]"#)
  }

  @Test func `a plan tells what runs where`() throws {
    let source = CountingSource(["a"], [[.int(1)]])
    let filtered = try RowStages.filter(.table(Table(source)), greater("a", than: 0), patience)
    guard case .table(let table) = try run("ambil", run("urutkan", filtered, names("a")), .int(3)) else { return }
    #expect(table.source.plan.map(\.text) == ["sumber", "saring a > 0", "urutkan a | ambil 3"])
  }

  @Test func `order with a limit gives the same as order and then the limit`() throws {
    var random = SeededGenerator(12)
    let rows = (0..<20_000).map { [Value.int(Int.random(in: 0..<50, using: &random)), .int($0)] }
    for descending in [false, true] {
      let table = Table(CountingSource(["k", "n"], rows))
      let ordered = try table.ordered(by: [0], descending: descending, patience)
      let limited = try ordered.limited(to: 30, patience).list()
      #expect(try text(.list(limited)) == text(.list(List(Array(ordered.list().prefix(30))))))
    }
  }

  @Test func `a condition must be logika`() throws {
    let rows = try json(#"[{"a":null}]"#)
    let function = RowFunction(columns: ["a"], takesRow: false, expression: nil) { $0[0] }
    #expect(throws: RuntimeProblem.self) { try RowStages.filter(rows, function, patience) }
  }

  @Test func `a row expression may take the row itself, or the element`() throws {
    let rows = try json(#"[{"a":1,"b":2},{"a":3}]"#)
    let whole = RowFunction(columns: ["a"], takesRow: true, expression: nil) { try $0[1].field("b") }
    #expect(
      try text(RowStages.extend(rows, "c", whole, patience)) == #"[{"a":1,"b":2,"c":2},{"a":3,"b":null,"c":null}]"#)
    #expect(try text(RowStages.extend(rows, "a", whole, patience)) == #"[{"a":2,"b":2},{"a":null,"b":null}]"#)
    let element = RowFunction(columns: [], takesRow: true, expression: nil) {
      .bool(try Value.compare(.greater, $0[0], .int(1)))
    }
    #expect(try text(RowStages.filter(json("[1,2,3]"), element, patience)) == "[2,3]")
    #expect(throws: RuntimeProblem.self) { try RowStages.filter(json("[1]"), greater("a", than: 1), patience) }
    #expect(throws: RuntimeProblem.self) { try RowStages.extend(json("[1]"), "a", element, patience) }
  }

  @Test func `long work stops when it is told to`() throws {
    let source = CountingSource(["a"], (0..<5000).map { [.int($0)] })
    let table = Table(source)
    let impatience = Impatience()
    #expect(throws: Interruption.self) { try table.ordered(by: [0], descending: false, impatience).list() }
    #expect(throws: Interruption.self) { try table.distinct(impatience).list() }
    #expect(throws: Interruption.self) { try table.list(impatience) }
    #expect(throws: Interruption.self) { try table.grouped(by: [0], [], impatience).list() }
    #expect(throws: Interruption.self) { try table.reversed(impatience).list() }
    #expect(throws: Interruption.self) { try table.skipping(4000, impatience).list() }
    #expect(throws: Interruption.self) { try table.filtered(by: greater("a", than: 9999), impatience).list() }
    #expect(throws: Interruption.self) {
      let jumlah = Builtins.all[Builtins.index(of: "jumlah")!]
      return try jumlah.run(Arguments(jumlah.signature, [Value.range(.int(1), .int(1_000_000_000)), nil]), impatience)
    }
  }

  @Test func `stages pile up only so far`() throws {
    var table = Table(CountingSource(["a"], [[.int(1)]]))
    #expect(throws: RuntimeProblem.self) {
      for _ in 0..<2000 { table = try table.skipping(0, patience) }
    }
    #expect(try table.count() == 1)
  }
}
