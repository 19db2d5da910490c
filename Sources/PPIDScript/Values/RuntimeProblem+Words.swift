import PPIDValues

extension RuntimeProblem {
  /// What went wrong, as one sentence without a full stop.
  package var message: Phrase {
    switch self {
    case .operands(let operation, let left, let right): operandMessage(operation, left, right)
    case .spanKinds(let operation, let left, let right):
      Phrase(
        id: "`\(operation.rawValue)` tidak berlaku antara durasi \(left) dan \(right): jenisnya berbeda",
        en:
          "`\(operation.rawValue)` does not work between the durations \(left) and \(right): they are of different kinds"
      )
    case .negation(let type):
      Phrase(id: "`-` tidak berlaku untuk \(type.rawValue)", en: "`-` does not work on a \(type.rawValue)")
    case .notLogical(let type):
      Phrase(
        id: "di sini perlu logika (benar atau salah), bukan \(type.rawValue)",
        en: "a logika (benar or salah) is needed here, not a \(type.rawValue)")
    case .overflow(let operation):
      Phrase(
        id: "hasil `\(operation.rawValue)` terlalu besar untuk disimpan",
        en: "the result of `\(operation.rawValue)` is too large to keep")
    case .notFinite(let operation):
      Phrase(
        id: "hasil `\(operation.rawValue)` bukan bilangan yang berhingga",
        en: "the result of `\(operation.rawValue)` is not a finite number")
    case .divisionByZero(let operation):
      Phrase(id: "`\(operation.rawValue)` dengan pembagi nol", en: "`\(operation.rawValue)` by zero")
    case .workingDays:
      Phrase(
        id: "hari kerja tidak dapat dijumlahkan tanpa kalender",
        en: "working days cannot be added without the calendar")
    case .hoursOnDate(let span):
      Phrase(
        id: "tanggal tidak punya jam, jadi \(span) tidak dapat ditambahkan",
        en: "a tanggal has no hours, so \(span) cannot be added to it")
    case .unevenPeriod(let period, let span):
      Phrase(
        id:
          "periode \(period) hanya dapat digeser kelipatan \(period.kind == .month ? "1bulan" : "6bulan"), bukan \(span)",
        en: "the period \(period) moves by multiples of \(period.kind == .month ? "1bulan" : "6bulan"), not by \(span)")
    case .outsideCalendar:
      Phrase(id: "hasilnya di luar tahun 1 sampai 9999", en: "the result lies outside the years 1 to 9999")
    case .indexOutOfRange(let index, let count):
      Phrase(
        id: "tidak ada unsur nomor \(index): panjangnya \(count)",
        en: "there is no element number \(index): the length is \(count)")
    case .wrongIndex(let container, let key):
      Phrase(
        id: "\(container.rawValue) tidak dapat ditunjuk dengan \(key.rawValue)",
        en: "a \(container.rawValue) cannot be indexed with a \(key.rawValue)")
    case .noElements(let type):
      Phrase(id: "\(type.rawValue) tidak punya unsur", en: "a \(type.rawValue) has no elements")
    case .noFields(let type, let name):
      Phrase(
        id: "\(type.rawValue) tidak punya kolom, juga tidak `\(name)`",
        en: "a \(type.rawValue) has no fields, so no `\(name)`")
    case .missingField(let name, _):
      Phrase(id: "rekaman ini tidak punya kolom `\(name)`", en: "this rekaman has no field `\(name)`")
    case .unknownColumn(let name, _):
      Phrase(id: "tabel ini tidak punya kolom `\(name)`", en: "this tabel has no column `\(name)`")
    case .duplicateColumn(let name):
      Phrase(id: "kolom `\(name)` disebut dua kali", en: "the column `\(name)` is named twice")
    case .notAssignable(let type):
      Phrase(
        id: "bagian dari \(type.rawValue) tidak dapat diubah",
        en: "a part of a \(type.rawValue) cannot be changed")
    case .tooLarge(let type):
      Phrase(id: "\(type.rawValue) ini terlalu besar", en: "this \(type.rawValue) is too large")
    case .tooDeep:
      Phrase(
        id: "nilai bersarang lebih dari \(Value.greatestDepth) tingkat",
        en: "a value nests more than \(Value.greatestDepth) levels deep")
    case .wrongArgument(let command, let parameter, let expected, let found):
      Phrase(
        id: "`\(command)`: `\(parameter)` perlu \(ValueType.list(expected, "atau")), bukan \(found.rawValue)",
        en: "`\(command)`: `\(parameter)` takes \(ValueType.list(expected, "or")), not \(found.rawValue)")
    case .missingArgument(let command, let parameter):
      Phrase(id: "`\(command)` perlu \(parameter)", en: "`\(command)` needs \(parameter)")
    case .unreadable(let spelling, as: .int):
      Phrase(id: "\"\(spelling.prefix(60))\" bukan ejaan bilangan", en: "\"\(spelling.prefix(60))\" does not spell a number")
    case .unreadable(let spelling, let type):
      Phrase(
        id: "\"\(spelling.prefix(60))\" bukan ejaan \(type.rawValue)",
        en: "\"\(spelling.prefix(60))\" does not spell a \(type.rawValue)")
    case .tooLargeToRound(let spelling):
      Phrase(
        id: "\(spelling.prefix(40)) terlalu besar untuk menjadi bulat",
        en: "\(spelling.prefix(40)) is too large to become a bulat")
    case .emptySearch(let command):
      Phrase(id: "`\(command)`: teks yang dicari kosong", en: "`\(command)`: the text to look for is empty")
    case .negativeCount(let command, let count):
      Phrase(id: "`\(command)`: jumlah \(count) negatif", en: "`\(command)`: the count \(count) is negative")
    case .columnNeeded(let command):
      Phrase(
        id: "`\(command)` pada tabel perlu nama kolom", en: "`\(command)` on a table needs the name of a column")
    case .columnUnwanted(let command):
      Phrase(
        id: "`\(command)` pada daftar nilai biasa tidak memakai kolom",
        en: "`\(command)` on a list of plain values takes no column")
    case .rowsNeeded(let command, let type):
      Phrase(
        id: "`\(command)` bekerja pada tabel, sedangkan isinya \(type.rawValue)",
        en: "`\(command)` works on a table, but this holds \(type.rawValue)")
    case .notAddable(let command, let type):
      Phrase(
        id: "`\(command)` menjumlahkan bilangan atau durasi, bukan \(type.rawValue)",
        en: "`\(command)` adds numbers or durations, not \(type.rawValue)")
    case .json(let problem, let line, let column):
      Phrase(
        id: "JSON baris \(line) kolom \(column): \(problem.words.id)",
        en: "JSON line \(line) column \(column): \(problem.words.en)")
    }
  }

