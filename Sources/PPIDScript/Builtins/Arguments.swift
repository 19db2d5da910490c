import PPIDValues

/// The arguments of one call, in the order of the signature's parameters.
package struct Arguments {
  package let signature: Signature
  private let values: [Value?]

  package init(_ signature: Signature, _ values: [Value?]) {
    self.signature = signature
    self.values = values
  }

  /// The name of the command that is called.
  var command: String { signature.name }

  /// Whatever was given at that place; nil for nothing.
  subscript(index: Int) -> Value? { values[index] }

  /// The value at that place; throws `missingArgument`.
  func value(_ index: Int) throws -> Value {
    guard let value = values[index] else {
      throw RuntimeProblem.missingArgument(command: command, parameter: signature.parameters[index].name)
    }
    return value
  }

  func text(_ index: Int) throws -> Text {
    guard case .text(let text) = try value(index) else { throw try wrong(index, [.text]) }
    return text
  }

  func int(_ index: Int) throws -> Int {
    guard case .int(let number) = try value(index) else { throw try wrong(index, [.int]) }
    return number
  }

  /// A count, which must not be negative.
  func count(_ index: Int) throws -> Int {
    let count = try int(index)
    guard count >= 0 else { throw RuntimeProblem.negativeCount(command: command, count) }
    return count
  }

  func flag(_ index: Int) -> Bool {
    if case .bool(let isSet)? = values[index] { isSet } else { false }
  }

  /// The texts of a `rest` or `several` parameter, or the one text that stands for such a list; none where nothing was given.
  func names(_ index: Int) throws -> [String] {
    switch values[index] {
    case nil: return []
    case .text(let text)?: return [text.string]
    case .list(let list)?:
      return try list.map { element in
        guard let name = element.string else { throw try wrong(index, [.text]) }
        return name
      }
    case .some: throw try wrong(index, [.text])
    }
  }

  /// That the argument at `index` is of none of the types that it should be.
  func wrong(_ index: Int, _ expected: [ValueType]) throws -> RuntimeProblem {
    .wrongArgument(
      command: command, parameter: signature.parameters[index].name, expected: expected, found: try value(index).type)
  }
}
