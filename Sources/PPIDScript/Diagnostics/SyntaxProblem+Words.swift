import PPIDValues

extension SyntaxProblem {
  /// What is wrong, in a sentence without its end.
  package var message: Phrase {
    switch self {
    case .invalidUTF8: Phrase(id: "bita ini bukan UTF-8", en: "these bytes are not UTF-8")
    case .controlCharacter(let byte):
      Phrase(
        id: "karakter kendali U+\(hex(byte)) tidak boleh di sini",
        en: "control character U+\(hex(byte)) can't stand here")
    case .strayCharacter(let text):
      Phrase(id: "karakter `\(text)` tidak dikenal di sini", en: "`\(text)` has no meaning here")
    case .curlyQuote: Phrase(id: "tanda kutip melengkung", en: "curly quotation mark")
    case .trailingBackslash: Phrase(id: "baris berakhir dengan `\\`", en: "the line ends in `\\`")
    case .loneDollar: Phrase(id: "nama peubah tidak ada setelah `$`", en: "no variable's name after `$`")
    case .badVariableName: Phrase(id: "nama peubah mulai dengan huruf", en: "a variable's name begins with a letter")
    case .shellBraces: Phrase(id: "`${…}` bukan cara menulis peubah", en: "`${…}` is not how a variable is written")
    case .shellArgument: Phrase(id: "`$1` bukan argumen skrip", en: "`$1` is not a script's argument")
    case .keywordAsName(let word): Phrase(id: "`\(word)` adalah kata kunci", en: "`\(word)` is a keyword")
    case .dollarInDeclaration(let name):
      Phrase(id: "nama baru ditulis tanpa `$`: `\(name)`", en: "a new name is written without `$`: `\(name)`")
    case .misplacedUnderscore: Phrase(id: "`_` hanya di antara dua angka", en: "`_` only stands between two digits")
    case .leadingZero: Phrase(id: "bilangan tidak diawali nol", en: "a number has no leading zero")
    case .numberTooLarge: Phrase(id: "bilangan terlalu besar", en: "the number is too large")
    case .impossibleDate(let text): Phrase(id: "tanggal `\(text)` tidak ada", en: "there is no date `\(text)`")
    case .impossiblePeriod(let text): Phrase(id: "periode `\(text)` tidak ada", en: "there is no period `\(text)`")
    case .impossibleTime(let text): Phrase(id: "waktu `\(text)` tidak ada", en: "there is no time `\(text)`")
    case .openFraction, .fractionWithoutWhole:
      Phrase(id: "pecahan butuh angka di kedua sisi titik", en: "a fraction has digits on both sides of the point")
    case .exponent: Phrase(id: "bilangan ditulis tanpa pangkat", en: "numbers are written without exponent")
    case .badNumber(let text):
      Phrase(id: "`\(text)` bukan bilangan, tanggal, atau durasi", en: "`\(text)` is no number, date or duration")
    case .unspacedMinus:
      Phrase(id: "`-` di antara dua bilangan butuh spasi", en: "`-` between two numbers needs spaces")
    case .dottedThousands: Phrase(id: "ribuan ditulis tanpa titik", en: "thousands are written without points")
    case .maybeThousands(let text):
      Phrase(id: "ini pecahan; maksud Anda `\(text)`?", en: "this is a fraction; did you mean `\(text)`?")
    case .decimalComma: Phrase(id: "pecahan ditulis dengan titik", en: "a fraction is written with a point")
    case .unclosedText: Phrase(id: "teks tidak ditutup", en: "the text is not closed")
    case .unknownEscape: Phrase(id: "urutan `\\` tidak dikenal", en: "unknown escape")
    case .badUnicodeEscape: Phrase(id: "`\\u{…}` tidak menyebut karakter", en: "`\\u{…}` names no character")
    case .emptyInterpolation: Phrase(id: "`{ }` dalam teks kosong", en: "empty `{ }` in a text")
    case .interpolatedName: Phrase(id: "nama tidak boleh memuat `{…}`", en: "a name can't contain `{…}`")
    case .unexpected(let found, _): Phrase(id: "`\(found)` tidak terduga", en: "unexpected `\(found)`")
    case .unexpectedEnd: Phrase(id: "skrip berakhir terlalu awal", en: "the script ends too early")
    case .unexpectedLineEnd: Phrase(id: "baris berakhir terlalu awal", en: "the line ends too early")
    case .unclosed(let opener, _): Phrase(id: "`\(opener)` tidak ditutup", en: "`\(opener)` is not closed")
    case .unclosedHere(let opener, let line, let closer, let found):
      found == "\n" || found.isEmpty
        ? Phrase(
          id: "`\(opener)` dari baris \(line) belum ditutup dengan `\(closer)`",
          en: "`\(opener)` of line \(line) is not closed with `\(closer)` yet")
        : Phrase(
          id: "`\(found)` tidak terduga: `\(opener)` dari baris \(line) belum ditutup",
          en: "unexpected `\(found)`: `\(opener)` of line \(line) is still open")
    case .nestedTooDeep: Phrase(id: "kurung bersarang lebih dari 1000 lapis", en: "brackets nest deeper than 1000")
    case .conditionMissing: Phrase(id: "syarat tidak ada", en: "the condition is missing")
    case .followsBrace(let word):
      Phrase(
        id: "`\(word)` harus sebaris dengan `}` di depannya", en: "`\(word)` stands on the line of the `}` before it")
    case .chainedComparison: Phrase(id: "pembandingan tidak berantai", en: "comparisons don't chain")
    case .notNeedsBrackets: Phrase(id: "`bukan` di sini butuh kurung", en: "`bukan` needs brackets here")
    case .assignInExpression:
      Phrase(id: "`=` memberi nilai; pembandingan ditulis `==`", en: "`=` assigns; a comparison is written `==`")
    case .equalInDeclaration:
      Phrase(id: "`==` membandingkan; memberi nilai ditulis `=`", en: "`==` compares; `=` assigns")
    case .assignToValue: Phrase(id: "hanya peubah yang dapat diberi nilai", en: "only a variable can be assigned")
    case .assignWithoutDollar: Phrase(id: "peubah ditulis dengan `$`", en: "a variable is written with `$`")
    case .pipeAfterExpression:
      Phrase(id: "`|` tidak boleh setelah ekspresi di sini", en: "`|` can't follow an expression here")
    case .callWithParentheses(let name), .commandWithParentheses(let name):
      Phrase(id: "`\(name)(…)` bukan cara memanggil perintah", en: "`\(name)(…)` is not how a command is called")
    case .fieldTwice(let name): Phrase(id: "kolom `\(name)` ditulis dua kali", en: "field `\(name)` is given twice")
    case .keyAfterAggregate(let name):
      Phrase(id: "kolom `\(name)` berdiri setelah hitungan", en: "column `\(name)` stands after an aggregate")
    case .touchingParts: Phrase(id: "bagian argumen saling menempel", en: "parts of an argument touch")
    case .commaBetweenArguments:
      Phrase(id: "argumen dipisah dengan spasi, tanpa koma", en: "arguments are separated by spaces, not commas")
    case .rangeAsArgument:
      Phrase(id: "rentang sebagai argumen butuh kurung", en: "a range as an argument needs brackets")
    case .loneOperator(let symbol, _):
      Phrase(id: "`\(symbol)` sendirian sebagai argumen", en: "a lone `\(symbol)` as an argument")
    case .optionValueMissing(let name): Phrase(id: "nilai untuk `--\(name)` tidak ada", en: "no value for `--\(name)`")
    case .lookalike(let sign, _):
      Phrase(
        id: "`\(sign)` di awal kata ini tidak berarti apa-apa", en: "`\(sign)` at the beginning of this word means nothing")
    case .habit(let word, _): Phrase(id: "`\(word)` tidak dikenal di sini", en: "`\(word)` is not known here")
    }
  }

