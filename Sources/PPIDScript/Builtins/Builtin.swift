import PPIDValues

/// A command of the language itself: a function or a stage that needs nothing but its arguments.
package struct Builtin: Sendable {
  package let signature: Signature
  /// Works the result out. `Arguments` has what the signature asks for; the monitor may stop long work.
  package let run: @Sendable (Arguments, any Monitor) throws -> Value

  init(
    _ name: String, help: Phrase, _ parameters: [ParameterSignature], gives result: ResultShape, examples: [Example],
    run: @escaping @Sendable (Arguments, any Monitor) throws -> Value
  ) {
    signature = Signature(name, help: help, parameters: parameters, result: result, examples: examples)
    self.run = run
  }

  /// All of them, in the order of the documentation.
  package static let all: [Builtin] = [
    .urutkan, .pilih, .buang, .ambil, .lewati, .hitung, .jumlah, .rata, .maks, .min, .unik, .balik, .gabung, .pertama,
    .terakhir, .daftar, .dariJSON, .panjang, .teks, .angka, .jenis, .pisah, .sambung, .ganti, .hurufBesar, .hurufKecil,
    .pangkas, .bulatkan, .tanggal, .periode, .kunci, .ada,
  ]
}

extension ParameterSignature {
  /// What is piped into a stage.
  static let piped = ParameterSignature(
    "tabel", .argument(required: true), .types([.list, .table]),
    help: Phrase(id: "tabel atau daftar, biasanya lewat `|`", en: "a table or a list, usually through `|`"))
}
