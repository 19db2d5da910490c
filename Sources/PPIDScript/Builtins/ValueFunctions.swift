import PPIDValues

/// Functions that ask values what they are, and turn them into others.
extension Builtin {
  static let panjang = Builtin(
    "panjang",
    help: Phrase(
      id: "Banyaknya karakter, unsur, kolom, atau baris.", en: "The number of characters, elements, fields or rows."),
    [
      ParameterSignature(
        "x", .argument(required: true), .types([.text, .list, .record, .table]),
        help: Phrase(id: "teks, daftar, rekaman, atau tabel", en: "a text, a list, a record or a table"))
    ],
    gives: .type(.int), examples: [Example("cetak $(panjang \"informasi\")", prints: "9")]
  ) { arguments, _ in
    switch try arguments.value(0) {
    case .text(let text): return .int(text.count)
    case .list(let list): return .int(list.count)
    case .record(let record): return .int(record.count)
    case .table(let table): return try .int(table.count())
    default: throw try arguments.wrong(0, [.text, .list, .record, .table])
    }
  }

  static let teks = Builtin(
    "teks",
    help: Phrase(id: "Nilai sebagai teks.", en: "The value as a text."),
    [.value], gives: .type(.text), examples: [Example("cetak $(teks 3.0)", prints: "3.0")]
  ) { arguments, _ in try .text(arguments.value(0).canonicalText()) }

  static let angka = Builtin(
    "angka",
    help: Phrase(
      id: "Bilangan yang dieja teks, seperti ditulis dalam skrip.", en: "The number that a text spells, as in a script."
    ),
    [
      ParameterSignature(
        "teks", .argument(required: true), .types([.text, .int, .double]),
        help: Phrase(id: "misalnya 6765 atau 3.14", en: "such as 6765 or 3.14"))
    ],
    gives: .any, examples: [Example("cetak $(angka \"3.14\")", prints: "3.14")]
  ) { arguments, _ in
    switch try arguments.value(0) {
    case .text(let text):
      switch LiteralSpelling.value(of: text.string) {
      case .int(let number)?: return .int(number)
      case .double(let number)?: return .double(number)
      default: throw RuntimeProblem.unreadable(text.string, as: .int)
      }
    case .int(let number): return .int(number)
    case .double(let number): return .double(number)
    default: throw try arguments.wrong(0, [.text, .int, .double])
    }
  }

  static let jenis = Builtin(
    "jenis",
    help: Phrase(id: "Nama jenis nilai.", en: "The name of the value's type."),
    [.value], gives: .type(.text), examples: [Example("cetak $(jenis 2026-11)", prints: "periode")]
  ) { arguments, _ in try .text(arguments.value(0).type.rawValue) }

  static let bulatkan = Builtin(
    "bulatkan",
    help: Phrase(
      id: "Membulatkan bilangan seperti tertulis dalam desimal; setengah menjauhi nol.",
      en: "Rounds a number as it is written in decimals; halves go away from zero."),
    [
      ParameterSignature(
        "x", .argument(required: true), .types([.int, .double]), help: Phrase(id: "bilangannya", en: "the number")),
      ParameterSignature(
        "n", .argument(required: false), .types([.int]),
        help: Phrase(
          id: "angka di belakang koma; bila negatif, di depannya", en: "digits after the point; before it when negative"
        )),
    ],
    gives: .any,
    examples: [Example("cetak $(bulatkan 8.25 1)", prints: "8.3"), Example("cetak $(bulatkan -2.5)", prints: "-3")]
  ) { arguments, _ in
    let places = try arguments[1] == nil ? 0 : arguments.int(1)
    let spelling: String
    switch try arguments.value(0) {
    case .null: return .null
    case .int(let number):
      if places > 0 { return .double(Double(number)) }
      if places == 0 { return .int(number) }
      spelling = DecimalSpelling.rounded(String(number) + ".0", places: places)
    case .double(let number):
      spelling = DecimalSpelling.rounded(DecimalSpelling.shortest(number), places: places)
    default: throw try arguments.wrong(0, [.int, .double])
    }
    if places > 0, let number = Double(spelling), number.isFinite { return .double(number) }
    guard let number = Int(spelling.dropLast(2)) else { throw RuntimeProblem.tooLargeToRound(spelling) }
    return .int(number)
  }
}

extension ParameterSignature {
  fileprivate static let value = ParameterSignature(
    "x", .argument(required: true), .any, help: Phrase(id: "nilai apa pun", en: "any value"))
}
