import PPIDValues

extension CheckProblem {
  /// What is wrong, in a sentence without its end.
  package var message: Phrase {
    switch self {
    case .undeclared(let name, _), .outsideFunctionsReach(let name):
      Phrase(id: "peubah `$\(name)` belum ada", en: "there is no variable `$\(name)`")
    case .declaredTwice(let name):
      Phrase(id: "`\(name)` sudah ada di blok ini", en: "`\(name)` is declared in this block already")
    case .noLastValue: Phrase(id: "`$_` hanya ada di ketikan", en: "`$_` exists at the prompt only")
    case .noRow:
      Phrase(id: "`$it` hanya ada dalam `saring` dan `dengan`", en: "`$it` exists in `saring` and `dengan` only")
    case .reserved(let name):
      Phrase(id: "`$\(name)` tidak dapat dibuat atau diubah", en: "`$\(name)` can't be made or changed")
    case .bareWord(let word, _, _):
      Phrase(id: "kata `\(word)` dalam ekspresi", en: "the word `\(word)` in an expression")
    case .hyphenatedWord(let word, _):
      Phrase(id: "`\(word)` di sini sebuah pengurangan", en: "`\(word)` is a subtraction here")
    case .habitWord(let word, _): Phrase(id: "`\(word)` tidak dikenal di sini", en: "`\(word)` is not known here")
    case .unknownCommand(let name, _), .foreignCommand(let name, _):
      Phrase(id: "perintah tidak dikenal: `\(name)`", en: "unknown command: `\(name)`")
    case .unknownOption(let name, let command, _):
      Phrase(id: "`\(command)` tidak punya pilihan `--\(name)`", en: "`\(command)` has no option `--\(name)`")
    case .optionTwice(let name): Phrase(id: "`--\(name)` diberikan dua kali", en: "`--\(name)` is given twice")
    case .optionValueMissing(let name): Phrase(id: "nilai untuk `--\(name)` tidak ada", en: "no value for `--\(name)`")
    case .flagWithValue(let name): Phrase(id: "`--\(name)` tidak menerima nilai", en: "`--\(name)` takes no value")
    case .missingArgument(let name, let command):
      Phrase(id: "`\(command)` butuh `\(name)`", en: "`\(command)` needs `\(name)`")
    case .tooManyArguments(let command, let most):
      most == 0
        ? Phrase(id: "`\(command)` tidak menerima argumen", en: "`\(command)` takes no arguments")
        : Phrase(
          id: "`\(command)` menerima paling banyak \(most) argumen",
          en: "`\(command)` takes at most \(most) argument\(most == 1 ? "" : "s")")
    case .wrongType(let parameter, let expected, let found):
      Phrase(
        id: "`\(parameter)` harus \(expected.names("atau")), bukan \(found.rawValue)",
        en: "`\(parameter)` must be \(expected.names("or")), not \(found.rawValue)")
    case .wrongChoice(let word, let parameter, _, _):
      Phrase(id: "`\(word)` bukan pilihan untuk `\(parameter)`", en: "`\(word)` is no choice for `\(parameter)`")
    case .wrongForm(let word, let form):
      Phrase(id: "`\(word)` bukan \(form.id)", en: "`\(word)` is not \(form.en)")
    case .refusedLiteral(let problem), .remark(let problem): problem.message
    case .columnNotPlain: Phrase(id: "kolom ditulis sebagai kata", en: "a column is written as a word")
    case .stageWithoutInput(let name):
      Phrase(id: "`\(name)` butuh masukan lewat `|`", en: "`\(name)` needs something piped into it")
    case .takesNoInput(let name):
      Phrase(id: "`\(name)` tidak menerima masukan lewat `|`", en: "nothing can be piped into `\(name)`")
    case .unknownColumn(let name, _, _): Phrase(id: "tidak ada kolom `\(name)`", en: "there is no column `\(name)`")
    case .columnType(let column, let type, let other):
      Phrase(
        id: "kolom `\(column)` berisi \(type.rawValue), tidak pernah \(other.rawValue)",
        en: "column `\(column)` holds \(type.rawValue), never \(other.rawValue)")
    case .unknownAggregate(let name, _):
      Phrase(id: "hitungan tidak dikenal: `\(name)`", en: "unknown aggregate: `\(name)`")
    case .aggregateNeedsColumn(let name): Phrase(id: "`\(name)( )` butuh kolom", en: "`\(name)( )` needs a column")
    case .countTakesNoColumn: Phrase(id: "`hitung()` tanpa kolom", en: "`hitung()` takes no column")
    case .columnTwice(let name): Phrase(id: "kolom `\(name)` dua kali", en: "column `\(name)` twice")
    case .certain(let problem): problem.message
    case .outsideLoop(let keyword):
      Phrase(id: "`\(keyword.rawValue)` di luar pengulangan", en: "`\(keyword.rawValue)` outside of a loop")
    case .outsideFunction: Phrase(id: "`kembali` di luar fungsi", en: "`kembali` outside of a function")
    case .functionInBlock: Phrase(id: "`fungsi` di dalam blok", en: "`fungsi` inside a block")
    case .functionTwice(let name): Phrase(id: "fungsi `\(name)` sudah ada", en: "there is a function `\(name)` already")
    case .functionIsCommand(let name): Phrase(id: "`\(name)` adalah nama perintah", en: "`\(name)` is a command's name")
    case .requiredAfterStandard(let name):
      Phrase(
        id: "`\(name)` tanpa nilai baku berdiri setelah yang punya",
        en: "`\(name)` without a default follows one that has it")
    case .tooManyVariables:
      Phrase(id: "terlalu banyak peubah atau nilai antara", en: "too many variables or intermediate values")
    case .droppedValue: Phrase(id: "nilai ini tidak dipakai", en: "this value is not used")
    }
  }

