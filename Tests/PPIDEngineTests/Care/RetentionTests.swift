import PPIDValues
import Testing

@testable import PPIDEngine

/// What is due when, against arithmetic by hand.
@Suite struct RetentionTests {
  private let archive: TemporaryArchive
  private let engine: Engine

  init() throws {
    archive = try TemporaryArchive()
    engine = archive.engine()
    try engine.office.addUnit(UnitCode("BU")!, name: "Biro Umum")
    let scheme = """
      kode,retensi_aktif,retensi_inaktif,nasib_akhir
      PR,,,
      PR.01,2 Tahun,3 Tahun,Musnah
      PR.02,1 Tahun,-,Permanen
      PR.03,2 Tahun setelah tidak berlaku,1 Tahun,"Musnah, kecuali yang bernilai guna sejarah Permanen"
      PR.04,1 Tahun,2 Tahun setelah hak dan kewajibannya habis,Masuk berkas Perorangan
      PR.05,Permanen,-,Permanen
      """
    _ = try engine.schedule.importScheme(archive.file("jra.csv", scheme), SchemeImportOptions())
  }

  private func add(_ title: String, code: String? = nil, date: String? = nil, year: Int? = nil, own: [String?] = []) throws -> RecordNumber
  {
    var content = RecordContent(title: title)
    content.code = code
    content.date = date.flatMap { CalendarDate($0) }
    content.year = year ?? content.date?.year
    if own.count == 3 { (content.activeRetention, content.inactiveRetention, content.fate) = (own[0], own[1], own[2]) }
    return try engine.records.addRecord(content, unit: nil)
  }

