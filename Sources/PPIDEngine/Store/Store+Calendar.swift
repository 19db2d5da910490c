import GRDB
import PPIDValues

extension Store {
  /// All holidays, by date.
  func holidays(_ db: Database) throws -> [Holiday] {
    try Row.fetchAll(db, sql: "SELECT date, kind, name FROM holiday ORDER BY date").map {
      Holiday(date: CalendarDate($0[0] as String)!, kind: Holiday.Kind(rawValue: $0[1])!, name: $0[2])
    }
  }

  /// Puts these holidays in the place of all that their years had.
  func replaceHolidays(_ list: HolidayList, _ db: Database) throws {
    for year in list.years {
      let period = (first: Period(year: year, half: 1)!.firstDay, last: Period(year: year, half: 2)!.lastDay)
      try db.execute(
        sql: "DELETE FROM holiday WHERE date BETWEEN ? AND ?", arguments: [period.first.description, period.last.description])
    }
    let statement = try db.cachedStatement(sql: "INSERT INTO holiday (date, kind, name) VALUES (?, ?, ?)")
    for holiday in list.holidays {
      try statement.execute(arguments: [holiday.date.description, holiday.kind.rawValue, holiday.name])
    }
  }

  /// Takes a holiday away; false when there is none like it.
  func removeHoliday(_ holiday: Holiday, _ db: Database) throws -> Bool {
    try db.execute(
      sql: "DELETE FROM holiday WHERE date = ? AND kind = ? AND name = ?",
      arguments: [holiday.date.description, holiday.kind.rawValue, holiday.name])
    return db.changesCount == 1
  }

  /// Adds a holiday; false when that day is one already.
  func addHoliday(_ holiday: Holiday, _ db: Database) throws -> Bool {
    try db.execute(
      sql: "INSERT INTO holiday (date, kind, name) VALUES (?, ?, ?) ON CONFLICT (date) DO NOTHING",
      arguments: [holiday.date.description, holiday.kind.rawValue, holiday.name])
    return db.changesCount == 1
  }
}

extension Relation {
  /// The holidays of a year.
  static func holidays(of year: Int) -> Relation {
    var relation = Relation(
      columns: [Column("tanggal", .date, "h.date"), Column("jenis", .text, "h.kind"), Column("nama", .text, "h.name")],
      from: "holiday h", order: [OrderKey(sql: "h.date")])
    relation.filters = ["CAST(substr(h.date, 1, 4) AS INTEGER) = \(relation.bind(.int(year)))"]
    return relation
  }
}