  /// What to write instead, to stand beside the place.
  package var advice: Phrase? {
    switch self {
    case .curlyQuote: Phrase(id: "tulis `\"`", en: "write `\"`")
    case .shellBraces: Phrase(id: "tulis `$nama`, dalam teks `{$nama}`", en: "write `$nama`, in a text `{$nama}`")
    case .shellArgument: Phrase(id: "tulis `$(argumen 0)`", en: "write `$(argumen 0)`")
    case .keywordAsName: Phrase(id: "pilih nama lain", en: "choose another name")
    case .dollarInDeclaration(let name): write(String(name.dropFirst()))
    case .leadingZero: Phrase(id: "sebagai teks: beri tanda kutip", en: "as a text: put it in quotes")
    case .openFraction: Phrase(id: "misalnya `3.0`", en: "for example `3.0`")
    case .fractionWithoutWhole(let text), .unspacedMinus(let text), .dottedThousands(let text), .decimalComma(let text),
      .touchingParts(let text):
      write(text)
    case .unclosedText: Phrase(id: "mulai di sini", en: "it begins here")
    case .unknownEscape:
      Phrase(
        id: "yang ada: `\\n` `\\t` `\\\"` `\\\\` `\\{` `\\u{1F600}`",
        en: "there are `\\n` `\\t` `\\\"` `\\\\` `\\{` `\\u{1F600}`")
    case .emptyInterpolation: Phrase(id: "untuk `{` sebagai teks tulis `\\{`", en: "for a plain `{` write `\\{`")
    case .unexpected(_, let expected), .unexpectedEnd(let expected), .unexpectedLineEnd(let expected): expected.words
    case .unclosed(_, let closer): Phrase(id: "butuh `\(closer)`", en: "needs `\(closer)`")
    case .unclosedHere(_, _, let closer, _): Phrase(id: "seharusnya `\(closer)`", en: "expected `\(closer)`")
    case .chainedComparison: Phrase(id: "gabungkan dengan `dan`", en: "join them with `dan`")
    case .notNeedsBrackets: write("(bukan …)")
    case .assignInExpression: write("==")
    case .equalInDeclaration: write("=")
    case .assignWithoutDollar(let name):
      Phrase(
        id: "`misal \(name) = …` untuk peubah baru, `$\(name) = …` untuk yang ada",
        en: "`misal \(name) = …` for a new one, `$\(name) = …` for one there is")
    case .pipeAfterExpression: write("$( … | … )")
    case .callWithParentheses(let name): write("$(\(name) …)")
    case .commandWithParentheses(let name): write("\(name) …")
    case .keyAfterAggregate: Phrase(id: "kolom dulu, lalu hitungan", en: "columns first, then aggregates")
    case .rangeAsArgument(let text): write("(\(text))")
    case .loneOperator(let symbol, let instead):
      switch (symbol, instead) {
      case ("&&", _):
        Phrase(
          id: "perintah berikut di baris baru atau setelah `;`", en: "put the next command on a new line or after `;`")
      case (_, let text?): Phrase(id: "hitungan butuh kurung: `\(text)`", en: "a calculation needs brackets: `\(text)`")
      case (">", nil): write("| simpan …")
      default: write("\"\(symbol)\"")
      }
    case .habit(_, let instead), .lookalike(_, let instead): Phrase(id: "maksud Anda `\(instead)`?", en: "did you mean `\(instead)`?")
    default: nil
    }
  }

