import PPIDValues

/// What is wrong with an instrument's file, and where: line and column count from 1.
package struct InstrumentFault: Refusal, Hashable {
  /// The file's name, where it came from one.
  package var file: String?
  package let line: Int
  package let column: Int
  package let problem: Problem

  package enum Problem: Sendable, Hashable {
    /// A line that is no `kunci: nilai`.
    case noKey
    case unknownKey(String, nearest: String?)
    case repeatedKey(String)
    case emptyValue(String)
    /// The block that begins here lacks a key.
    case missingKey(String)
    /// The file doesn't begin with `instrumen`.
    case noHead
    case secondHead
    case unfitName(String)
    case unfitVersion(String)
    case repeatedCode(String)
    case unknownCategory(String)
    case emptyCategory(String)
    case noIndicators
    case unfitWeight(String)
    case weightsDontAddUp(ExactNumber)
    case unknownMethod(String)
    case unknownIndicator(String, nearest: String?)
    case unknownKind(String)
    case unknownGrade(String)
    /// A grade that this indicator can't have, because it is all or nothing.
    case gradeBetween(String)
    case keyOfOtherMethod(String, method: String)
    case unfitThresholds(String, count: Int)
  }

  init(_ line: Int, _ column: Int, _ problem: Problem) {
    self.line = line
    self.column = column
    self.problem = problem
  }

  package var kind: RefusalKind { .input }

  package var message: Phrase {
    let name = Phrase(id: file ?? "instrumen", en: file ?? "instrument")
    let place = Phrase(id: "\(name.id), baris \(line) kolom \(column): ", en: "\(name.en), line \(line) column \(column): ")
    let words = problem.words
    return Phrase(id: place.id + words.id, en: place.en + words.en)
  }

  package var advice: Phrase? {
    switch problem {
    case .unknownKey(_, let nearest?), .unknownIndicator(_, let nearest?):
      Phrase(id: "maksud Anda `\(nearest)`?", en: "did you mean `\(nearest)`?")
    case .weightsDontAddUp: Phrase(id: "bobot semua indikator harus berjumlah 100", en: "the weights of all indicators must add up to 100")
    case .unknownGrade: Phrase(id: "pilih: 1, 0.75, 0.5, 0.25, 0", en: "choose: 1, 0.75, 0.5, 0.25, 0")
    case .unknownIndicator(_, nil):
      Phrase(
        id: "yang ada: \(ComputedIndicator.allCases.map(\.rawValue).joined(separator: ", "))",
        en: "there are: \(ComputedIndicator.allCases.map(\.rawValue).joined(separator: ", "))")
    default: nil
    }
  }
}

extension InstrumentFault.Problem {
  fileprivate var words: Phrase {
    switch self {
    case .noKey: Phrase(id: "diharapkan `kunci: nilai`", en: "expected `kunci: nilai`")
    case .unknownKey(let key, _): Phrase(id: "kunci `\(key)` tidak dikenal di sini", en: "the key `\(key)` is not known here")
    case .repeatedKey(let key): Phrase(id: "kunci `\(key)` sudah ada di blok ini", en: "this block has the key `\(key)` already")
    case .emptyValue(let key): Phrase(id: "`\(key)` belum berisi", en: "`\(key)` holds nothing")
    case .missingKey(let key): Phrase(id: "blok ini belum punya `\(key)`", en: "this block lacks `\(key)`")
    case .noHead: Phrase(id: "berkas harus mulai dengan `instrumen: NAMA`", en: "the file must begin with `instrumen: NAME`")
    case .secondHead: Phrase(id: "`instrumen` hanya sekali, di awal", en: "`instrumen` stands once, at the beginning")
    case .unfitName(let name):
      Phrase(id: "`\(name)` bukan nama: huruf, angka, titik, atau garis", en: "`\(name)` is no name: letters, digits, dots or dashes")
    case .unfitVersion(let text):
      Phrase(id: "`\(text)` bukan versi: bilangan bulat dari 1", en: "`\(text)` is no version: a whole number from 1")
    case .repeatedCode(let code): Phrase(id: "`\(code)` sudah ada", en: "`\(code)` is there already")
    case .unknownCategory(let code):
      Phrase(id: "tidak ada kategori `\(code)` sebelum baris ini", en: "there is no category `\(code)` before this line")
    case .emptyCategory(let code): Phrase(id: "kategori `\(code)` tidak punya indikator", en: "the category `\(code)` has no indicators")
    case .noIndicators: Phrase(id: "tidak ada indikator", en: "there are no indicators")
    case .unfitWeight(let text):
      Phrase(
        id: "`\(text)` bukan bobot: bilangan di atas 0 sampai 100, seperti 2.5",
        en: "`\(text)` is no weight: a number above 0 up to 100, like 2.5")
    case .weightsDontAddUp(let sum): Phrase(id: "jumlah bobot \(sum), bukan 100", en: "the weights add up to \(sum), not 100")
    case .unknownMethod(let text):
      Phrase(id: "`\(text)` bukan cara: `nilai` atau `hitung nama`", en: "`\(text)` is no method: `nilai` or `hitung name`")
    case .unknownIndicator(let name, _): Phrase(id: "program tidak menghitung `\(name)`", en: "the program doesn't count `\(name)`")
    case .unknownKind(let text):
      Phrase(
        id: "`\(text)` bukan tingkat: `bertingkat` atau `semua-atau-tidak`", en: "`\(text)` is no kind: `bertingkat` or `semua-atau-tidak`")
    case .unknownGrade(let text): Phrase(id: "nilai `\(text)` tidak ada", en: "there is no grade `\(text)`")
    case .gradeBetween(let text):
      Phrase(
        id: "nilai `\(text)` tidak berlaku: indikator ini semua-atau-tidak",
        en: "the grade `\(text)` can't be given: the indicator is all or nothing")
    case .keyOfOtherMethod(let key, let method):
      Phrase(id: "`\(key)` tidak berlaku untuk cara `\(method)`", en: "`\(key)` doesn't belong to the method `\(method)`")
    case .unfitThresholds(let text, let count):
      Phrase(
        id: "`\(text)` bukan ambang: \(count) persentase yang menurun, dari 100 sampai 0",
        en: "`\(text)` are no thresholds: \(count) falling percentages, from 100 to 0")
    }
  }
}
