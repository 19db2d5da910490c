import PPIDValues

/// One step from a value into its parts, as it is written after a variable.
package enum AccessStep: Sendable {
  /// `.nama`
  case field(String)
  /// `[i]`
  case index(Value)
}

/// `.nama` and `[i]`: reading, and changing in place.
extension Value {
  /// `self.nama`: a record's field, or a table's column as a list.
  package func field(_ name: String) throws -> Value {
    switch self {
    case .record(let record):
      guard let value = record[name] else { throw RuntimeProblem.missing(name, in: record) }
      return value
    case .table(let table): return try .list(table.column(name))
    case .list(let list): return try .list(list.table(named: name).column(name))
    default: throw RuntimeProblem.noFields(type, name)
    }
  }

  /// `self[key]`: an element of a list, a character of a text, a row of a table, by number; a record's field by name.
  package func element(_ key: Value) throws -> Value {
    switch (self, key) {
    case (.list(let list), .int(let index)): return try list[offset(index, of: list.count)]
    case (.text(let text), .int(let index)): return try .text(text.scalar(at: offset(index, of: text.count)))
    case (.table(let table), .int(let index)): return try table.row(at: index)
    case (.record, .text(let name)): return try field(name.string)
    case (.list, _), (.text, _), (.table, _), (.record, _): throw RuntimeProblem.wrongIndex(type, key.type)
    default: throw RuntimeProblem.noElements(type)
    }
  }

  /// `self… = value`: puts `value` where `path` leads, in place where nobody else holds what is changed, and leaves every other
  /// holder's value as it was. A missing field at the end of the path is added.
  package mutating func assign(_ path: ArraySlice<AccessStep>, to value: Value) throws {
    guard value.depth + path.count <= Value.greatestDepth else { throw RuntimeProblem.tooDeep }
    try modify(path, addsField: true) { $0 = value }
  }

  /// `self… += value`, in place like `assign`; a missing field is an error.
  package mutating func add(_ value: Value, at path: ArraySlice<AccessStep>) throws {
    guard value.depth + path.count <= Value.greatestDepth else { throw RuntimeProblem.tooDeep }
    try modify(path, addsField: false) { try $0.add(value) }
  }

  /// Hands the part of this value that `path` leads to to `body`; it has one owner then, unless somebody else holds it too.
  fileprivate mutating func modify(
    _ path: ArraySlice<AccessStep>, addsField: Bool, _ body: (inout Value) throws -> Void
  ) throws {
    guard let step = path.first else { return try body(&self) }
    if case .record(var record) = self {
      self = .null
      defer { self = .record(record) }
      if !isKnownUniquelyReferenced(&record) { record = record.copy() }
      try record.modify(step, path.dropFirst(), addsField: addsField, body)
    } else if case .list(var list) = self {
      guard case .index(.int(let index)) = step else { throw notAssignable(step) }
      let offset = try offset(index, of: list.count)
      self = .null
      defer { self = .list(list) }
      if !isKnownUniquelyReferenced(&list) { list = try list.copy() }
      try list.modify(at: offset) { try $0.modify(path.dropFirst(), addsField: addsField, body) }
    } else {
      throw notAssignable(step)
    }
  }

  private func notAssignable(_ step: AccessStep) -> RuntimeProblem {
    switch (self, step) {
    case (.list, .index(let key)): .wrongIndex(type, key.type)
    case (.list, .field(let name)): .noFields(type, name)
    default: .notAssignable(type)
    }
  }

  private func offset(_ index: Int, of count: Int) throws -> Int {
    guard index < count, index >= -count else { throw RuntimeProblem.indexOutOfRange(index, count: count) }
    return index < 0 ? count + index : index
  }
}

extension Record {
  fileprivate func modify(
    _ step: AccessStep, _ rest: ArraySlice<AccessStep>, addsField: Bool, _ body: (inout Value) throws -> Void
  ) throws {
    let name: String
    switch step {
    case .field(let field): name = field
    case .index(.text(let text)): name = text.string
    case .index(let key): throw RuntimeProblem.wrongIndex(.record, key.type)
    }
    if let index = shape.index(of: name) {
      return try modify(at: index) { try $0.modify(rest, addsField: addsField, body) }
    }
    guard addsField, rest.isEmpty else { throw RuntimeProblem.missing(name, in: self) }
    var value = Value.null
    try body(&value)
    self[name] = value
  }
}
