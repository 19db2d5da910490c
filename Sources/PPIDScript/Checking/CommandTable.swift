import PPIDValues

/// All commands that a script may name: those of the language, of the host, and the script's own functions.
struct CommandTable {
  struct Entry {
    let signature: Signature
    let target: CheckedCall.Target
    /// Whether it stands behind a `|` only.
    let isStage: Bool

    var isFunction: Bool {
      if case .function = target { true } else { false }
    }
  }

  let catalog: any Catalog
  private var functions: [String: Entry] = [:]

  init(_ catalog: any Catalog) {
    self.catalog = catalog
  }

  mutating func define(_ function: FunctionSignature) {
    functions[function.name] = Entry(signature: function.signature, target: .function(function.index), isStage: false)
  }

  /// The command of that name: one word, or two with a space.
  func entry(_ name: String) -> Entry? {
    if let index = Builtins.index(of: name) {
      let builtin = Builtins.all[index]
      return Entry(signature: builtin.signature, target: .builtin(index), isStage: builtin.isStage)
    }
    if let index = catalog.index(of: name) {
      return Entry(signature: catalog.signatures[index], target: .host(index), isStage: false)
    }
    return functions[name]
  }

  /// Whether some command's name has two words, the first of them this.
  func isGroup(_ word: String) -> Bool {
    let prefix = word + " "
    return catalog.signatures.contains { $0.name.hasPrefix(prefix) }
  }

  var names: [String] {
    Builtins.all.map(\.signature.name) + catalog.signatures.map(\.name) + functions.keys + CommandTable.rowStages
  }

  /// The stages that the grammar knows by name.
  static let rowStages = ["saring", "dengan", "kelompok"]
}

/// A function of a script, as its callers see it.
package struct FunctionSignature: Sendable {
  let name: String
  let index: Int
  let signature: Signature

  init(_ syntax: FunctionSyntax, index: Int) {
    name = syntax.name.text
    self.index = index
    let help = Phrase(id: "fungsi skrip", en: "a script's function")
    signature = Signature(
      syntax.name.text, help: help,
      parameters: syntax.parameters.map {
        ParameterSignature($0.name.text, .argument(required: $0.standard == nil), .any, help: help)
      }, result: .any, examples: [])
  }
}
