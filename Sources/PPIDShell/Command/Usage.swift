import PPIDScript
import PPIDValues

extension Signature {
  /// How a call is written: `arsip impor <berkas> [--unit U] …`.
  var usage: String {
    ([name] + parameters.map(\.usage)).joined(separator: " ")
  }
}

extension ParameterSignature {
  /// The parameter as it stands in a usage line.
  var usage: String {
    switch kind {
    case .argument(required: true): "<\(name)>"
    case .argument(required: false): "[\(name)]"
    case .rest(let required): required ? "<\(name)…>" : "[\(name)…]"
    case .option(required: true): "--\(name) \(type.placeholder)"
    case .option(required: false): "[--\(name) \(type.placeholder)]"
    case .flag: "[--\(name)]"
    }
  }
}

extension ParameterType {
  /// What stands for a value in a usage line.
  var placeholder: String {
    switch self {
    case .any: "nilai"
    case .text, .word: "teks"
    case .choice(let words): words.joined(separator: "|")
    case .types(let types): types.map(\.rawValue).joined(separator: "|")
    case .several(let type): "\(type.placeholder)[,…]"
    case .column: "kolom"
    case .commandName: "perintah"
    }
  }
}