  /// Each row's number, action, due day and what it waits for.
  private func due(_ day: String) throws -> [String] {
    let table = try engine.schedule.dueRecords(until: CalendarDate(day)!)
    let rows = try engine.texts(table)
    // Reports count the same without listing it.
    let counts = try engine.desk.archive.read { try ReportFigureRows(db: $0).dueCounts(until: CalendarDate(day)!, seesExcluded: true) }
    #expect(
      Dictionary(uniqueKeysWithValues: counts.map { ($0.action, $0.count) }) == Dictionary(grouping: rows) { $0[4] }.mapValues(\.count))
    return rows.map { [$0[0], $0[4], $0[5], $0[6]].joined(separator: " ") }
  }

  // MARK: By hand

  /// A day as three numbers, so that nothing of the program reckons for the test.
  private struct Day: Comparable, CustomStringConvertible {
    var year, month, day: Int

    var description: String { "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)" }

    static func < (left: Day, right: Day) -> Bool { (left.year, left.month, left.day) < (right.year, right.month, right.day) }

    func later(years: Int = 0, months: Int = 0) -> Day {
      var result = Day(year: year + years, month: month + months, day: day)
      while result.month > 12 { (result.year, result.month) = (result.year + 1, result.month - 12) }
      let isLeap = result.year % 4 == 0 && (result.year % 100 != 0 || result.year % 400 == 0)
      let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      result.day = min(result.day, lengths[result.month - 1])
      return result
    }
  }

  @Test(arguments: ["2021-12-31", "2022-12-30", "2024-02-29", "2027-06-30"])
  func `records of 2019 to 2024 under five kinds of rule are due when arithmetic by hand says so`(_ until: String) throws {
    var expected: [(day: Day?, number: Int, text: String)] = []
    let parts = until.split(separator: "-").compactMap { Int($0) }
    let last = Day(year: parts[0], month: parts[1], day: parts[2])
    func expect(_ number: RecordNumber, active: Day, final: Day, _ fate: String) {
      if final <= last {
        expected.append((final, number.value, "\(number) \(fate) \(final) -"))
      } else if active <= last {
        expected.append((active, number.value, "\(number) pindah \(active) -"))
      }
    }
    for year in 2019...2024 {
      // A day, and a span of years for each age.
      let day = Day(year: year, month: 2, day: year % 4 == 0 ? 29 : 28)
      let first = try add("tanggal \(year)", code: "PR.01", date: day.description)
      expect(first, active: day.later(years: 2), final: day.later(years: 5), "musnah")
      // Only a year: counted from its last day; no inactive age.
      let second = try add("tahun \(year)", code: "PR.02", year: year)
      let end = Day(year: year + 1, month: 12, day: 31)
      expect(second, active: end, final: end, "serah")
      // An event, stated for every other year.
      let third = try add("peristiwa \(year)", code: "PR.03", date: "\(year)-05-05")
      if year % 2 == 0 {
        let event = Day(year: year, month: 8, day: 31)
        _ = try engine.schedule.stateRetentionEvent(CalendarDate(event.description), of: third, nil)
        expect(third, active: event.later(years: 2), final: event.later(years: 3), "musnah")
      } else {
        expected.append((nil, third.value, "\(third) menunggu peristiwa - tidak berlaku"))
      }
      // The record's own texts, over its code's.
      let fourth = try add("sendiri \(year)", code: "PR.01", date: "\(year)-08-31", own: ["6 Bulan", "1 Tahun", "Dinilai kembali"])
      let own = Day(year: year, month: 8, day: 31).later(months: 6)
      expect(fourth, active: own, final: own.later(years: 1), "dinilai kembali")
      // The second age waits for an event that comes about before, or after the first is over.
      let fifth = try add("dua masa \(year)", code: "PR.04", date: "\(year)-01-15")
      let over = Day(year: year + 1, month: 1, day: 15)
      let event = year < 2022 ? Day(year: year, month: 6, day: 30) : Day(year: year + 2, month: 6, day: 30)
      _ = try engine.schedule.stateRetentionEvent(CalendarDate(event.description), of: fifth, .inactive)
      expect(fifth, active: over, final: max(over, event).later(years: 2), "masuk berkas perseorangan")
    }
    let ordered = expected.sorted { left, right in
      guard let first = left.day, let second = right.day else {
        return (left.day != nil ? 0 : 1, left.number) < (right.day != nil ? 0 : 1, right.number)
      }
      return (first, left.number) < (second, right.number)
    }
    #expect(try due(until) == ordered.map(\.text))
  }

  // MARK: Edges

  @Test func `an age is over on its last day, and not the day before`() throws {
    _ = try add("neraca", code: "PR.01", date: "2020-03-15")
    #expect(try due("2022-03-14") == [])
    #expect(try due("2022-03-15") == ["A-1 pindah 2022-03-15 -"])
    #expect(try due("2025-03-14") == ["A-1 pindah 2022-03-15 -"])
    #expect(try due("2025-03-15") == ["A-1 musnah 2025-03-15 -"])
  }

  @Test func `without its event a record is never due, however late it is`() throws {
    let number = try add("perjanjian", code: "PR.03", date: "1980-01-01")
    #expect(try due("9999-12-31") == ["A-1 menunggu peristiwa - tidak berlaku"])
    #expect(try engine.schedule.stateRetentionEvent(CalendarDate("2020-01-01"), of: number, nil).hasChanged)
    #expect(try due("2022-12-31") == ["A-1 pindah 2022-01-01 -"])
    let events = try engine.history.lastEvent()
    #expect(try !engine.schedule.stateRetentionEvent(CalendarDate("2020-01-01"), of: number, nil).hasChanged)
    #expect(try engine.history.lastEvent() == events)
    #expect(try engine.schedule.stateRetentionEvent(nil, of: number, nil).hasChanged)
    #expect(try due("9999-12-31") == ["A-1 menunggu peristiwa - tidak berlaku"])
  }

  @Test func `an age that waits for nothing takes no event`() throws {
    let number = try add("neraca", code: "PR.01", date: "2020-03-15")
    let none = try add("tanpa kode")
    for (number, age) in [(number, RetentionAge?.none), (number, .active), (none, nil), (none, .inactive)] {
      #expect(throws: RetentionFailure.self) { try engine.schedule.stateRetentionEvent(CalendarDate("2020-01-01"), of: number, age) }
    }
    #expect(throws: RecordRefusal.self) { try engine.schedule.stateRetentionEvent(CalendarDate("2020-01-01"), of: RecordNumber(99), nil) }
  }

  @Test func `what can't be reckoned is named instead of left out`() throws {
    _ = try add("tanpa waktu", code: "PR.01")
    _ = try add("tak terbaca", date: "2020-01-01", own: ["2 Tshun", "3 Tahun", "Musnah"])
    _ = try add("tanpa nasib", date: "2020-01-01", own: ["1 Tahun", "1 Tahun", nil])
    _ = try add("tanpa inaktif", date: "2020-01-01", own: ["1 Tahun", nil, "Musnah"])
    _ = try add("tanpa retensi", date: "2020-01-01")
    _ = try add("tetap", code: "PR.05", date: "1950-01-01")
    #expect(
      try due("2020-06-30") == ["A-1 lengkapi data - waktu", "A-2 lengkapi data - retensi_aktif"])
    #expect(
      try due("2026-12-31") == [
        "A-1 lengkapi data - waktu", "A-2 lengkapi data - retensi_aktif", "A-3 lengkapi data - nasib_akhir",
        "A-4 lengkapi data - retensi_inaktif",
      ])
  }

  @Test func `an empty text of the record's own list leaves its code's`() throws {
    _ = try add("hanya aktif", code: "PR.01", date: "2020-01-01", own: ["10 Tahun", nil, nil])
    #expect(try due("2029-12-31") == [])
    #expect(try due("2033-01-01") == ["A-1 musnah 2033-01-01 -"])
  }

  @Test func `excluded records are hidden from those who may not see them`() throws {
    let number = try add("rahasia", code: "PR.01", date: "2020-01-01")
    _ = try engine.records.updateRecord(number) { $0.category = .dikecualikan }
    try engine.office.addPerson("ani", roles: [.pengelola], unit: nil, account: "ani")
    #expect(try due("2026-12-31").count == 1)
    let other = archive.engine(account: "ani")
    #expect(try other.texts(other.schedule.dueRecords(until: nil)).isEmpty)
  }
}
