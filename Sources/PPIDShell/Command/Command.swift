import PPIDEngine
import PPIDScript
import PPIDValues

/// A command: its name, typed parameters, help, permission, examples and action in one value.
///
/// Usage, help pages, completion, the check before running, the role check and the tests derive from it.
struct Command: Sendable {
  let signature: Signature
  /// What the person who types it must be allowed to do.
  let needs: Permission
  /// Where the values of each parameter come from, for completion.
  let sources: [CompletionSource]
  let run: @Sendable (Session, [Value?]) throws -> Value

  /// - Parameters:
  ///   - gives: the shape of its value, as far as it is known before it runs.
  ///   - isOutput: whether showing something is its job.
  ///   - action: takes the session and a typed value for each parameter, in their order.
  init<each Input: Sendable>(
    _ name: String, needs permission: Permission, help: Phrase, _ parameter: repeat Parameter<each Input>,
    gives result: ResultShape = .nothing, isOutput: Bool = false, examples: [Example],
    action: @escaping @Sendable (Session, repeat each Input) throws -> Value
  ) {
    var signatures: [ParameterSignature] = []
    var sources: [CompletionSource] = []
    repeat signatures.append(contentsOf: (each parameter).signatures)
    repeat sources.append(contentsOf: (each parameter).sources)
    self.sources = sources
    signature = Signature(
      name, help: help, parameters: signatures, result: result, isOutput: isOutput, examples: examples)
    needs = permission
    run = { session, values in
      var given = values[...]
      return try action(session, repeat try (each parameter).take(&given))
    }
  }
}
