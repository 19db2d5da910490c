/// `untuk`.
///
/// A loop's state takes four registers: what it goes over, the place in it, a range's last number, and the element of a loop whose
/// variable is only asked for fields. A list stands in the first as it is; `kosong` there means a range, a truth value a pass over
/// a table: `benar` when only the fields that are asked for are read, into the registers behind.
extension Machine {
  /// A pass over a table.
  final class RowLoop {
    private let cursor: any RowCursor
    private let shape: Shape
    private(set) var row: [Value] = []

    init(_ cursor: any RowCursor, _ shape: Shape) {
      self.cursor = cursor
      self.shape = shape
    }

    /// Whether there was a further row, which is in `row` then.
    func next() throws -> Bool {
      // The row leaves its place, because the cursor may run row expressions of other loops.
      var next: [Value] = []
      swap(&next, &row)
      defer { swap(&next, &row) }
      return try cursor.next(&next)
    }

    var record: Value { .record(Record(shape, row)) }
  }

  func loopPrepare(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    let state = registers + Int(instruction.a)
    switch state.pointee {
    case .list(let list):
      if let range = list.range {
        state.put(.null)
        (state + 1).put(.int(range.lowerBound))
        (state + 2).put(.int(range.upperBound))
      } else {
        (state + 1).put(.int(0))
      }
    case .table(let table):
      let source = table.source
      let fields = frame.pointee.chunk._withUnsafeGuaranteedRef {
        instruction.c == 0 ? [] : $0.fieldLists[Int(instruction.c) - 1]
      }
      let places = fields.compactMap { source.index(of: $0) }
      let isPruned = !fields.isEmpty && places.count == fields.count
      let reading = isPruned ? places : Array(source.columns.indices)
      let shape = isPruned ? Shape.empty : Shape.of(source.columns.map(\.name))
      cursors.append(RowLoop(try source.rows(reading: reading), shape))
      core.pointee.cursorCount = cursors.count
      state.put(.bool(isPruned))
    default:
      throw RuntimeProblem.wrongArgument(
        command: Keyword.untuk.rawValue, parameter: Keyword.di.rawValue, expected: [.list, .table],
        found: state.pointee.type)
    }
  }

  /// Puts the next element into the loop's variable; false after the last.
  @inline(never)
  func loopNext(_ instruction: Instruction, _ registers: Registers) throws -> Bool {
    guard let element = try nextElement(registers + Int(instruction.a)) else { return false }
    registers.advanced(by: Int(instruction.b)).put(element)
    return true
  }

  /// Puts the next element, or its fields, where `loopField` finds them.
  @inline(never)
  func loopNextRow(_ instruction: Instruction, _ registers: Registers) throws -> Bool {
    let state = registers + Int(instruction.a)
    guard case .bool(true) = state.pointee else {
      guard let element = try nextElement(state) else { return false }
      (state + 3).put(element)
      return true
    }
    let loop = cursors[cursors.count - 1]
    guard try loop.next() else { return false }
    for (offset, value) in loop.row.enumerated() { (state + 4 + offset).put(value) }
    return true
  }

  private func nextElement(_ state: Registers) throws -> Value? {
    guard case .int(let place) = state[1] else {
      let loop = cursors[cursors.count - 1]
      return try loop.next() ? loop.record : nil
    }
    if case .list(let list) = state.pointee {
      guard place < list.count else { return nil }
      (state + 1).initialize(to: .int(place + 1))
      return list[place]
    }
    guard case .int(let last) = state[2], place <= last else { return nil }
    (state + 1).initialize(to: place == last ? .int(1) : .int(place + 1))
    if place == last { (state + 2).initialize(to: .int(0)) }
    return .int(place)
  }

  func loopEnd(_ instruction: Instruction, _ registers: Registers) {
    let state = registers + Int(instruction.a)
    if case .bool = state.pointee { dropCursors(to: cursors.count - 1) }
    clear(state, 4)
    state.initialize(to: .null)
    (state + 1).initialize(to: .null)
  }
}
