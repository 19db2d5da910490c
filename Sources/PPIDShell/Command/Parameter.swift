import PPIDScript
import PPIDValues

/// One typed parameter of a command, or a few that belong together and make one value.
struct Parameter<Input: Sendable>: Sendable {
  let signatures: [ParameterSignature]
  /// Where the values of each come from, for completion.
  let sources: [CompletionSource]
  /// Takes as many of the given values as there are signatures; nil stands for what wasn't given.
  let take: @Sendable (inout ArraySlice<Value?>) throws -> Input

  /// `sources` are what the types tell, where nothing else is said.
  init(
    signatures: [ParameterSignature], sources: [CompletionSource]? = nil,
    take: @escaping @Sendable (inout ArraySlice<Value?>) throws -> Input
  ) {
    self.signatures = signatures
    self.sources = sources ?? signatures.map { CompletionSource($0.type) }
    self.take = take
  }
}

/// A type whose values can be given to a command.
protocol Argument: Sendable {
  static var parameterType: ParameterType { get }
  /// What could be given, for completion.
  static var completion: CompletionSource { get }
  /// The typed value; throws ``ArgumentProblem`` when the language's value is none.
  static func read(_ value: Value) throws -> Self
}

extension Argument {
  static var completion: CompletionSource { CompletionSource(parameterType) }
}

/// A value that was computed while running and doesn't fit its parameter; literals are checked before.
struct ArgumentProblem: Error {
  let parameter: String
  let reason: Phrase
}

extension Parameter {
  /// A required argument.
  static func argument(_ name: String, _ help: Phrase) -> Parameter where Input: Argument {
    Parameter(name, .argument(required: true), help) { try read($0!, name) }
  }

  /// A required option `--name value`.
  static func requiredOption(_ name: String, _ help: Phrase) -> Parameter where Input: Argument {
    Parameter(name, .option(required: true), help) { try read($0!, name) }
  }

  /// An argument that may be left out.
  static func optional<Wrapped: Argument>(_ name: String, _ help: Phrase) -> Parameter where Input == Wrapped? {
    Parameter<Wrapped?>(name, .argument(required: false), Wrapped.parameterType, Wrapped.completion, help) {
      try $0.map { try Parameter<Wrapped>.read($0, name) }
    }
  }

  /// An option that may be left out.
  static func option<Wrapped: Argument>(_ name: String, _ help: Phrase) -> Parameter where Input == Wrapped? {
    Parameter<Wrapped?>(name, .option(required: false), Wrapped.parameterType, Wrapped.completion, help) {
      try $0.map { try Parameter<Wrapped>.read($0, name) }
    }
  }

  /// An option that takes one value or several (`--unit [BU, BK]`); empty when left out.
  static func options<Element: Argument>(_ name: String, _ help: Phrase) -> Parameter where Input == [Element] {
    Parameter<[Element]>(name, .option(required: false), .several(Element.parameterType), .several(Element.completion), help) {
      try Parameter<Element>.list($0, name)
    }
  }

  /// All further arguments.
  static func rest<Element: Argument>(_ name: String, required: Bool, _ help: Phrase) -> Parameter where Input == [Element] {
    Parameter<[Element]>(name, .rest(required: required), Element.parameterType, Element.completion, help) {
      try Parameter<Element>.list($0, name)
    }
  }

  private init(
    _ name: String, _ kind: ParameterSignature.Kind, _ type: ParameterType, _ source: CompletionSource, _ help: Phrase,
    _ read: @escaping @Sendable (Value?) throws -> Input
  ) {
    self.init(signatures: [ParameterSignature(name, kind, type, help: help)], sources: [source]) { try read($0.popFirst() ?? nil) }
  }

  /// The same, with values that come from elsewhere than its type says.
  func completing(_ source: CompletionSource) -> Parameter {
    Parameter(signatures: signatures, sources: signatures.map { _ in source }, take: take)
  }
}

extension Parameter where Input: Argument {
  private init(
    _ name: String, _ kind: ParameterSignature.Kind, _ help: Phrase, _ read: @escaping @Sendable (Value?) throws -> Input
  ) {
    self.init(name, kind, Input.parameterType, Input.completion, help, read)
  }

  fileprivate static func read(_ value: Value, _ name: String) throws -> Input {
    do {
      return try Input.read(value)
    } catch let problem as ArgumentProblem {
      throw ArgumentProblem(parameter: name, reason: problem.reason)
    }
  }

  fileprivate static func list(_ value: Value?, _ name: String) throws -> [Input] {
    switch value {
    case nil: []
    case .list(let list): try list.elements.map { try read($0, name) }
    case .text(let text) where text.string.contains(","):
      try text.string.split(separator: ",").map { try read(.text($0.trimmingSpaces), name) }
    case let value?: [try read(value, name)]
    }
  }
}

extension Parameter<Bool> {
  /// A switch `--name`.
  static func flag(_ name: String, _ help: Phrase) -> Parameter {
    Parameter(name, .flag, .types([.bool]), .nothing, help) { if case .bool(true) = $0 { true } else { false } }
  }
}

extension Substring {
  fileprivate var trimmingSpaces: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
