import PPIDValues

/// The holidays that the office knows.
struct CalendarRows {
  let db: Database

  /// All holidays, by date.
  func holidays() throws -> [Holiday] {
    try db.rows("SELECT date, kind, name FROM holiday ORDER BY date") {
      Holiday(date: try $0["date"], kind: try $0["kind"], name: try $0["name"])
    }
  }

  /// Puts these holidays in the place of all that their years had.
  func replace(_ list: HolidayList) throws {
    for year in list.years {
      let period = (first: Period(year: year, half: 1)!.firstDay, last: Period(year: year, half: 2)!.lastDay)
      try db.execute("DELETE FROM holiday WHERE date BETWEEN ? AND ?", period.first, period.last)
    }
    for holiday in list.holidays {
      try db.execute(
        "INSERT INTO holiday (date, kind, name, journal_id) VALUES (?, ?, ?, ?)", holiday.date, holiday.kind, holiday.name, db.entry)
    }
  }

  /// Takes a holiday away; false when there is none like it.
  func remove(_ holiday: Holiday) throws -> Bool {
    try db.execute("DELETE FROM holiday WHERE date = ? AND kind = ? AND name = ?", holiday.date, holiday.kind, holiday.name) == 1
  }

  /// Adds a holiday; false when that day is one already.
  func add(_ holiday: Holiday) throws -> Bool {
    try db.execute(
      "INSERT INTO holiday (date, kind, name, journal_id) VALUES (?, ?, ?, ?) ON CONFLICT (date) DO NOTHING", holiday.date,
      holiday.kind, holiday.name, db.entry) == 1
  }
}

extension Holiday.Kind: StoredText {}
