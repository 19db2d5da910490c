import PPIDValues

/// Expressions.
extension Checker {
  typealias Typed = (expression: CheckedExpression, type: StaticType)

  mutating func check(_ expression: Expression) -> Typed {
    let range = expression.range
    func typed(_ kind: CheckedExpression.Kind, _ type: StaticType = .any) -> Typed {
      (CheckedExpression(kind: kind, range: range), type)
    }
    switch expression.kind {
    case .literal(let value): return typed(.constant(value), .value(value.type))
    case .text(let parts):
      let checked = parts.map { part in
        switch part {
        case .characters(let text): CheckedExpression(kind: .constant(.text(text)), range: range)
        case .value(let value): check(value).expression
        }
      }
      return typed(.text(checked), .value(.text))
    case .variable(let name): return noted(checkVariable(name, range), range)
    case .word(let word): return checkWord(word, range)
    case .list(let items): return checkList(items, range)
    case .record(let fields):
      let values = fields.map { check($0.value) }
      let columns = zip(fields, values).map { Column($0.name.text, $1.type.type) }
      return typed(.record(names: fields.map(\.name.text), values.map(\.expression)), .record(columns))
    case .binary(let symbol, let left, let right, _): return checkBinary(symbol, left, right, range)
    case .chain(let first, let links):
      if let word = hyphenatedWord(first, links, range) {
        report(.hyphenatedWord(word, isCommand: commands.entry(word) != nil), range)
        return typed(.constant(.null))
      }
      let (first, type) = check(first)
      let checked = links.map { link in
        let (operand, operandType) = check(link.operand)
        return (CheckedLink(symbol: link.symbol, place: link.place, operand: operand), operandType)
      }
      let result = checked.reduce(type) { Checker.result(of: $1.0.symbol, $0, $1.1) }
      return typed(.chain(first, checked.map(\.0)), result)
    case .not(let operand): return typed(.not(check(operand).expression), .value(.bool))
    case .negate(let operand):
      let (operand, type) = check(operand)
      return typed(.negate(operand), type)
    case .access(let base, let path): return noted(checkAccess(base, path, range), range)
    case .group(let inner):
      let (inner, type) = check(inner)
      return (CheckedExpression(kind: inner.kind, range: inner.range), type)
    case .call(let pipeline): return noted(check(pipeline), range)
    case .invalid: return typed(.constant(.null))
    }
  }

  /// `setiap-saat`, where that can only be meant for a text or a command: words with touching `-` between them that name no column.
  private func hyphenatedWord(_ first: Expression, _ links: [Link], _ range: SourceRange) -> String? {
    guard case .word = first.kind, rows.isEmpty || rows.last?.known != nil else { return nil }
    let text = source.text(in: range)
    let operands = [first] + links.map(\.operand)
    let isWord = !text.utf8.contains(Byte.space) && links.allSatisfy { $0.symbol == .subtract }
    let hasColumns = operands.contains(where: isColumn)
    let arePlain = operands.allSatisfy { operand in
      switch operand.kind {
      case .word, .literal: true
      default: false
      }
    }
    return isWord && arePlain && !hasColumns ? text : nil
  }

  private mutating func checkVariable(_ name: String, _ range: SourceRange) -> Typed {
    if name == "it" {
      guard !rows.isEmpty else {
        report(.noRow, range)
        return (CheckedExpression(kind: .constant(.null), range: range), .any)
      }
      rows[rows.count - 1].takesRow = true
      let type = rows[rows.count - 1].known.map { StaticType.row($0) } ?? .any
      return (CheckedExpression(kind: .row, range: range), type)
    }
    if name == "_" {
      if mode == .file { report(.noLastValue, range) }
      return (CheckedExpression(kind: .lastValue, range: range), lastType)
    }
    guard let variable = variable(named: name) else {
      reportUndeclared(name, range)
      return (CheckedExpression(kind: .constant(.null), range: range), .any)
    }
    variable.loopUse?.needsWhole = true
    return (CheckedExpression(kind: .variable(slot: slot(of: variable)), range: range), variable.type)
  }

