import PPIDValues
import Testing

@testable import PPIDScript

/// One command, one operator on a huge value is long work: whoever wants to stop the program is asked for.
@Suite struct HugeValueTests {
  private static let commas = Value.text(String(repeating: "a,", count: 1 << 20))
  private static let accents = Value.text(String(repeating: "é", count: 1 << 20))
  private static let spaces = Value.text(String(repeating: " ", count: 1 << 20))
  private static let many = Value.list(List((0..<10_000).map { .int($0) }))

  @Test(arguments: [
    ("pisah", [commas, .text(",")]), ("pisah", [commas, .text("x")]), ("pisah", [accents, .text("")]),
    ("ganti", [commas, .text(","), .text(";")]), ("ganti", [commas, .text("x"), .text("y")]),
    ("sambung", [.list(List([commas, commas])), .text("")]), ("sambung", [many, .text(", ")]),
    ("huruf-besar", [accents]), ("huruf-kecil", [commas]), ("pangkas", [spaces]), ("urutkan", [many]), ("unik", [many]),
    ("jumlah", [many]),
  ])
  func `a command asks`(name: String, arguments: [Value]) throws {
    let builtin = Builtins.all[try #require(Builtins.index(of: name))]
    let missing = [Value?](repeating: nil, count: builtin.signature.parameters.count - arguments.count)
    #expect(throws: Interruption.self) {
      try builtin.run(Arguments(builtin.signature, arguments + missing), Impatience())
    }
    // The same without anybody who wants to stop it.
    _ = try builtin.run(Arguments(builtin.signature, arguments + missing), Patience())
  }

  /// Lists that hold one list many times over, so that a walk is long though little is in memory.
  private static func doubled(_ times: Int, asRecords: Bool) throws -> Value {
    var value = Value.int(1)
    for _ in 0..<times {
      value = asRecords ? .record(Record([("a", value), ("b", value)])) : try .list(of: [value, value])
    }
    return value
  }

  @Test(arguments: [true, false]) func `a walk through a value asks`(asRecords: Bool) throws {
    let (left, right) = (try Self.doubled(14, asRecords: asRecords), try Self.doubled(14, asRecords: asRecords))
    Watch.$monitor.withValue(Impatience()) {
      #expect(throws: Interruption.self) { try Value.equal(left, right) }
      #expect(throws: Interruption.self) { try left.canonicalText() }
      #expect(throws: Interruption.self) { try ValueKey(left.withoutTables()) }
    }
    #expect(try Value.equal(left, right))
  }

  @Test func `texts, patterns, JSON and copies ask`() throws {
    let (commas, accents) = (Self.commas, Self.accents)
    let copied = Value.list(List((0..<(1 << 19)).map { .int($0) }))
    Watch.$monitor.withValue(Impatience()) {
      #expect(throws: Interruption.self) { try Value.text("x").isIn(commas) }
      #expect(throws: Interruption.self) { try commas.matches(.text("*x")) }
      #expect(throws: Interruption.self) { try accents.matches(.text("*x")) }
      #expect(throws: Interruption.self) { try Value.list(of: [commas]).canonicalText() }
      #expect(throws: Interruption.self) { try JSONReader.read("\"\(commas.string ?? "")\"") }
      #expect(throws: Interruption.self) { try JSONReader.read(String(repeating: " ", count: 1 << 20)) }
      #expect(throws: Interruption.self) {
        var other = copied
        try other.add(.list(of: [.null]))
      }
    }
  }
}
