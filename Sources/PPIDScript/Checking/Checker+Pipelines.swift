import PPIDValues

/// Pipelines and their stages.
extension Checker {
  mutating func check(_ pipeline: Pipeline) -> Typed {
    var value: Typed?
    var steps: [CheckedExpression] = []
    for segment in pipeline.segments {
      value = check(segment, input: value)
      if let value { steps.append(value.expression) }
      if let probe, segment.range.upperBound == probe { probed = value?.type }
    }
    guard let first = steps.first, let value else {
      return (CheckedExpression(kind: .constant(.null), range: pipeline.range), .any)
    }
    if steps.count == 1 { return value }
    let kind = CheckedExpression.Kind.pipeline(first, Array(steps.dropFirst()))
    return (CheckedExpression(kind: kind, range: pipeline.range), value.type)
  }

  mutating func check(_ segment: Segment, input: Typed?) -> Typed {
    switch segment.kind {
    case .expression(let expression): return check(expression)
    case .command(let command): return check(command, segment, input: input)
    case .filter(let condition):
      guard let input = needed(input, "saring", segment) else { return invalid(segment) }
      let (row, _) = checkRow(condition, input.type)
      return (stage(.filter(row), segment), input.type)
    case .extend(let name, let value):
      guard let input = needed(input, "dengan", segment) else { return invalid(segment) }
      let (row, type) = checkRow(value, input.type)
      var result = StaticType.any
      if var columns = input.type.columns {
        let column = Column(name.text, type.type)
        if let index = columns.firstIndex(where: { $0.name == name.text }) {
          columns[index] = column
        } else {
          columns.append(column)
        }
        result = .table(columns)
      }
      return (stage(.extend(name.text, row), segment), result)
    case .group(let keys, let aggregates):
      guard let input = needed(input, "kelompok", segment) else { return invalid(segment) }
      return checkGroup(keys, aggregates, input, segment)
    }
  }

  /// What is piped into a stage; reports where there is nothing.
  private mutating func needed(_ input: Typed?, _ name: String, _ segment: Segment) -> Typed? {
    if input == nil { report(.stageWithoutInput(name), segment.head) }
    return input
  }

  func invalid(_ segment: Segment) -> Typed {
    (CheckedExpression(kind: .constant(.null), range: segment.range), .any)
  }

  private func stage(_ stage: CheckedStage, _ segment: Segment) -> CheckedExpression {
    CheckedExpression(kind: .stage(stage), range: segment.range)
  }

  private mutating func checkRow(_ expression: Expression, _ input: StaticType) -> (CheckedRowExpression, StaticType) {
    rows.append(RowScope(input))
    let (body, type) = check(expression)
    let scope = rows.removeLast()
    let row = CheckedRowExpression(
      body: body, columns: scope.columns, takesRow: scope.takesRow, captures: scope.captures)
    return (row, type)
  }

  private mutating func checkGroup(
    _ keys: [Word], _ aggregates: [AggregateSyntax], _ input: Typed, _ segment: Segment
  ) -> Typed {
    let known = input.type.columns
    var result = keys.map { checkColumn($0, known) }
    var checked: [(name: String, function: Aggregate.Function, column: String?)] = []
    for aggregate in aggregates {
      guard let function = Aggregate.Function(rawValue: aggregate.function.text) else {
        let names = Aggregate.Function.allCases.map(\.rawValue)
        report(
          .unknownAggregate(aggregate.function.text, nearest: Nearest.name(to: aggregate.function.text, among: names)),
          aggregate.function.range)
        continue
      }
      let column = aggregate.column.map { checkColumn($0, known) }
      if function == .count, let word = aggregate.column {
        report(.countTakesNoColumn, word.range)
      } else if function != .count, column == nil {
        report(.aggregateNeedsColumn(function.rawValue), aggregate.function.range)
      }
      checked.append((aggregate.name.text, function, column?.name))
      let type: ValueType? =
        switch function {
        case .count: .int
        case .average: .double
        case .sum, .maximum, .minimum: column?.type
        }
      result.append(Column(aggregate.name.text, type))
    }
    let names = keys + aggregates.map(\.name)
    for (index, name) in names.enumerated() where names[..<index].contains(where: { $0.text == name.text }) {
      report(.columnTwice(name.text), name.range)
    }
    let stage = CheckedStage.group(keys: keys.map(\.text), checked)
    return (self.stage(stage, segment), known == nil ? .any : .table(result))
  }

