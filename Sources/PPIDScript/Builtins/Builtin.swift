import PPIDValues

/// A command of the language itself: a function or a stage that needs nothing but its arguments.
package final class Builtin: Sendable {
  package let signature: Signature
  /// Works the result out. `Arguments` has what the signature asks for; the monitor may stop long work.
  package let run: @Sendable (Arguments, any Monitor) throws -> Value

  /// Whether it stands behind a `|` only.
  package let isStage: Bool

  init(
    _ name: String, help: Phrase, _ parameters: [ParameterSignature], gives result: ResultShape, examples: [Example],
    isStage: Bool = false, run: @escaping @Sendable (Arguments, any Monitor) throws -> Value
  ) {
    signature = Signature(name, help: help, parameters: parameters, result: result, examples: examples)
    self.isStage = isStage
    self.run = run
  }

  /// A stage on a table or list, which is its first argument.
  convenience init(
    stage name: String, help: Phrase, _ parameters: [ParameterSignature] = [], gives result: ResultShape = .any,
    examples: [Example], run: @escaping @Sendable (Arguments, any Monitor) throws -> Value
  ) {
    self.init(
      name, help: help, [.piped] + parameters, gives: result, examples: examples, isStage: true, run: run)
  }
}

/// All functions and stages of the language that take ordinary arguments.
package enum Builtins {
  /// In the order of the documentation.
  package static let all: [Builtin] = [
    .urutkan, .pilih, .buang, .ambil, .lewati, .hitung, .jumlah, .rata, .maks, .min, .unik, .balik, .gabung, .pertama,
    .terakhir, .daftar, .dariJSON, .panjang, .teks, .angka, .jenis, .pisah, .sambung, .ganti, .hurufBesar, .hurufKecil,
    .pangkas, .bulatkan, .tanggal, .periode, .kunci, .ada,
  ]

  /// What the language offers, for help and completion: these, and the stages that the parser reads itself.
  package static let signatures = RowStages.signatures + all.map(\.signature)

  /// The place in `all` of the one of that name.
  package static func index(of name: String) -> Int? { places[name] }

  private static let places = Dictionary(
    uniqueKeysWithValues: all.enumerated().map { ($1.signature.name, $0) })
}

extension ParameterSignature {
  /// What is piped into a stage.
  static let piped = ParameterSignature(
    "tabel", .argument(required: true), .types([.list, .table]),
    help: Phrase(id: "tabel atau daftar, biasanya lewat `|`", en: "a table or a list, usually through `|`"))
}
