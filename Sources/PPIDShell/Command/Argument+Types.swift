import PPIDEngine
import PPIDScript
import PPIDValues

extension Argument {
  /// What is said of a value of the wrong type.
  fileprivate static func mismatch(_ value: Value, _ wanted: Phrase) -> ArgumentProblem {
    ArgumentProblem(
      parameter: "",
      reason: Phrase(
        id: "diharapkan \(wanted.id), bukan \(value.type.rawValue)", en: "expected \(wanted.en), not \(value.type.rawValue)"))
  }
}

extension Value: Argument {
  static var parameterType: ParameterType { .any }
  static func read(_ value: Value) -> Value { value }
}

extension String: Argument {
  static var parameterType: ParameterType { .text }

  static func read(_ value: Value) throws -> String {
    guard let string = value.string else { throw mismatch(value, Phrase(id: "teks", en: "a text (teks)")) }
    return string
  }
}

extension Int: Argument {
  static var parameterType: ParameterType { .types([.int]) }

  static func read(_ value: Value) throws -> Int {
    guard case .int(let number) = value else { throw mismatch(value, Phrase(id: "bulat", en: "a whole number (bulat)")) }
    return number
  }
}

extension Period: Argument {
  static var parameterType: ParameterType { .types([.period]) }
  static var completion: CompletionSource { .archive(.periods) }

  static func read(_ value: Value) throws -> Period {
    guard case .period(let period) = value else {
      throw mismatch(value, Phrase(id: "periode seperti 2026-11", en: "a period like 2026-11 (periode)"))
    }
    return period
  }
}

extension CalendarDate: Argument {
  static var parameterType: ParameterType { .types([.date]) }

  static func read(_ value: Value) throws -> CalendarDate {
    guard case .date(let date) = value else {
      throw mismatch(value, Phrase(id: "tanggal seperti 2026-11-22", en: "a date like 2026-11-22 (tanggal)"))
    }
    return date
  }
}

extension TimeSpan: Argument {
  static var parameterType: ParameterType { .types([.span]) }

  static func read(_ value: Value) throws -> TimeSpan {
    guard case .span(let span) = value else {
      throw mismatch(value, Phrase(id: "durasi seperti 5tahun", en: "a length of time like 5tahun (durasi)"))
    }
    return span
  }
}

/// A text of a certain form.
protocol WordArgument: Argument {
  static var form: Phrase { get }
  init?(_ text: String)
}

extension WordArgument {
  static var parameterType: ParameterType { .word(form) { Self($0) != nil } }

  static func read(_ value: Value) throws -> Self {
    guard let string = value.string else { throw mismatch(value, form) }
    guard let word = Self(string) else {
      throw ArgumentProblem(parameter: "", reason: Phrase(id: "diharapkan \(form.id)", en: "expected \(form.en)"))
    }
    return word
  }
}

extension RecordNumber: WordArgument {
  static let form = Phrase(id: "nomor rekaman seperti A-12", en: "a record's number like A-12")
  static var completion: CompletionSource { .archive(.records) }
  init?(_ text: String) { self.init(text[...]) }
}

extension UnitCode: WordArgument {
  static let form = Phrase(id: "kode unit: huruf, angka, titik, atau garis", en: "a unit's code: letters, digits, dots or dashes")
  static var completion: CompletionSource { .archive(.units) }
  init?(_ text: String) { self.init(text[...]) }
}

/// One of a few words.
protocol ChoiceArgument: Argument, RawRepresentable<String>, CaseIterable {
  /// What the word means, where that isn't plain.
  var meaning: Phrase? { get }
}

extension ChoiceArgument {
  var meaning: Phrase? { nil }
  static var parameterType: ParameterType { .choice(allCases.map(\.rawValue)) }
  static var completion: CompletionSource { .words(allCases.map { CompletionSource.Word($0.rawValue, $0.meaning) }) }

  static func read(_ value: Value) throws -> Self {
    let words = allCases.map(\.rawValue)
    guard let string = value.string else { throw mismatch(value, Phrase("teks")) }
    guard let choice = Self(rawValue: string) else {
      let list = words.joined(separator: ", ")
      throw ArgumentProblem(
        parameter: "", reason: Phrase(id: "`\(string)` tidak ada; pilih: \(list)", en: "there is no `\(string)`; choose: \(list)"))
    }
    return choice
  }
}

extension PPIDEngine.Category: ChoiceArgument {
  var meaning: Phrase? {
    switch self {
    case .berkala: Phrase(id: "diumumkan berkala (UU 14/2008 pasal 9)", en: "announced at intervals (UU 14/2008, article 9)")
    case .sertaMerta: Phrase(id: "diumumkan serta-merta (pasal 10)", en: "announced at once (article 10)")
    case .setiapSaat: Phrase(id: "tersedia setiap saat (pasal 11)", en: "available at any time (article 11)")
    case .dikecualikan: Phrase(id: "dikecualikan (pasal 17); tidak pernah masuk DIP", en: "excluded (article 17); never in the DIP")
    }
  }
}

extension SecurityClass: ChoiceArgument {}

extension OutputFormat: Argument {
  static var parameterType: ParameterType { .choice(all.map(\.name)) }

  static func read(_ value: Value) throws -> OutputFormat {
    guard let format = value.string.flatMap(named) else {
      let list = all.map(\.name).joined(separator: ", ")
      throw ArgumentProblem(
        parameter: "", reason: Phrase(id: "format tidak dikenal; pilih: \(list)", en: "unknown format; choose: \(list)"))
    }
    return format
  }
}