  /// The variable's slot as the innermost row expression sees it.
  private mutating func slot(of variable: Variable) -> Int {
    var slot = variable.slot
    for index in rows.indices { slot = rows[index].capture(slot) }
    return slot
  }

  /// Whether an expression is the name of a column that is known.
  private func isColumn(_ expression: Expression) -> Bool {
    guard case .word(let word) = expression.kind else { return false }
    return rows.last?.known?.column(named: word) != nil
  }

  private mutating func checkWord(_ word: String, _ range: SourceRange, mayBeText: Bool = true) -> Typed {
    if let habit = EnglishHabit.operand(word), rows.last?.known?.column(named: word) == nil {
      report(.habitWord(word, instead: habit), range)
      return (CheckedExpression(kind: .constant(.null), range: range), .any)
    }
    guard !rows.isEmpty else {
      let isVariable = variable(named: word) != nil
      report(.bareWord(word, isVariable: isVariable, isCommand: commands.entry(word) != nil), range)
      return (CheckedExpression(kind: .constant(.null), range: range), .any)
    }
    let last = rows.count - 1
    var type = StaticType.any
    if let known = rows[last].known {
      if let column = known.column(named: word) {
        type = StaticType(column: column)
      } else {
        let nearest = Nearest.name(to: word, among: known.map(\.name))
        report(.unknownColumn(word, nearest: nearest, mayBeText: mayBeText), range)
      }
    }
    return (CheckedExpression(kind: .column(rows[last].column(word)), range: range), type)
  }

  private mutating func checkList(_ items: [Expression], _ range: SourceRange) -> Typed {
    var element: StaticType?
    var isPlain = true
    var values: [Value] = []
    let checked = items.map { item in
      let (expression, type) = check(item)
      if case .constant(let value) = expression.kind, isPlain { values.append(value) } else { isPlain = false }
      if case .value(.null) = type {} else { element = element.map { $0.joined(with: type) } ?? type }
      return expression
    }
    let type = StaticType.list(element ?? .any)
    if isPlain { return (CheckedExpression(kind: .constant(.list(List(values))), range: range), type) }
    return (CheckedExpression(kind: .list(checked), range: range), type)
  }

  // MARK: Operators

  private mutating func checkBinary(
    _ symbol: BinaryOperator, _ left: Expression, _ right: Expression, _ range: SourceRange
  ) -> Typed {
    // A word in front of the sign is meant for a column, unless one stands behind it.
    let hasColumn = isColumn(right)
    let first: Typed
    if case .word(let word) = left.kind, !hasColumn {
      first = checkWord(word, left.range, mayBeText: false)
    } else {
      first = check(left)
    }
    let second = check(right)
    if !rows.isEmpty { checkComparison(symbol, first, second) }
    let type: StaticType = symbol == .range ? .list(.value(.int)) : .value(.bool)
    return (CheckedExpression(kind: .binary(symbol, first.expression, second.expression), range: range), type)
  }

  /// Refuses a column compared with a value that it never holds.
  private mutating func checkComparison(_ symbol: BinaryOperator, _ left: Typed, _ right: Typed) {
    switch symbol {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      compare(left, with: right.type.type, at: right.expression.range)
      if columnName(left) == nil { compare(right, with: left.type.type, at: left.expression.range) }
    case .isIn:
      switch right.type {
      case .list(let element): compare(left, with: element.type, at: right.expression.range)
      case .value(.text) where columnName(right) == nil: compare(left, with: .text, at: right.expression.range)
      case .value(.period) where left.type.type?.isWithinPeriods != true:
        compare(left, with: .period, at: right.expression.range)
      default: break
      }
    case .matches:
      compare(left, with: .text, at: left.expression.range)
      compare(right, with: .text, at: right.expression.range)
      if left.type.type == .text { compare(left, with: right.type.type, at: right.expression.range) }
    default: break
    }
  }

  private mutating func compare(_ side: Typed, with other: ValueType?, at place: SourceRange) {
    guard let name = columnName(side), let type = side.type.type, let other, other != .null, type != other else {
      return
    }
    let numbers: Set<ValueType> = [.int, .double]
    if numbers.contains(type), numbers.contains(other) { return }
    if type.isRows, other.isRows { return }
    report(.columnType(column: name, type, comparedWith: other), place)
  }

