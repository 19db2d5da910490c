import PPIDValues

/// Days as Indonesian offices write them.
enum IndonesianDate {
  private static let months: [[String]] = [
    ["januari", "jan", "january"], ["februari", "pebruari", "feb", "peb", "february"],
    ["maret", "mar", "mrt", "march"],
    ["april", "apr"], ["mei", "may"], ["juni", "jun", "june"], ["juli", "jul", "july"],
    ["agustus", "agu", "agt", "ags", "agst", "aug", "august"], ["september", "sep", "sept"],
    ["oktober", "okt", "october", "oct"], ["november", "nopember", "nov", "nop"],
    ["desember", "des", "december", "dec"],
  ]
  private static let weekdays = ["senin", "selasa", "rabu", "kamis", "jumat", "jum", "sabtu", "minggu", "ahad"]

  /// The day that a text tells exactly: `22 November 2026`, `22/11/2026`, `2026-11-22`, `Minggu, 22 November 2026`.
  ///
  /// Figures stand day first. Nil for a month, a year, a span, a year of two figures, or a day that there isn't.
  static func exact(_ text: String) -> CalendarDate? {
    if let date = CalendarDate(text) { return date }
    guard text.utf8.count <= 60 else { return nil }
    var words = withoutClock(text).split { " /-.,'’".contains($0) || $0.isWhitespace }.map { $0.lowercased() }
    while let first = words.first, weekdays.contains(first) || first == "at" || first == "tanggal" || first == "tgl" {
      words.removeFirst()
    }
    guard words.count == 3 else { return nil }
    if let year = figures(words[0], 4...4), let month = figures(words[1], 1...2), let day = figures(words[2], 1...2) {
      return CalendarDate(year: year, month: month, day: day)
    }
    guard let year = figures(words[2], 4...4) else { return nil }
    if let day = figures(words[0], 1...2), let month = figures(words[1], 1...2) ?? month(words[1]) {
      return CalendarDate(year: year, month: month, day: day)
    }
    if let month = month(words[0]), let day = figures(words[1], 1...2) {
      return CalendarDate(year: year, month: month, day: day)
    }
    return nil
  }

  /// The one year that a text names (`Tahun 2023`, `Januari 2023`); nil when it names none or several.
  static func year(_ text: String) -> Int? {
    var found: Int?
    for run in text.utf8.split(whereSeparator: { !isDigit($0) }) where run.count == 4 {
      let value = run.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
      guard (1800...2199).contains(value) else { continue }
      guard found == nil || found == value else { return nil }
      found = value
    }
    return found
  }

  /// 1 to 12 for a month's name, its abbreviation, or its name with a typing error.
  static func month(_ word: String) -> Int? {
    let exact = months.firstIndex { $0.contains(word) }
    return (exact ?? months.firstIndex { $0.contains { Words.matches(word, $0) } }).map { $0 + 1 }
  }

  static func isWeekday(_ word: String) -> Bool {
    weekdays.contains(word)
  }

  /// The text without the midnight that spreadsheets append to a day.
  private static func withoutClock(_ text: String) -> String {
    for midnight in [" 00:00:00", "T00:00:00", " 00:00", " 00.00"] where text.hasSuffix(midnight) {
      return String(text.dropLast(midnight.count))
    }
    return text
  }

  private static func figures(_ text: String, _ length: ClosedRange<Int>) -> Int? {
    length.contains(text.utf8.count) && text.utf8.allSatisfy(isDigit) ? Int(text) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
