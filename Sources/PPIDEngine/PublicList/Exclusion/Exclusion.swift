import PPIDValues

/// What a consequence test weighs before information is excluded (UU 14/2008 arts. 2(4) and 19).
package struct ConsequenceTest: Sendable {
  package let ground: ExclusionGround
  /// The laws and rules that it rests on.
  package let basis: String
  /// What would follow if the information were open.
  package let ifOpened: String
  /// What follows from its being closed.
  package let ifClosed: String
  /// For how long: days, months or years.
  package let span: TimeSpan

  package init(ground: ExclusionGround, basis: String, ifOpened: String, ifClosed: String, span: TimeSpan) {
    self.ground = ground
    self.basis = basis
    self.ifOpened = ifOpened
    self.ifClosed = ifClosed
    self.span = span
  }

  /// The last day on which information that is excluded on `day` stays so.
  func end(from day: CalendarDate, of number: RecordNumber) throws -> CalendarDate {
    let end: CalendarDate? =
      switch span.kind {
      case .days: day.adding(days: Int(span.count))
      case .months: day.adding(months: Int(span.count))
      case .minutes, .workingDays: nil
      }
    guard let end, end > day else { throw ExclusionRefusal.unfitSpan(span) }
    if let months = ground.longestMonths, let latest = day.adding(months: months), end > latest {
      throw ExclusionRefusal.tooLong(ground, span)
    }
    return end
  }
}

/// A record's exclusion as it was decided.
package struct Exclusion: Sendable {
  package let test: ConsequenceTest
  /// What the record was before it was excluded; nil where that is not known.
  package let categoryBefore: Category?
  package let ends: CalendarDate
  package let officer: String
  package let office: String?
  package let place: String?
  package let decided: LocalTime

  /// All that the decision holds, under the names that users know.
  var fields: [Field] {
    [
      Field("pasal", .text(test.ground.rawValue)), Field("dasar", .text(test.basis)), Field("dibuka", .text(test.ifOpened)),
      Field("ditutup", .text(test.ifClosed)), Field("jangka", .text(test.span.description)), Field("berakhir", .date(ends)),
      Field("pejabat", .text(officer)), Field("kantor", .optional(office)), Field("tempat", .optional(place)),
    ]
  }
}