  /// What may be done about it; nil where the message says it all.
  package var advice: Phrase? {
    switch self {
    case .operands(let operation, let left, let right): operandAdvice(operation, left, right)
    case .notLogical(let type):
      type == .null ? Phrase(id: "bandingkan dengan `== kosong`", en: "compare it with `== kosong`") : nil
    case .workingDays: Phrase(id: "pakai `hari-kerja tanggal n`", en: "use `hari-kerja tanggal n`")
    case .hoursOnDate: Phrase(id: "pakai sebuah waktu (`2026-11-22T08:30`)", en: "use a waktu (`2026-11-22T08:30`)")
    case .missingField(_, let nearest?), .unknownColumn(_, let nearest?):
      Phrase(id: "maksud Anda `\(nearest)`?", en: "did you mean `\(nearest)`?")
    case .noElements(.null), .noFields(.null, _):
      Phrase(id: "periksa dulu dengan `!= kosong`", en: "test it with `!= kosong` first")
    case .notAssignable(.text):
      Phrase(id: "buat teks baru, misalnya dengan `ganti`", en: "make a new text, for example with `ganti`")
    case .notAssignable(.table):
      Phrase(
        id: "simpan dulu barisnya dengan `| daftar`, atau pakai `| dengan kolom = …`",
        en: "keep its rows with `| daftar` first, or use `| dengan kolom = …`")
    case .unreadable(_, as: .date): Phrase(id: "tulis seperti 2026-11-22", en: "write it like 2026-11-22")
    case .unreadable(_, as: .period):
      Phrase(id: "tulis seperti 2026-11 atau 2026-S2", en: "write it like 2026-11 or 2026-S2")
    case .unreadable(_, as: .int): Phrase(id: "tulis seperti 6765 atau 3.14", en: "write it like 6765 or 3.14")
    case .json(.numberTooLarge, _, _):
      Phrase(id: "tulis bilangan itu sebagai teks, dalam tanda kutip", en: "write that number as a text, in quotes")
    case .spanKinds, .negation, .overflow, .notFinite, .divisionByZero, .unevenPeriod, .outsideCalendar,
      .indexOutOfRange,
      .wrongIndex, .noElements, .noFields, .missingField, .unknownColumn, .duplicateColumn, .notAssignable, .tooLarge,
      .tooDeep,
      .wrongArgument, .missingArgument, .unreadable, .tooLargeToRound, .emptySearch, .negativeCount, .columnNeeded,
      .columnUnwanted,
      .rowsNeeded,
      .notAddable, .json:
      nil
    }
  }

