/// The forms that texts in columns have, as conditions in SQL: those in which the values of ``StoredText`` write themselves. NULL has
/// every form.
///
/// They are part of the tables' description: what was released never changes.
enum TextForm {
  /// A day of the calendar: `2026-11-22`.
  static func day(_ column: String) -> String { calendar(column, "%Y-%m-%d") }

  /// A time on the office's clock: `2026-11-22T08:30`.
  static func time(_ column: String) -> String { calendar(column, "%Y-%m-%dT%H:%M") }

  /// A moment in UTC, to the second: `2026-11-22T01:30:15Z`.
  static func moment(_ column: String) -> String { calendar(column, "%Y-%m-%dT%H:%M:%SZ") }

  /// What SQLite's calendar spells in the same way, from the year 1 on. Without reckoning it would give a 30 February back as it is.
  private static func calendar(_ column: String, _ format: String) -> String {
    "\(column) IS strftime('\(format)', \(column), '+0 days') AND \(column) >= '0001'"
  }

  /// What looks like a day: for tables of a million rows, in which the calendar would cost time.
  static func plainDay(_ column: String) -> String { "\(column) GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'" }

  /// What looks like a time, likewise.
  static func plainTime(_ column: String) -> String {
    "\(column) GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]'"
  }

  /// A month: `2026-11`.
  static func month(_ column: String) -> String {
    "\(column) GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]' AND substr(\(column), 6) BETWEEN '01' AND '12' AND \(column) >= '0001'"
  }

  /// A half-year: `2026-S2`.
  static func halfYear(_ column: String) -> String { "\(column) GLOB '[0-9][0-9][0-9][0-9]-S[12]' AND \(column) >= '0001'" }

  /// A month or a half-year.
  static func period(_ column: String) -> String { "\(month(column)) OR \(halfYear(column))" }

  /// The code of a unit: capitals, digits, `.`, `-` and `_`, beginning with a letter, at most 32.
  static func unitCode(_ column: String) -> String {
    "\(column) GLOB '[A-Z]*' AND \(column) NOT GLOB '*[^-A-Z0-9._]*' AND length(\(column)) <= 32"
  }

  /// The name of a saved script: letters, digits, `.`, `-` and `_`, beginning with a letter, at most 64.
  static func scriptName(_ column: String) -> String {
    "\(column) GLOB '[A-Za-z]*' AND \(column) NOT GLOB '*[^-A-Za-z0-9._]*' AND length(\(column)) <= 64"
  }

  /// A SHA-256 in hexadecimal, in small letters.
  static func digest(_ column: String) -> String { "length(\(column)) = 64 AND \(column) NOT GLOB '*[^0-9a-f]*'" }

  /// A UUID in small letters.
  static func uuid(_ column: String) -> String {
    """
    length(\(column)) = 36 AND substr(\(column), 9, 1) || substr(\(column), 14, 1) || substr(\(column), 19, 1) \
    || substr(\(column), 24, 1) = '----' AND replace(\(column), '-', '') NOT GLOB '*[^0-9a-f]*' \
    AND length(replace(\(column), '-', '')) = 32
    """
  }

  /// One or more roles, joined by commas, each once, in this order.
  static func roles(_ column: String) -> String {
    let roles = ["pengelola", "pendukung", "sekretariat", "ppid", "pertimbangan", "atasan", "pemeriksa", "tamu"]
    let held = roles.map { "iif(instr(',' || \(column) || ',', ',\($0),'), ',\($0)', '')" }
    return "\(column) <> '' AND ',' || \(column) = \(held.joined(separator: "\n      || "))"
  }
}
