import PPIDScript
import Testing

@Suite struct AccessTests {
  @Test func `assigning copies, and changes only the one assigned to`() throws {
    var first = try JSONReader.read(#"{"a":[1,{"b":2}],"c":3}"#)
    let second = first
    try first.assign([.field("a"), .index(.int(-1)), .field("b")], to: .int(9))
    try first.assign([.field("d")], to: .null)
    try first.add(.list(List([.int(7)])), at: [.field("a")])
    #expect(try first.canonicalText().string == #"{"a":[1,{"b":9},7],"c":3,"d":null}"#)
    #expect(try second.canonicalText().string == #"{"a":[1,{"b":2}],"c":3}"#)
  }

  @Test func `a failed change leaves the value as it was`() throws {
    var value = try JSONReader.read(#"{"a":[1,2]}"#)
    #expect(throws: RuntimeProblem.self) { try value.assign([.field("a"), .index(.int(5))], to: .null) }
    #expect(throws: RuntimeProblem.self) { try value.assign([.field("x"), .field("y")], to: .null) }
    #expect(throws: RuntimeProblem.self) { try value.add(.text("x"), at: [.field("a"), .index(.int(0))]) }
    #expect(throws: RuntimeProblem.self) { try value.add(.int(1), at: [.field("x")]) }
    #expect(throws: RuntimeProblem.self) { try value.assign([.field("a"), .field("b")], to: .null) }
    #expect(try value.canonicalText().string == #"{"a":[1,2]}"#)
  }

  @Test func `a missing field names the nearest`() throws {
    let record = try JSONReader.read(#"{"kategori":1,"tahun":2}"#)
    #expect {
      try record.field("katgori")
    } throws: { error in
      guard case RuntimeProblem.missingField("katgori", nearest: "kategori") = error else { return false }
      return true
    }
    #expect(try record.element(.text("tahun")).plainText == "2")
  }

  @Test func `records are equal whatever the order of their fields`() throws {
    let first = try JSONReader.read(#"{"a":1,"b":[1.0]}"#)
    let second = try JSONReader.read(#"{"b":[1],"a":1.0}"#)
    #expect(try Value.equal(first, second))
    #expect(ValueKey(first) == ValueKey(second))
    #expect(ValueKey(first).hashValue == ValueKey(second).hashValue)
    #expect(try !Value.equal(first, JSONReader.read(#"{"a":1}"#)))
  }

  @Test func `equal values have equal hashes`() throws {
    var random = SeededGenerator(21)
    func value(_ depth: Int) -> Value {
      switch Int.random(in: 0..<(depth > 2 ? 4 : 6), using: &random) {
      case 0: .int(Int.random(in: 0..<3, using: &random))
      case 1: .double(Double(Int.random(in: 0..<6, using: &random)) / 2)
      case 2: .text(["a", "b"].randomElement(using: &random)!)
      case 3: .null
      case 4: .list(List((0..<Int.random(in: 0..<3, using: &random)).map { _ in value(depth + 1) }))
      default:
        .record(
          Record(["x", "y", "z"].shuffled(using: &random).prefix(2).map { (name: $0, value: value(depth + 1)) }))
      }
    }
    let values = (0..<600).map { _ in value(0) }
    var equalPairs = 0
    for left in values {
      for right in values {
        let areEqual = try Value.equal(left, right)
        #expect((ValueKey(left) == ValueKey(right)) == areEqual)
        if areEqual {
          equalPairs += 1
          #expect(ValueKey(left).hashValue == ValueKey(right).hashValue)
        }
      }
    }
    #expect(equalPairs > 1000)
  }

  @Test func `a record may have any number of fields`() throws {
    var value = Value.record(Record([]))
    var copy = value
    for number in 0..<5000 {
      try value.assign([.index(.text("k\(number)"))], to: .int(number))
      if number == 2500 { copy = value }
    }
    #expect(try value.field("k4999").plainText == "4999")
    #expect(throws: RuntimeProblem.self) { try copy.field("k2501") }
    guard case .record(let record) = value else { return }
    #expect(record.names.enumerated().allSatisfy { $1 == "k\($0)" })
  }

  @Test func `values nest only so deep, and go away again`() throws {
    var value = Value.null
    #expect(throws: RuntimeProblem.self) {
      for _ in 0..<5000 { value = try Value.list(of: [value]) }
    }
    #expect(value.depth == Value.greatestDepth)
    var record = Value.record(Record([]))
    #expect(throws: RuntimeProblem.self) {
      for _ in 0..<5000 {
        let inner = record
        try record.assign([.field("a")], to: inner)
      }
    }
    #expect(record.depth == Value.greatestDepth)
    #expect(try value.canonicalText().count == 2004)
  }

  @Test func `a list that stands in itself over and over is never walked to the end`() throws {
    var first = try Value.list(of: [.int(1)])
    var second = try Value.list(of: [.int(1)])
    for _ in 0..<80 {
      first = try Value.list(of: [first, first])
      second = try Value.list(of: [second, second])
    }
    #expect(throws: RuntimeProblem.self) { try Value.equal(first, second) }
    #expect(throws: RuntimeProblem.self) { try first.withoutTables() }
    #expect(throws: RuntimeProblem.self) { try first.canonicalText() }
    #expect(try Value.equal(first, first))
    try first.assign([.index(.int(0))], to: .int(1))
    try first.assign([.index(.int(1))], to: .int(2))
    #expect(try first.canonicalText().string == "[1,2]")
  }
}
