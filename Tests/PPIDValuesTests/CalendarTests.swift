import PPIDValues
import Testing

@Suite("Dates, times, periods and spans")
struct CalendarTests {
  @Test("every day from 0001 to 9999 has its own number and reads back")
  func everyDay() {
    var number = Int(CalendarDate.first.daysSinceEpoch)
    for year in 1...9999 {
      for month in 1...12 {
        for day in 1...CalendarDate.days(inMonth: month, ofYear: year) {
          let date = CalendarDate(year: year, month: month, day: day)!
          guard Int(date.daysSinceEpoch) == number, date.components == (year, month, day) else {
            Issue.record("\(year)-\(month)-\(day) is number \(date.daysSinceEpoch), expected \(number)")
            return
          }
          number += 1
        }
      }
    }
    #expect(number == Int(CalendarDate.last.daysSinceEpoch) + 1)
  }

  @Test("weekdays are ISO's", arguments: [("2026-11-22", 7), ("2026-11-23", 1), ("1969-12-31", 3), ("0001-01-01", 1)])
  func weekdays(text: String, weekday: Int) {
    #expect(CalendarDate(text)?.weekday == weekday)
  }

  @Test(
    "impossible dates are refused",
    arguments: [
      "2026-02-30", "2025-02-29", "2026-13-01", "2026-00-10", "2026-1-01", "0000-01-01", "2026-11-2x", "+026-11-22",
    ])
  func impossible(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test("adding months keeps the day or takes the month's last")
  func addingMonths() {
    #expect(CalendarDate("2026-01-31")!.adding(months: 1) == CalendarDate("2026-02-28"))
    #expect(CalendarDate("2024-02-29")!.adding(months: 12) == CalendarDate("2025-02-28"))
    #expect(CalendarDate("2026-03-31")!.adding(months: -1) == CalendarDate("2026-02-28"))
    #expect(CalendarDate.last.adding(months: 1) == nil)
    #expect(CalendarDate.last.adding(days: 1) == nil)
  }

  @Test("times read and print to the minute, before the epoch too")
  func times() {
    for text in ["2026-11-22T08:30", "1969-12-31T23:59", "0001-01-01T00:00", "9999-12-31T23:59"] {
      #expect(LocalTime(text)?.description == text)
    }
    #expect(LocalTime("2026-11-22T24:00") == nil)
    #expect(LocalTime("9999-12-31T23:59")!.adding(minutes: 1) == nil)
  }

  @Test("periods read, print, advance and contain")
  func periods() {
    let november = Period("2026-11")!
    let secondHalf = Period("2026-S2")!
    #expect(november.advanced(by: 2)?.description == "2027-01")
    #expect(secondHalf.advanced(by: -1)?.description == "2026-S1")
    #expect(november.lastDay.description == "2026-11-30")
    #expect(secondHalf.firstDay.description == "2026-07-01")
    #expect(secondHalf.lastDay.description == "2026-12-31")
    #expect(secondHalf.contains(november) && !november.contains(secondHalf))
    #expect(secondHalf.adding(months: 6)?.description == "2027-S1")
    #expect(secondHalf.adding(months: 1) == nil)
    #expect(Period("2026-S3") == nil && Period("2026-13") == nil)
    #expect(Period("0001-01")!.advanced(by: -1) == nil)
    #expect(Period("2026-07")! < secondHalf && secondHalf < Period("2026-08")!)
  }

  @Test("spans print in the larger unit where it is whole")
  func spans() {
    #expect(TimeSpan(number: 24, unit: "bulan")?.description == "2tahun")
    #expect(TimeSpan(number: 90, unit: "menit")?.description == "90menit")
    #expect(TimeSpan(number: 0, unit: "jam")?.description == "0menit")
    #expect(TimeSpan(number: 10, unit: "harikerja")?.description == "10harikerja")
    #expect(TimeSpan(number: 1, unit: "minggu") == nil)
    #expect(TimeSpan(number: .max, unit: "tahun") == nil)
  }
}
