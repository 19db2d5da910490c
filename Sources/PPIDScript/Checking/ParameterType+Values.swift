import PPIDValues

/// What a parameter takes, asked of words and values.
extension ParameterSignature {
  package var isPositional: Bool {
    switch kind {
    case .argument, .rest: true
    case .option, .flag: false
    }
  }

  package var isFlag: Bool {
    if case .flag = kind { true } else { false }
  }

  /// Whether it takes all further arguments.
  package var takesRest: Bool {
    if case .rest = kind { true } else { false }
  }

  package var isRequired: Bool {
    switch kind {
    case .argument(let required), .rest(let required), .option(let required): required
    case .flag: false
    }
  }
}

extension ParameterType {
  /// Whether a bare word could be meant for it.
  func accepts(word: String) -> Bool {
    switch self {
    case .any, .text, .column, .commandName: true
    case .choice, .word: problem(with: word, "") == nil
    case .several(let single): single.accepts(word: word)
    case .types(let types):
      types.contains(.text) || LiteralSpelling.value(of: word).map { types.contains($0.type) } ?? false
    }
  }

  /// What is wrong with a word as it is spelled.
  func problem(with word: String, _ parameter: String) -> CheckProblem? {
    switch self {
    case .choice(let choices):
      guard !choices.contains(word) else { return nil }
      let nearest = Nearest.name(to: word, among: choices)
      return .wrongChoice(word, parameter: parameter, choices: choices, nearest: nearest)
    case .word(let form, let check): return check(word) ? nil : .wrongForm(word, form: form)
    case .several(let single):
      for part in word.split(separator: ",") {
        let part = part.drop { $0 == " " }
        if let problem = single.problem(with: String(part), parameter) { return problem }
      }
      return nil
    case .any, .text, .types, .column, .commandName: return nil
    }
  }

  /// What is wrong with a value.
  func problem(with value: Value, _ parameter: String) -> CheckProblem? {
    switch self {
    case .any: return nil
    case .text, .choice, .word, .column, .commandName:
      guard let text = value.string else {
        return .wrongType(parameter: parameter, expected: [.text], found: value.type)
      }
      return problem(with: text, parameter)
    case .types(let types):
      if types.contains(value.type) { return nil }
      if case .int = value, types.contains(.double) { return nil }
      if case .list = value, types.contains(.table) { return nil }
      return .wrongType(parameter: parameter, expected: types, found: value.type)
    case .several(let single):
      if let text = value.string, single.isText { return problem(with: text, parameter) }
      guard case .list(let list) = value else { return single.problem(with: value, parameter) }
      for element in list {
        if let problem = single.problem(with: element, parameter) { return problem }
      }
      return nil
    }
  }

  private var isText: Bool {
    switch self {
    case .text, .choice, .word: true
    default: false
    }
  }
}
