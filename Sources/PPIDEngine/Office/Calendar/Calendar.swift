import PPIDValues

extension Office {
  /// The holidays of a year (this year's, where nil): tanggal, jenis, nama. A year without a table is remarked on.
  package func holidays(of year: Int?) throws -> Relation {
    try desk.require(.readArchive)
    return try desk.read { inquiry in
      let year = try year ?? inquiry.time().date.year
      if try !CalendarRows(db: inquiry.db).holidays().contains(where: { $0.date.year == year }) {
        inquiry.remark(CalendarFault.unknownYear(year).message)
      }
      return OfficeTables.holidays(of: year)
    }
  }

  /// When the office is open on each day of the week.
  package func officeHours() throws -> [(day: Weekday, hours: OfficeHours)] {
    try desk.require(.readArchive)
    return try desk.read { inquiry in try Weekday.allCases.map { ($0, try inquiry.officeHours($0)) } }
  }

  /// The nth working day after a day; before it, where `count` is negative.
  package func workingDay(_ count: Int, after date: CalendarDate) throws -> CalendarDate {
    try desk.read { try $0.calendar().workingDay(count, after: date) }
  }
}
