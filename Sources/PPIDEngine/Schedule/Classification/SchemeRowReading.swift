import PPIDValues

/// Reads the cells of one row of a scheme, and keeps what is wrong with them.
struct SchemeRowReading {
  private(set) var problems: [ImportProblem] = []
  private(set) var mended: [ImportProblem] = []
  private(set) var notes: [SchemeReader.Note] = []

  private let line: Int
  private let cells: [String?]
  /// Whether the code stands below one that isn't there.
  private let isOrphan: Bool
  private let header: SchemeHeader
  private let acceptsSuggestions: Bool

  init(line: Int, cells: [String?], isOrphan: Bool, header: SchemeHeader, acceptsSuggestions: Bool) {
    self.line = line
    self.cells = cells
    self.isOrphan = isOrphan
    self.header = header
    self.acceptsSuggestions = acceptsSuggestions
  }

  /// The row's code; nil where it has none, with a problem when it should have one. Other problems leave the code as far as it was
  /// read.
  mutating func code(titled title: String?) -> SchemeCode? {
    guard let written = cells[safe: header.code], let text = codeText(written) else { return nil }
    if title == nil, isHeading(text) { return nil }
    var code = SchemeCode(code: text, title: title)
    code.security = security()
    guard hasRetention else { return code }
    code.active = term(header.active)
    code.inactive = term(header.inactive)
    code.fate = fate()
    return code
  }

  /// Tells of a cell that can't be taken as it stands.
  mutating func complain(_ column: Int, _ value: String, suggestion: String?, _ reason: Phrase) {
    let problem = ImportProblem(row: line, column: header.heads[column], value: value, reason: reason, suggestion: suggestion)
    if acceptsSuggestions, suggestion != nil { mended.append(problem) } else { problems.append(problem) }
  }

  private var hasRetention: Bool { [header.active, header.inactive, header.fate].contains { cells[safe: $0] != nil } }

  /// Whether a lone cell is a heading or a page's number, though it has the form of a code: in a list that has titles, codes have one.
  private func isHeading(_ code: String) -> Bool {
    header.titles != nil && !hasRetention && SchemeCode.groups(code).count == 1 && (code.count > 3 || code.contains { $0.isNumber })
  }

  private mutating func codeText(_ given: String) -> String? {
    // `PR.01.` and `a)` end with decoration.
    let written = given.trimming(".) ")
    let misread = SchemeCode.isCode(written) ? SchemeCode.groups(written).contains { Numeral.meant(byGroup: $0) != nil } : true
    guard misread || isOrphan else { return written }
    // A heading between the codes is no code that went wrong.
    guard hasRetention else { return nil }
    guard !isOrphan else {
      complain(
        header.code, given, suggestion: nil, Phrase(id: "kode di atasnya tidak ada", en: "the code above this one is missing"))
      return nil
    }
    let joined = written.replacing(" ", with: "").replacing(",", with: ".").replacing("..", with: ".")
    let mended = joined.split(separator: ".", omittingEmptySubsequences: false).map { Numeral.meant(byGroup: $0) ?? String($0) }
      .joined(separator: ".")
    let meant = SchemeCode.isCode(mended) ? mended : nil
    complain(
      header.code, given, suggestion: meant,
      Phrase(id: "bukan kode klasifikasi; tulis seperti PR.01.02", en: "no classification code; write it like PR.01.02"))
    return acceptsSuggestions ? meant : nil
  }

  private mutating func term(_ column: Int) -> String? {
    guard let given = cells[safe: column] else {
      complain(
        column, "", suggestion: column == header.inactive ? "-" : nil,
        Phrase(id: "kosong, padahal kolom retensi lain terisi", en: "empty, though other columns of the retention are filled"))
      return "-"
    }
    let text = header.isInYears && Int(given) != nil ? "\(given) Tahun" : given
    let reading = RetentionTermReading(text)
    if reading.term != nil { return text }
    complain(
      column, text, suggestion: reading.suggestion,
      reading.isContradictory
        ? Phrase(id: "angka dan katanya berbeda", en: "the number and its word disagree")
        : reading.isCutOff
          ? Phrase(id: "peristiwanya terpotong; tulis sampai selesai", en: "its event is cut off; write all of it")
          : Phrase(
            id: "bukan jangka retensi; tulis seperti `2 Tahun`, `2 Tahun setelah tidak berlaku`, atau `-`",
            en: "no retention term; write it like `2 Tahun`, `2 Tahun setelah tidak berlaku`, or `-`"))
    return reading.suggestion ?? text
  }

  private mutating func fate() -> FinalFate? {
    let text = cells[safe: header.fate] ?? ""
    let reading = FinalFateReading(text)
    if let fate = reading.fate {
      if reading.isUnusual {
        notes.append(
          SchemeReader.Note(
            row: line, text: Phrase(id: "`\(text)` dibaca sebagai \(fate.text)", en: "`\(text)` is read as \(fate.text)")))
      }
      return fate
    }
    complain(
      header.fate, text, suggestion: reading.suggestion,
      reading.isCutOff
        ? Phrase(id: "kecualinya terpotong; tulis sampai selesai", en: "its exception is cut off; write all of it")
        : Phrase(
          id: "bukan nasib akhir; yang ada: musnah, permanen, dinilai kembali, masuk berkas perseorangan; boleh dengan `kecuali …`",
          en: "no final fate; there are: musnah, permanen, dinilai kembali, masuk berkas perseorangan; `kecuali …` may follow"))
    return reading.suggestion.flatMap { FinalFate($0) }
  }

  private mutating func security() -> SecurityClass? {
    guard let column = header.security, let text = cells[safe: column] else { return nil }
    if let known = SecurityClass.spelled(text) { return known }
    let meant = Nearest.name(to: text, among: SecurityClass.allCases.map(\.rawValue))
    complain(column, text, suggestion: meant, CellFault.unknownSecurity.phrase)
    return meant.flatMap(SecurityClass.init)
  }
}
