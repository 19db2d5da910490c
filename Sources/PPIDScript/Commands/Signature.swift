import PPIDValues

/// What the language knows of a command: enough to check a call before anything runs, and to describe it.
package final class Signature: Sendable {
  /// One word or two: `arsip`, `arsip impor`.
  package let name: String
  package let help: Phrase
  package let parameters: [ParameterSignature]
  package let result: ResultShape
  /// Whether showing something is its job (`cetak`, `tampil`), so that its result isn't shown and isn't missed.
  package let isOutput: Bool
  package let examples: [Example]

  package init(
    _ name: String, help: Phrase, parameters: [ParameterSignature] = [], result: ResultShape = .nothing,
    isOutput: Bool = false, examples: [Example]
  ) {
    self.name = name
    self.help = help
    self.parameters = parameters
    self.result = result
    self.isOutput = isOutput
    self.examples = examples
  }
}

/// A line as one would type it, and what it prints (nil where that depends on the archive or the day).
package struct Example: Sendable {
  package let line: String
  package let prints: String?

  package init(_ line: String, prints: String? = nil) {
    self.line = line
    self.prints = prints
  }
}

package final class ParameterSignature: Sendable {
  package enum Kind: Sendable {
    /// By place; what is piped into the command becomes the first of these.
    case argument(required: Bool)
    /// All further arguments; its value is a daftar of them. Always the last argument.
    case rest(required: Bool)
    /// `--nama nilai`
    case option(required: Bool)
    /// `--nama`; its value is `benar`, or absent.
    case flag
  }

  package let name: String
  package let kind: Kind
  package let type: ParameterType
  package let help: Phrase

  package init(_ name: String, _ kind: Kind, _ type: ParameterType, help: Phrase) {
    self.name = name
    self.kind = kind
    self.type = type
    self.help = help
  }
}

/// What a parameter takes. A bare word of a call is read by it: as spelled for `text`, `word` and `choice`, else as the literal
/// that it spells.
package indirect enum ParameterType: Sendable {
  /// Any value.
  case any
  /// A teks of any content.
  case text
  /// A teks that must be one of these (`--ganda perbarui`).
  case choice([String])
  /// A teks of a certain form, with the name of the form for messages (`kode unit`); `check` says whether a spelling has it.
  case word(Phrase, check: @Sendable (String) -> Bool)
  /// A value of one of these types.
  case types([ValueType])
  /// One of it, or a daftar of them (`--unit [BU, BK]`), or a teks with commas (`"BU,BK"`).
  case several(ParameterType)
  /// The name of a column of the piped table, as a bare word.
  case column
  /// A word of a command's name (`bantuan arsip impor`).
  case commandName
}

/// What a call gives, as far as it is known before running.
package enum ResultShape: Sendable {
  case nothing
  /// A value of an unknown type.
  case any
  case type(ValueType)
  /// A tabel with these columns.
  case table([Column])
  /// A rekaman with these fields.
  case record([Column])
}

/// All commands there are, by name.
package protocol Catalog: AnyObject, Sendable {
  var signatures: [Signature] { get }
  /// The index in `signatures` of the command of that name.
  func index(of name: String) -> Int?
}