  /// The column that a word names; reports where the table is known not to have it.
  mutating func checkColumn(_ name: Word, _ known: [Column]?) -> Column {
    guard let known else { return Column(name.text) }
    if let column = known.column(named: name.text) { return column }
    reportUnknownColumn(name, in: known)
    return Column(name.text)
  }

  // MARK: Commands

  private mutating func check(_ command: CommandSyntax, _ segment: Segment, input: Typed?) -> Typed {
    guard let (entry, arguments) = commandEntry(command) else {
      reportUnknown(command)
      for argument in command.arguments { checkUnbound(argument) }
      return invalid(segment)
    }
    let name = entry.signature.name
    if entry.isStage, input == nil {
      report(.stageWithoutInput(name), segment.head)
      return invalid(segment)
    }
    var binding = Binding(entry, arguments: arguments, input: input, head: segment.head)
    bind(&binding)
    let call = CheckedCall(
      target: entry.target, parameters: entry.signature.parameters, arguments: binding.arguments)
    let type = result(of: binding)
    return (CheckedExpression(kind: .call(call), range: segment.range), type)
  }

  /// The command that is meant, by the longest name that fits, and the arguments behind its name.
  func commandEntry(_ command: CommandSyntax) -> (entry: CommandTable.Entry, arguments: ArraySlice<Argument>)? {
    if case .word(let second)? = command.arguments.first?.kind,
      let entry = commands.entry("\(command.head.text) \(second)")
    {
      return (entry, command.arguments.dropFirst())
    }
    guard let entry = commands.entry(command.head.text) else { return nil }
    if mistakenSecondWord(command, entry) != nil { return nil }
    return (entry, command.arguments[...])
  }

  /// The first argument, where it must be the misspelled second word of a command's name.
  private func mistakenSecondWord(_ command: CommandSyntax, _ entry: CommandTable.Entry?) -> Word? {
    guard let first = command.arguments.first, case .word(let word) = first.kind, commands.isGroup(command.head.text)
    else { return nil }
    let second = Word(text: word, range: first.range)
    guard let entry else { return second }
    let positional = entry.signature.parameters.first { $0.isPositional }
    guard let positional else { return second }
    if positional.type.accepts(word: word) { return nil }
    return Nearest.name(to: "\(command.head.text) \(word)", among: commands.names) == nil ? nil : second
  }

  private mutating func reportUnknown(_ command: CommandSyntax) {
    let head = command.head
    if let second = mistakenSecondWord(command, commands.entry(head.text)) {
      let name = "\(head.text) \(second.text)"
      let nearest = Nearest.name(to: name, among: commands.names.filter { $0.hasPrefix(head.text + " ") })
      return report(.unknownCommand(name, nearest: nearest), second.range)
    }
    if let instead = EnglishHabit.command(head.text),
      commands.entry(instead) != nil || CommandTable.rowStages.contains(instead)
    {
      return report(.foreignCommand(head.text, instead: instead), head.range)
    }
    if variable(named: head.text) != nil {
      return report(.unknownCommand(head.text, nearest: "$\(head.text)"), head.range)
    }
    var nearest = Nearest.name(to: head.text, among: commands.names + Keyword.beginnings.map(\.rawValue))
    if nearest == nil, commands.isGroup(head.text) {
      nearest = commands.names.filter { $0.hasPrefix(head.text + " ") }.min()
    }
    report(.unknownCommand(head.text, nearest: nearest), head.range)
  }

  /// Checks the expressions of an argument that no parameter takes.
  mutating func checkUnbound(_ argument: Argument) {
    switch argument.kind {
    case .word: break
    case .expression(let expression): _ = check(expression)
    case .option(_, let value): if let value { checkUnbound(value) }
    }
  }
}