  private func operandMessage(_ operation: BinaryOperator, _ left: ValueType, _ right: ValueType) -> Phrase {
    let symbol = operation.rawValue
    switch operation {
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      if left == right {
        return Phrase(
          id: "`\(symbol)`: \(left.rawValue) tidak punya urutan", en: "`\(symbol)`: a \(left.rawValue) has no order")
      }
      return Phrase(
        id: "`\(symbol)` tidak dapat mengurutkan \(left.rawValue) dan \(right.rawValue)",
        en: "`\(symbol)` cannot order a \(left.rawValue) and a \(right.rawValue)")
    case .range:
      return Phrase(
        id: "`..` perlu dua bulat, bukan \(left.rawValue) dan \(right.rawValue)",
        en: "`..` takes two bulat, not \(left.rawValue) and \(right.rawValue)")
    default:
      return Phrase(
        id: "`\(symbol)` tidak berlaku antara \(left.rawValue) dan \(right.rawValue)",
        en: "`\(symbol)` does not work between \(left.rawValue) and \(right.rawValue)")
    }
  }

  private func operandAdvice(_ operation: BinaryOperator, _ left: ValueType, _ right: ValueType) -> Phrase? {
    switch (operation, left, right) {
    case (.add, .text, _), (.add, _, .text):
      Phrase(
        id: "sisipkan nilai ke dalam teks dengan \"{…}\", atau baca bilangan dengan `angka`",
        en: "put the value into the text with \"{…}\", or read the number with `angka`")
    case (.add, .list, _):
      Phrase(id: "tambahkan satu unsur dengan `+ [x]`", en: "add one element with `+ [x]`")
    case (.add, .table, _), (.add, _, .table):
      Phrase(id: "simpan dulu barisnya dengan `| daftar`", en: "keep its rows with `| daftar` first")
    case (_, .text, .int), (_, .text, .double), (_, .int, .text), (_, .double, .text):
      Phrase(id: "baca bilangan dari teks dengan `angka`", en: "read a number from a text with `angka`")
    default: nil
    }
  }
}

extension ValueType {
  /// `bulat, pecahan atau teks`
  static func list(_ types: [ValueType], _ conjunction: String) -> String {
    let names = types.map(\.rawValue)
    guard let last = names.last, names.count > 1 else { return names.last ?? "" }
    return names.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}

extension JSONProblem {
  fileprivate var words: Phrase {
    switch self {
    case .unexpected(let scalar):
      Phrase(id: "`\(scalar)` tidak diharapkan di sini", en: "`\(scalar)` is not expected here")
    case .unexpectedEnd: Phrase(id: "teksnya berakhir di tengah", en: "the text ends in the middle")
    case .trailing: Phrase(id: "ada isi setelah nilainya selesai", en: "there is more after the end of the value")
    case .tooDeep: Phrase(id: "bersarang terlalu dalam", en: "it nests too deeply")
    case .numberTooLarge(let number):
      Phrase(id: "bilangan \(number.prefix(40)) terlalu besar", en: "the number \(number.prefix(40)) is too large")
    case .badNumber: Phrase(id: "bilangan ini salah tulis", en: "this number is misspelled")
    case .controlCharacter:
      Phrase(id: "karakter kendali di dalam teks", en: "a control character inside a text")
    case .badEscape: Phrase(id: "urutan `\\` ini tidak dikenal", en: "this `\\` sequence is unknown")
    case .loneSurrogate:
      Phrase(id: "`\\u` ini hanya setengah karakter", en: "this `\\u` is only half a character")
    case .duplicateName(let name):
      Phrase(id: "nama \"\(name.prefix(40))\" muncul dua kali", en: "the name \"\(name.prefix(40))\" appears twice")
    }
  }
}
