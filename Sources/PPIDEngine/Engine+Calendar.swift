import Foundation
import GRDB
import PPIDValues

extension Engine {
  /// The holidays of a year (this year's, where nil): tanggal, jenis, nama. A year without a table is remarked on.
  package func holidays(of year: Int?) throws -> Relation {
    try require(.readArchive)
    let year = try year ?? now().date.year
    if try store.read({ try !store.holidays($0).contains { $0.date.year == year } }) {
      remark(CalendarFault.unknownYear(year).message)
    }
    return .holidays(of: year)
  }

  /// When the office is open on each day of the week.
  package func officeHours() throws -> [(day: Weekday, hours: OfficeHours)] {
    try require(.readArchive)
    return try store.read { db in try Weekday.allCases.map { ($0, try officeHours($0, db)) } }
  }

  /// The nth working day after a day; before it, where `count` is negative.
  package func workingDay(_ count: Int, after date: CalendarDate) throws -> CalendarDate {
    try store.read { try calendar($0).workingDay(count, after: date) }
  }

  /// Takes in a list of holidays, which replaces all that its years had, and reckons open due times again.
  /// How many days differ.
  package func importHolidays(_ path: String) throws -> (years: [Int], changed: Int) {
    try require(.manageOffice)
    let list = try HolidayList(path: path)
    var changed = 0
    try change { db, _, _ in
      let years = list.years
      let old = try store.holidays(db).filter { years.contains($0.date.year) }
      let gone = Set(old).subtracting(list.holidays)
      let new = Set(list.holidays).subtracting(old)
      changed = Set((gone.map(\.date) + new.map(\.date))).count
      guard changed > 0 else { return nil }
      try store.replaceHolidays(list, db)
      try reckonDeadlines(db)
      return Event(
        "kalender impor", years.map(String.init).joined(separator: ","), before: Engine.fields(gone),
        after: [Field("berkas", .text(path.fileName))] + Engine.fields(new), count: changed)
    }
    return (list.years, changed)
  }

  private static func fields(_ holidays: Set<Holiday>) -> [Field] {
    holidays.sorted { $0.date < $1.date }.map(\.field)
  }

  // MARK: Reckoning

  func calendar(_ db: Database) throws -> WorkingCalendar {
    let week = try Weekday.allCases.map { try officeHours($0, db) }
    return WorkingCalendar(
      week: { week[$0.rawValue - 1] }, holidays: try store.holidays(db),
      worksThroughLeave: try store.setting(.collectiveLeave, db) == Setting.leaveIsWorked)
  }

  func officeHours(_ day: Weekday, _ db: Database) throws -> OfficeHours {
    try store.setting(.hours(day), db).flatMap { OfficeHours($0) } ?? .closed
  }

  /// When an activity that opens at `time` is due; nil where the SOP gives it no time, or, with a remark, where the calendar
  /// doesn't reach.
  func due(_ activity: Activity, from time: LocalTime, in period: Period, _ db: Database) throws -> LocalTime? {
    try due(activity, from: time, in: period, calendar(db))
  }

  func due(_ activity: Activity, from time: LocalTime, in period: Period, _ calendar: WorkingCalendar) throws -> LocalTime? {
    guard let standard = activity.time.flatMap(StandardTime.init) else { return nil }
    do throws(CalendarFault) {
      return try calendar.due(standard, from: time, in: period)
    } catch {
      remark(notReckoned(activity, in: period, error))
      return nil
    }
  }

  /// How the due time of an activity was reckoned, day by day (`tenggat jelaskan`), for the track where it is the one to do; a
  /// remark says why there is none.
  package func reckonDeadline(of step: Int, unit: UnitCode?, in period: Period?) throws -> DeadlineReckoning {
    try require(.readArchive)
    return try store.read { db in
      let turn = try findTurn(at: .number(step), unit: unit, in: period, db) { _ in nil }
      let calendar = try calendar(db)
      let standard = turn.activity.time.flatMap(StandardTime.init)
      var lines: [DeadlineLine] = []
      if let standard {
        let since = turn.track.since ?? turn.track.opened
        do throws(CalendarFault) {
          _ = try calendar.due(standard, from: since, in: turn.track.period) { lines.append($0) }
        } catch {
          remark(notReckoned(turn.activity, in: turn.track.period, error))
        }
      } else {
        remark(
          Phrase(
            id: "langkah \(step) tidak diberi waktu oleh SOP, jadi tidak punya tenggat",
            en: "the SOP gives step \(step) no time, so it has no due time"))
      }
      return DeadlineReckoning(track: turn.track, activity: turn.activity, standard: standard, lines: lines)
    }
  }

  private func notReckoned(_ activity: Activity, in period: Period, _ fault: CalendarFault) -> Phrase {
    Phrase(
      id: "tenggat langkah \(activity.number) siklus \(period) tidak dihitung: \(fault.message.id)",
      en: "step \(activity.number) of the cycle \(period) has no due time: \(fault.message.en)")
  }

  /// When a step began: many tracks share it.
  private struct Beginning: Hashable {
    let step: Int
    let time: LocalTime
    let period: Period
  }

  /// Reckons the due times of all open steps again, and remarks on those that moved.
  func reckonDeadlines(_ db: Database) throws {
    let calendar = try calendar(db)
    var reckoned: [Beginning: LocalTime?] = [:]
    for track in try store.tracks(of: nil, db) where !track.isSettled {
      let beginning = Beginning(step: track.step, time: track.since ?? track.opened, period: track.period)
      guard let activity = try procedure(of: track, db)[track.step] else { continue }
      let due = try reckoned[beginning] ?? due(activity, from: beginning.time, in: track.period, calendar)
      reckoned[beginning] = .some(due)
      guard let due, due != track.due else { continue }
      var moved = track
      moved.due = due
      try store.update(moved, db)
      let name = "\(track.period)\(track.unit.map { " \($0)" } ?? "")"
      let old = track.due.map { "\($0)" }
      remark(
        Phrase(
          id: "tenggat langkah \(track.step) (\(name)) kini \(due), sebelumnya \(old ?? "tidak ada")",
          en: "step \(track.step) (\(name)) is now due \(due), before: \(old ?? "never")"))
    }
  }
}
