import PPIDValues

extension Office {
  /// Has other values hold from now on; an empty text takes the office's decision back. False when nothing changed. Open due times that
  /// rest on them are reckoned anew.
  ///
  /// - Parameter action: the command that is told of in the journal.
  package func decide(_ values: [(setting: Setting, value: String)], as action: String) throws -> Bool {
    try desk.require(.manageOffice)
    let decisions = try values.map { setting, value -> (setting: Setting, value: String?) in
      guard !value.isEmpty else { return (setting, nil) }
      guard let normalized = setting.normalized(value) else { throw OfficeFailure.unfitSetting(setting, value) }
      return (setting, normalized)
    }
    return try desk.change(.manageOffice) { change in
      let rows = SettingRows(db: change.db)
      var before: [Field] = []
      var after: [Field] = []
      for (setting, value) in decisions {
        let old = try rows.decided(setting)
        guard old != value else { continue }
        before.append(Field(setting.rawValue, .optional(old)))
        after.append(Field(setting.rawValue, .optional(value)))
        try rows.decide(setting, value)
      }
      guard !after.isEmpty else { return (false, nil) }
      if decisions.contains(where: \.setting.movesDeadlines) {
        guard try Weekday.allCases.contains(where: { try change.officeHours($0) != .closed }) else { throw OfficeFailure.noWorkingDay }
        try Deadlines(inquiry: change).reckonAnew()
      }
      return (true, Event(action, decisions.count == 1 ? decisions[0].setting.rawValue : nil, before: before, after: after))
    }
  }

  /// Takes in a list of holidays, which replaces all that its years had, and reckons open due times again.
  /// How many days differ.
  package func importHolidays(_ path: String) throws -> (years: [Int], changed: Int) {
    try desk.require(.manageOffice)
    let list = try HolidayList(path: path)
    let years = list.years
    let changed = try desk.change(.manageOffice) { change in
      let rows = CalendarRows(db: change.db)
      let old = try rows.holidays().filter { years.contains($0.date.year) }
      let gone = Set(old).subtracting(list.holidays)
      let new = Set(list.holidays).subtracting(old)
      let changed = Set(gone.map(\.date) + new.map(\.date)).count
      guard changed > 0 else { return (0, nil) }
      try rows.replace(list)
      try Deadlines(inquiry: change).reckonAnew()
      let event = Event(
        "kalender impor", years.map(String.init).joined(separator: ","), before: fields(gone),
        after: [Field("berkas", .text(path.fileName))] + fields(new), count: changed)
      return (changed, event)
    }
    return (years, changed)
  }

  private func fields(_ holidays: Set<Holiday>) -> [Field] { holidays.sorted { $0.date < $1.date }.map(\.field) }
}
