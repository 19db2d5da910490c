/// Where in a command's arguments the cursor is.
package struct CompletionCall: Sendable {
  /// The place of the parameter whose value stands here, in the signature; nil where none is left.
  package private(set) var parameter: Int?
  /// Whether it is the value of an option, so that nothing else may stand here.
  package private(set) var isOptionValue = false
  /// The options that stand before.
  package private(set) var given: Set<String> = []

  /// `words` stand behind the command's name, before the cursor.
  package init(_ signature: Signature, words: some Sequence<String>, isPiped: Bool) {
    let parameters = signature.parameters
    var positional = parameters.indices.filter { parameters[$0].isPositional }[...]
    if isPiped { _ = positional.popFirst() }
    var pending: Int?
    for word in words {
      if word.hasPrefix("--") {
        let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        given.insert(name)
        let option = parameters.firstIndex { $0.name == name && !$0.isPositional && !$0.isFlag }
        // `--nama=` without its value is split off as a word of its own.
        pending = parts.count < 2 || parts[1].isEmpty ? option : nil
      } else if pending != nil {
        pending = nil
      } else if let first = positional.first, !parameters[first].takesRest {
        positional.removeFirst()
      }
    }
    isOptionValue = pending != nil
    parameter = pending ?? positional.first
  }
}