  /// What to do about it, to stand beside the place.
  package var advice: Phrase? {
    switch self {
    case .undeclared(let name, let nearest):
      nearest.map { meant("$\($0)") }
        ?? Phrase(id: "buat dengan `misal \(name) = …`", en: "make it with `misal \(name) = …`")
    case .outsideFunctionsReach(let name):
      Phrase(
        id: "fungsi hanya melihat parameternya: jadikan `\(name)` salah satunya",
        en: "a function sees its parameters only: make `\(name)` one of them")
    case .hyphenatedWord(let word, let isCommand): meant(isCommand ? "$(\(word) …)" : "\"\(word)\"")
    case .certain(let problem): problem.advice
    case .declaredTwice(let name): Phrase(id: "ubah dengan `$\(name) = …`", en: "change it with `$\(name) = …`")
    case .bareWord(let word, let isVariable, let isCommand):
      if isVariable {
        meant("$\(word)")
      } else if isCommand {
        meant("$(\(word))")
      } else {
        Phrase(id: "`$\(word)` atau `\"\(word)\"`?", en: "`$\(word)` or `\"\(word)\"`?")
      }
    case .habitWord(_, let instead), .foreignCommand(_, let instead): meant(instead)
    case .unknownCommand(_, let nearest): nearest.map(meant)
    case .unknownAggregate(_, let nearest):
      nearest.map(meant) ?? choices(Aggregate.Function.allCases.map { "\($0.rawValue)()" })
    case .unknownOption(_, _, let nearest): nearest.map { meant("--\($0)") }
    case .wrongChoice(_, _, let choices, let nearest):
      nearest.map(meant) ?? self.choices(choices)
    case .refusedLiteral(let problem), .remark(let problem): problem.advice
    case .stageWithoutInput(let name): Phrase(id: "misalnya `arsip | \(name) …`", en: "for example `arsip | \(name) …`")
    case .unknownColumn(let name, let nearest, let mayBeText):
      if let nearest, mayBeText {
        Phrase(
          id: "maksud Anda teks `\"\(name)\"`, atau kolom `\(nearest)`?",
          en: "did you mean the text `\"\(name)\"`, or the column `\(nearest)`?")
      } else if let nearest {
        meant(nearest)
      } else if mayBeText {
        Phrase(id: "maksud Anda teks `\"\(name)\"`?", en: "did you mean the text `\"\(name)\"`?")
      } else {
        nil
      }
    case .functionInBlock: Phrase(id: "pindahkan ke luar blok", en: "move it out of the block")
    case .functionIsCommand, .functionTwice: Phrase(id: "pilih nama lain", en: "choose another name")
    case .droppedValue: Phrase(id: "`cetak` atau `tampil` menampilkannya", en: "`cetak` or `tampil` shows it")
    default: nil
    }
  }

  private func choices(_ names: [String]) -> Phrase {
    let list = names.map { "`\($0)`" }.joined(separator: ", ")
    return Phrase(id: "pilihannya: \(list)", en: "the choices: \(list)")
  }

  private func meant(_ text: String) -> Phrase { Phrase(id: "maksud Anda `\(text)`?", en: "did you mean `\(text)`?") }
}

extension [ValueType] {
  /// `bulat, pecahan atau teks`
  func names(_ conjunction: String) -> String {
    guard let last else { return "" }
    let head = dropLast().map(\.rawValue).joined(separator: ", ")
    return head.isEmpty ? last.rawValue : "\(head) \(conjunction) \(last.rawValue)"
  }
}
