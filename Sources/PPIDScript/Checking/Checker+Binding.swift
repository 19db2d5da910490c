import PPIDValues

/// Gives each parameter of a command what a call has for it.
struct Binding {
  let entry: CommandTable.Entry
  let given: ArraySlice<Argument>
  let input: Checker.Typed?
  let head: SourceRange
  /// One for each parameter, but for what a `rest` parameter takes.
  private(set) var values: [CheckedArgument]
  private(set) var rest: [CheckedExpression] = []
  /// Whether an option is unknown, so that it can't be told what the arguments behind it are.
  var isUnclear = false

  init(_ entry: CommandTable.Entry, arguments: ArraySlice<Argument>, input: Checker.Typed?, head: SourceRange) {
    self.entry = entry
    given = arguments
    self.input = input
    self.head = head
    values = Array(repeating: .absent, count: entry.signature.parameters.count)
  }

  var parameters: [ParameterSignature] { entry.signature.parameters }
  var command: String { entry.signature.name }

  /// The next parameter by place that nothing was given for.
  func nextPositional() -> Int? {
    parameters.indices.first { index in
      switch (parameters[index].kind, values[index]) {
      case (.argument, .absent), (.rest, _): true
      default: false
      }
    }
  }

  /// The parameter that `--name` gives a value to; a function's parameters go by name too.
  func named(_ name: String) -> Int? {
    parameters.firstIndex { $0.name == name && (!$0.isPositional || entry.isFunction) }
  }

  mutating func add(_ value: CheckedExpression, to index: Int) {
    guard parameters[index].takesRest else {
      values[index] = .value(value)
      return
    }
    rest.append(value)
  }

  /// One for each parameter.
  var arguments: [CheckedArgument] {
    guard !rest.isEmpty, let place = parameters.firstIndex(where: \.takesRest) else { return values }
    var arguments = values
    arguments[place] = .rest(rest)
    return arguments
  }
}

extension Checker {
  mutating func bind(_ binding: inout Binding) {
    if let input = binding.input {
      if let first = binding.nextPositional() {
        checkType(input, binding.parameters[first])
        binding.add(CheckedExpression(kind: .piped, range: input.expression.range), to: first)
      } else {
        report(.takesNoInput(binding.command), binding.head)
      }
    }
    var index = binding.given.startIndex
    while index < binding.given.endIndex {
      let argument = binding.given[index]
      index += 1
      guard case .option(let name, let joined) = argument.kind else {
        bindPositional(argument, &binding)
        continue
      }
      var value = joined
      if value == nil, let parameter = binding.named(name.text), !binding.parameters[parameter].isFlag,
        index < binding.given.endIndex, !binding.given[index].isOption
      {
        value = binding.given[index]
        index += 1
      }
      bindOption(name, value, &binding)
    }
    if binding.isUnclear { return }
    for (parameter, value) in zip(binding.parameters, binding.arguments) where parameter.isRequired {
      if case .absent = value {
        let name = parameter.isPositional ? parameter.name : "--\(parameter.name)"
        report(.missingArgument(name, command: binding.command), binding.head)
      }
    }
  }

  private mutating func bindPositional(_ argument: Argument, _ binding: inout Binding) {
    guard let parameter = binding.nextPositional() else {
      let most = binding.parameters.count { $0.isPositional } - (binding.input == nil ? 0 : 1)
      if !binding.isUnclear { report(.tooManyArguments(command: binding.command, most: max(0, most)), argument.range) }
      return checkUnbound(argument)
    }
    binding.add(value(of: argument, for: binding.parameters[parameter], binding), to: parameter)
  }

  private mutating func bindOption(_ name: Word, _ value: Argument?, _ binding: inout Binding) {
    guard let index = binding.named(name.text) else {
      binding.isUnclear = true
      let names = binding.parameters.filter { !$0.isPositional || binding.entry.isFunction }.map(\.name)
      report(
        .unknownOption(name.text, command: binding.command, nearest: Nearest.name(to: name.text, among: names)),
        name.range)
      if let value { checkUnbound(value) }
      return
    }
    let parameter = binding.parameters[index]
    if case .absent = binding.values[index] {} else { report(.optionTwice(name.text), name.range) }
    guard let value else {
      if parameter.isFlag {
        binding.add(CheckedExpression(kind: .constant(.bool(true)), range: name.range), to: index)
      } else {
        report(.optionValueMissing(name.text), name.range)
        binding.add(CheckedExpression(kind: .constant(.null), range: name.range), to: index)
      }
      return
    }
    guard !parameter.isFlag else {
      report(.flagWithValue(name.text), value.range)
      return
    }
    binding.add(self.value(of: value, for: parameter, binding), to: index)
  }

  /// The value of an argument, read as its parameter's type asks for.
  private mutating func value(
    of argument: Argument, for parameter: ParameterSignature, _ binding: Binding
  ) -> CheckedExpression {
    switch argument.kind {
    case .word(let word):
      let value = read(word, argument.range, as: parameter.type, for: parameter.name, binding)
      return CheckedExpression(kind: .constant(value), range: argument.range)
    case .expression(let expression):
      let typed = check(expression)
      if case .column = parameter.type {
        if case .constant(let value) = typed.expression.kind, let name = value.string {
          checkColumn(named: name, argument.range, binding)
        } else {
          report(.columnNotPlain, argument.range)
        }
        return typed.expression
      }
      checkType(typed, parameter)
      return typed.expression
    case .option: return CheckedExpression(kind: .constant(.null), range: argument.range)
    }
  }

  private mutating func checkColumn(named name: String, _ range: SourceRange, _ binding: Binding) {
    _ = checkColumn(Word(text: name, range: range), binding.input?.type.columns)
  }

  /// Reads a bare word.
  private mutating func read(
    _ word: String, _ range: SourceRange, as type: ParameterType, for name: String, _ binding: Binding
  ) -> Value {
    switch type {
    case .text, .commandName: return .text(word)
    case .column:
      checkColumn(named: word, range, binding)
      return .text(word)
    case .choice, .word:
      if let problem = type.problem(with: word, name) { report(problem, range) }
      return .text(word)
    case .several(let single): return read(word, range, as: single, for: name, binding)
    case .any: return spelled(word, range) ?? .null
    case .types(let types):
      guard let value = spelled(word, range) else { return .null }
      if types.contains(value.type) { return value }
      if types.contains(.text) { return .text(word) }
      if case .int = value, types.contains(.double) { return value }
      report(.wrongType(parameter: name, expected: types, found: value.type), range)
      return value
    }
  }

  /// The literal that a word spells, or the word as a text; reports one that is spelled like a date, but is none.
  private mutating func spelled(_ word: String, _ range: SourceRange) -> Value? {
    let bytes = Array(word.utf8)[...]
    switch LiteralSpelling.read(bytes) {
    case .value(let value):
      if let remark = LiteralSpelling.thousandsRemark(bytes) { report(.remark(remark), range) }
      return value
    case .none, .refused(.leadingZero), .refused(.misplacedUnderscore): return .text(word)
    case .refused(let problem):
      report(.refusedLiteral(problem), range)
      return nil
    }
  }

  /// Refuses a literal of another type than the parameter's.
  private mutating func checkType(_ typed: Typed, _ parameter: ParameterSignature) {
    // What was reported already stands here as a constant of no known type.
    guard case .constant(let value) = typed.expression.kind, typed.type.type != nil else { return }
    if let problem = parameter.type.problem(with: value, parameter.name) { report(problem, typed.expression.range) }
  }
}

extension Argument {
  fileprivate var isOption: Bool {
    if case .option = kind { true } else { false }
  }
}
