import PPIDValues

/// When an office is open on a day of the week: spans between breaks, in minutes since midnight; none when it is closed.
package struct OfficeHours: Sendable, Hashable {
  /// In order, none of them empty, with time between one and the next.
  package let spans: [Range<Int>]

  package static let closed = OfficeHours(spans: [])

  private init(spans: [Range<Int>]) {
    self.spans = spans
  }

  /// Open throughout `day` but for `breaks`; nil where no time is left, or a break lies outside of it.
  package init?(_ day: Range<Int>, breaks: [Range<Int>] = []) {
    var spans: [Range<Int>] = []
    var start = day.lowerBound
    for pause in breaks.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      guard !pause.isEmpty, start < pause.lowerBound, pause.upperBound < day.upperBound else { return nil }
      spans.append(start..<pause.lowerBound)
      start = pause.upperBound
    }
    guard start < day.upperBound else { return nil }
    self.init(spans: spans + [start..<day.upperBound])
  }

  /// Reads `07.30-12.00, 13.00-16.00`, or `libur` for a day on which the office is closed.
  package init?(_ text: some StringProtocol) {
    guard text.lowercased() != OfficeHours.closedWord else {
      self = .closed
      return
    }
    var spans: [Range<Int>] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      guard let span = OfficeHours.span(part), span.lowerBound > spans.last?.upperBound ?? -1 else { return nil }
      spans.append(span)
    }
    self.init(spans: spans)
  }

  /// Reads `07.30-16.00`; a colon will do for the point.
  package static func span(_ text: some StringProtocol) -> Range<Int>? {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { minute($0) }
    guard ends.count == 2, let start = ends[0], let end = ends[1], start < end else { return nil }
    return start..<end
  }

  /// Minutes since midnight of `07.30`.
  private static func minute(_ text: some StringProtocol) -> Int? {
    let trimmed = text.split(separator: " ")
    guard trimmed.count == 1 else { return nil }
    let parts = trimmed[0].split(omittingEmptySubsequences: false) { $0 == "." || $0 == ":" }
    guard parts.count == 2, (1...2).contains(parts[0].utf8.count), parts[1].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) }),
      let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60
    else { return nil }
    return hour * 60 + minute
  }

  /// From the first opening to the last closing; nil for a day on which the office is closed.
  package var day: Range<Int>? {
    guard let first = spans.first, let last = spans.last else { return nil }
    return first.lowerBound..<last.upperBound
  }

  /// What lies between the spans.
  package var breaks: [Range<Int>] {
    zip(spans, spans.dropFirst()).map { $0.upperBound..<$1.lowerBound }
  }

  private static let closedWord = "libur"
}

extension OfficeHours: CustomStringConvertible {
  /// `07.30-12.00, 13.00-16.00`
  package var description: String {
    guard !spans.isEmpty else { return OfficeHours.closedWord }
    return spans.map { "\(OfficeHours.text($0.lowerBound))-\(OfficeHours.text($0.upperBound))" }.joined(separator: ", ")
  }

  /// A minute of the day as office hours are written: `07.30`.
  package static func text(_ minute: Int) -> String {
    "\(minute / 600)\(minute / 60 % 10).\(minute % 60 / 10)\(minute % 10)"
  }
}