  private func write(_ text: String) -> Phrase { Phrase(id: "tulis `\(text)`", en: "write `\(text)`") }

  private func hex(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension Expectation {
  var words: Phrase {
    switch self {
    case .symbol(let symbol): Phrase(id: "seharusnya `\(symbol.rawValue)`", en: "expected `\(symbol.rawValue)`")
    case .keyword(let keyword): Phrase(id: "seharusnya `\(keyword.rawValue)`", en: "expected `\(keyword.rawValue)`")
    case .statement: Phrase(id: "seharusnya pernyataan", en: "expected a statement")
    case .statementEnd:
      Phrase(
        id: "seharusnya akhir pernyataan: baris baru atau `;`", en: "expected the statement's end: a new line or `;`")
    case .operand: Phrase(id: "seharusnya nilai", en: "expected a value")
    case .name:
      Phrase(
        id: "seharusnya nama: huruf, lalu huruf, angka, `_`", en: "expected a name: a letter, then letters, digits, `_`"
      )
    case .field: Phrase(id: "seharusnya nama kolom", en: "expected a field's name")
    case .column: Phrase(id: "seharusnya nama kolom atau hitungan", en: "expected a column's name or an aggregate")
    case .command: Phrase(id: "seharusnya perintah", en: "expected a command")
    case .block: Phrase(id: "seharusnya blok `{ … }`", en: "expected a block `{ … }`")
    }
  }
}