  /// The column that an expression reads plainly.
  private func columnName(_ typed: Typed) -> String? {
    switch typed.expression.kind {
    case .column(let index): return rows.last?.columns[index]
    case .access(let base, let path):
      guard case .row = base.kind, path.count == 1, case .field(let name) = path[0].kind else { return nil }
      return name
    default: return nil
    }
  }

  /// What an operator makes of operands of these types, where no operand is `kosong`.
  private static func result(of symbol: BinaryOperator, _ left: StaticType, _ right: StaticType) -> StaticType {
    switch symbol {
    case .or, .and: return .value(.bool)
    default: break
    }
    switch (left, right) {
    case (.list(let first), .list(let second)) where symbol == .add: return .list(first.joined(with: second))
    case (.value(let first), .value(let second)):
      switch (symbol, first, second) {
      case (.divide, .int, .int): return .value(.double)
      case (_, .int, .int): return .value(.int)
      case (_, .double, .int), (_, .int, .double), (_, .double, .double): return .value(.double)
      case (.add, .text, .text): return .value(.text)
      default: return .any
      }
    default: return .any
    }
  }

  // MARK: Access

  mutating func check(_ access: Access) -> CheckedAccess {
    switch access.kind {
    case .field(let name): CheckedAccess(kind: .field(name), range: access.range)
    case .index(let index): CheckedAccess(kind: .index(check(index).expression), range: access.range)
    }
  }

  private mutating func checkAccess(_ base: Expression, _ path: [Access], _ range: SourceRange) -> Typed {
    var loopUse: LoopUse?
    if case .variable(let name) = base.kind, rows.isEmpty, let use = variable(named: name)?.loopUse,
      case .field(let field)? = path.first?.kind
    {
      if !use.needsWhole { loopUse = use }
      if !use.fields.contains(field) { use.fields.append(field) }
    }
    if let column = columnOfRow(base, path, range) { return column }
    let (base, baseType) = check(base)
    loopUse?.needsWhole = false
    var type = baseType
    let path = path.map { access in
      type = checkStep(access, in: type)
      return check(access)
    }
    return (CheckedExpression(kind: .access(base, path), range: range), type)
  }

  /// `$it.nama` of a known table is its column, which a source can compute with.
  private mutating func columnOfRow(_ base: Expression, _ path: [Access], _ range: SourceRange) -> Typed? {
    guard case .variable("it") = base.kind, path.count == 1, case .field(let name) = path[0].kind,
      let column = rows.last?.known?.column(named: name)
    else { return nil }
    let index = rows[rows.count - 1].column(name)
    return (CheckedExpression(kind: .column(index), range: range), StaticType(column: column))
  }

  /// The type behind one step; refuses a column that the table is known not to have.
  private mutating func checkStep(_ access: Access, in type: StaticType) -> StaticType {
    switch (access.kind, type) {
    case (.field(let name), .table(let columns)):
      guard let column = columns.column(named: name) else {
        reportUnknownColumn(Word(text: name, range: access.range), in: columns)
        return .any
      }
      return .list(StaticType(column: column))
    case (.field(let name), .row(let fields)):
      guard let field = fields.column(named: name) else {
        reportUnknownColumn(Word(text: name, range: access.range), in: fields)
        return .any
      }
      return StaticType(column: field)
    case (.field(let name), .record(let fields)):
      return fields.column(named: name).map { StaticType(column: $0) } ?? .any
    case (.index, .list(let element)): return element
    case (.index, .table(let columns)): return .row(columns)
    default: return .any
    }
  }

  mutating func reportUnknownColumn(_ name: Word, in columns: [Column]) {
    let nearest = Nearest.name(to: name.text, among: columns.map(\.name))
    report(.unknownColumn(name.text, nearest: nearest, mayBeText: false), name.range)
  }
}

extension ValueType {
  /// Whether `di` asks it of a period.
  fileprivate var isWithinPeriods: Bool { self == .date || self == .time || self == .period }

  /// `daftar` and `tabel` compare as lists of rows.
  fileprivate var isRows: Bool { self == .list || self == .table }
}
