/// How long an activity may take by the SOP (`waktu`).
package enum StandardTime: Sendable, Hashable {
  /// `30 menit`, `1 jam`: on the office's clock.
  case minutes(Int)
  /// `1 hari`: until closing on so many working days after receipt.
  case workingDays(Int)
  /// `1 bulan`, `6 bulan`: until closing on the last working day of the cycle's period.
  case period

  /// Reads the time as the SOP's table has it; nil where it is blank or tells none.
  package init?(_ text: String) {
    let words = text.split(separator: " ")
    guard words.count == 2, let number = Int(words[0]), (1...10_000).contains(number) else { return nil }
    switch words[1].lowercased() {
    case "menit": self = .minutes(number)
    case "jam": self = .minutes(number * 60)
    case "hari": self = .workingDays(number)
    case "bulan": self = .period
    default: return nil
    }
  }
}
