/// Keeps a spreadsheet from taking a text for something else: a formula, a number, a day.
///
/// Such a text gets an apostrophe before it. A text that begins with apostrophes before something that would need one
/// gets one too, so that taking one off always gives the text back.
enum SpreadsheetGuard {
  private static let apostrophe = UInt8(ascii: "'")

  /// The text for a spreadsheet: nothing in it runs or changes.
  static func guarded(_ text: String) -> String {
    needsGuard(core(of: text)) ? "'" + text : text
  }

  /// The text for programs and spreadsheets alike: nothing in it runs, and numbers and days stay as they are.
  static func harmless(_ text: String) -> String {
    let core = core(of: text)
    guard let first = core.first else { return text }
    return core.count > 1 && "=+-@\t\r".utf8.contains(first) ? "'" + text : unambiguous(text)
  }

  /// The text for programs: as it stands, but for one that would lose an apostrophe when it is read.
  static func unambiguous(_ text: String) -> String {
    text.utf8.first == apostrophe ? guarded(text) : text
  }

  /// The text that was written, of either form.
  static func unguarded(_ text: String) -> String {
    text.utf8.first == apostrophe && needsGuard(core(of: text)) ? String(text.unicodeScalars.dropFirst()) : text
  }

  private static func core(of text: String) -> Substring.UTF8View {
    text.utf8.drop { $0 == apostrophe }
  }

  private static func needsGuard(_ text: Substring.UTF8View) -> Bool {
    guard let first = text.first else { return false }
    return "=+-@\t\r".utf8.contains(first) || looksLikeValue(text)
  }

  /// Whether a spreadsheet would make a number, a day, a time or a truth value of it.
  private static func looksLikeValue(_ text: Substring.UTF8View) -> Bool {
    // A number or a day that a spreadsheet would know is short.
    guard text.count <= 64 else { return false }
    var hasDigit = false
    for word in text.split(whereSeparator: { " .,/:-%".utf8.contains($0) || $0 == 0x0A }) {
      if word.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) {
        hasDigit = true
      } else if !isValueWord(word) {
        return false
      }
    }
    return hasDigit || ["true", "false", "benar", "salah"].contains(String(Substring(text)).lowercased())
  }

  /// A month's name, an exponent (`3E5`), half of the day.
  private static func isValueWord(_ word: Substring.UTF8View) -> Bool {
    let text = String(Substring(word)).lowercased()
    if ["am", "pm", "rp", "idr"].contains(text) { return true }
    let parts = text.split(separator: "e", omittingEmptySubsequences: false)
    if parts.count == 2, parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isNumber) }) { return true }
    return IndonesianDate.month(text) != nil
  }
}
