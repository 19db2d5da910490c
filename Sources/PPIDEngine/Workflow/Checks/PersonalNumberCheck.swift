import PPIDValues

/// What the DIP shows of the record holds no number of a person: of identity, of employment, of a telephone (UU 27/2022).
enum PersonalNumberCheck: Check {
  static let rule = "data-pribadi"
  static let title = Phrase(id: "tanpa nomor pribadi", en: "no personal numbers")

  static func fault(in record: CheckedRecord) -> CheckFault? {
    let fields: [RecordField] = [.title, .summary, .holder, .producer]
    guard let field = fields.first(where: { record.content[$0].text.map(holdsPersonalNumber) ?? false }) else { return nil }
    let option = "--\(field.optionName)"
    return CheckFault(
      message: Phrase(
        id: "\(field.rawValue) memuat nomor pribadi (NIK, NIP, atau telepon)",
        en: "\(field.rawValue) holds a personal number (NIK, NIP or telephone)"),
      remedy: Phrase(
        id: "hilangkan nomornya: `arsip ubah \(record.number) \(option) \"…\"`",
        en: "take the number out: `arsip ubah \(record.number) \(option) \"…\"`"))
  }

  /// Whether a text holds a number of identity (16 digits), of employment (18 digits, a birth date first), or of a telephone.
  static func holdsPersonalNumber(_ text: String) -> Bool {
    var run: [UInt8] = []
    var start: UInt8 = 0
    var previous: UInt8 = 0
    for byte in Array(text.utf8) + [0] {
      let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      // The groups of a number are often written apart.
      let isDivider = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
      if isDigit {
        if run.isEmpty { start = previous }
        run.append(byte - UInt8(ascii: "0"))
      } else if !isDivider || run.isEmpty {
        if isPersonal(run, after: start) { return true }
        run = []
      }
      previous = byte
    }
    return false
  }

  private static func isPersonal(_ digits: [UInt8], after start: UInt8) -> Bool {
    func number(_ range: Range<Int>) -> Int { digits[range].reduce(0) { $0 * 10 + Int($1) } }
    switch digits.count {
    case 18: return CalendarDate(year: number(0..<4), month: number(4..<6), day: number(6..<8)) != nil
    // A woman's day of birth is written with 40 more.
    case 16: return (1...12).contains(number(8..<10)) && (1...71).contains(number(6..<8))
    case 10...14:
      let isMobile = digits[0] == 0 && digits[1] == 8
      let isAbroad = start == UInt8(ascii: "+") && digits[0] == 6 && digits[1] == 2
      return isMobile || isAbroad
    default: return false
    }
  }
}
