import PPIDValues

/// Days as Indonesian offices write them.
enum IndonesianDate {
  private static let monthNames: [[String]] = [
    ["januari", "jan", "january"], ["februari", "pebruari", "feb", "peb", "february"],
    ["maret", "mar", "mrt", "march"],
    ["april", "apr"], ["mei", "may"], ["juni", "jun", "june"], ["juli", "jul", "july"],
    ["agustus", "agu", "agt", "ags", "agst", "aug", "august"], ["september", "sep", "sept"],
    ["oktober", "okt", "october", "oct"], ["november", "nopember", "nov", "nop"],
    ["desember", "des", "december", "dec"],
  ]
  private static let months = Dictionary(
    uniqueKeysWithValues: monthNames.enumerated().flatMap { month, names in names.map { ($0, month + 1) } })
  private static let weekdays: Set<String> = [
    "senin", "selasa", "rabu", "kamis", "jumat", "jum", "jum’at", "sabtu", "minggu", "ahad",
  ]

  /// The day that a text tells exactly: `22 November 2026`, `22/11/2026`, `2026-11-22`, `Minggu, 22 November 2026`.
  ///
  /// Figures stand day first. Nil for a month, a year, a span, a year of two figures, or a day that there isn't.
  static func exact(_ text: String) -> CalendarDate? {
    guard text.utf8.count <= 60 else { return nil }
    var words = withoutClock(text[...]).utf8.split(whereSeparator: isDivider)
    while words.count > 3, isLeadIn(words[0]) { words.removeFirst() }
    guard words.count == 3 else { return nil }
    if let year = figures(words[0], 4...4), let month = figures(words[1], 1...2), let day = figures(words[2], 1...2) {
      return CalendarDate(year: year, month: month, day: day)
    }
    guard let year = figures(words[2], 4...4) else { return nil }
    if let day = figures(words[0], 1...2), let month = figures(words[1], 1...2) ?? month(word(words[1])) {
      return CalendarDate(year: year, month: month, day: day)
    }
    if let day = figures(words[1], 1...2), let month = month(word(words[0])) {
      return CalendarDate(year: year, month: month, day: day)
    }
    return nil
  }

  private static func isDivider(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: ","),
      UInt8(ascii: "'"),
      UInt8(ascii: "\t"), UInt8(ascii: "\n"):
      true
    default: false
    }
  }

  /// The one year that a text names (`Tahun 2023`, `Januari 2023`); nil when it names none or several.
  static func year(_ text: String) -> Int? {
    var found: Int?
    var rest = text.utf8[...]
    while let start = rest.firstIndex(where: isDigit) {
      let run = rest[start...].prefix(while: isDigit)
      rest = rest[run.endIndex...]
      guard let value = figures(Substring(run).utf8, 4...4), (1800...2199).contains(value) else { continue }
      guard found == nil || found == value else { return nil }
      found = value
    }
    return found
  }

  /// 1 to 12 for a month's name in lower case, its abbreviation, or its name with a typing error.
  static func month(_ word: String) -> Int? {
    if let month = months[word] { return month }
    return monthNames.firstIndex { $0.contains { Words.matches(word, $0) } }.map { $0 + 1 }
  }

  static func isWeekday(_ word: String) -> Bool {
    weekdays.contains(word)
  }

  /// Whether a word may stand before a day: the day's own name (`Jum'at` makes two words), or `tanggal`.
  private static func isLeadIn(_ bytes: Substring.UTF8View) -> Bool {
    let text = word(bytes)
    return isWeekday(text) || text == "at" || text == "tanggal" || text == "tgl"
  }

  /// The text without the midnight that spreadsheets append to a day.
  private static func withoutClock(_ text: Substring) -> Substring {
    guard text.utf8.last == UInt8(ascii: "0") else { return text }
    for midnight in [" 00:00:00", "T00:00:00", " 00:00", " 00.00"] where text.hasSuffix(midnight) {
      return text.dropLast(midnight.count)
    }
    return text
  }

  private static func word(_ bytes: Substring.UTF8View) -> String {
    String(Substring(bytes)).lowercased()
  }

  private static func figures(_ bytes: Substring.UTF8View, _ length: ClosedRange<Int>) -> Int? {
    guard length.contains(bytes.count), bytes.allSatisfy(isDigit) else { return nil }
    return bytes.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
