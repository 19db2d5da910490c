import PPIDValues

/// What a running program asks of the shell around it.
package protocol Host: AnyObject {
  /// Runs the command at `index` of the catalog. `arguments` has one entry a parameter of its signature, in that order; nil
  /// where nothing was given.
  func call(_ index: Int, _ arguments: [Value?]) throws -> Value

  /// Shows a value to the user (a top-level expression at the prompt).
  func show(_ value: Value) throws

  /// `transaksi` begins, is stored, is undone. They nest. One that can't be stored is undone when `commitTransaction` throws.
  func beginTransaction() throws
  func commitTransaction() throws
  func rollbackTransaction() throws

  /// Called before each statement when stepping; may wait for a key, may throw `Interruption`.
  func willRun(_ statement: SourceRange, of source: SourceText) throws
}

/// An error of a command: worded already, because the shell knows the words and the language only carries them.
package protocol CommandFailure: Error {
  var message: Phrase { get }
  /// What the user may do about it, where there is something.
  var advice: Phrase? { get }
  /// The process's exit status if nobody catches it (see language.md, "Running").
  var status: ExitStatus { get }
  /// `$galat.rincian`
  var details: Value { get }
}

/// Ctrl-C, or a bound that no `coba` may catch.
package struct Interruption: Error {
  package init() {}
}

/// The wish of a command to end the run without an error; no `coba` may hold it up.
package protocol EndOfRun: Error {}

package enum ExitStatus: Int32, Sendable {
  case done = 0
  case failed = 1
  case usage = 2
  case input = 3
  case forbidden = 4
  case storage = 5
  case interrupted = 130
}

/// A place in a source text, in bytes.
package struct SourceRange: Sendable, Hashable {
  package var lowerBound: Int
  package var upperBound: Int

  package init(_ lowerBound: Int, _ upperBound: Int) {
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }
}
