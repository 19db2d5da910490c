import Testing

@testable import PPIDEngine

@Suite struct OfficeHoursTests {
  @Test(arguments: [
    ("07.30-12.00, 13.00-16.00", "07.30-12.00, 13.00-16.00"), ("7:30-16:00", "07.30-16.00"), ("LIBUR", "libur"),
    ("00.00-23.59", "00.00-23.59"), (" 08.00 - 09.00 ,10.00-11.00", "08.00-09.00, 10.00-11.00"),
  ])
  func `hours are read as people write them`(_ written: String, _ kept: String) throws {
    #expect(try #require(OfficeHours(written)).description == kept)
  }

  @Test(arguments: [
    "", "x", "07.30", "16.00-07.30", "07.30-07.30", "24.00-25.00", "07.60-08.00", "07.5-08.00", "-7.30-8.00", "07.30-12.00,",
    "13.00-16.00, 07.30-12.00", "07.30-12.00, 12.00-16.00", "07.30-13.00, 12.00-16.00", "+7.30-8.00", "07.30-12.00-13.00",
  ])
  func `what is no office hours is refused`(_ written: String) {
    #expect(OfficeHours(written) == nil)
  }

  @Test func `breaks divide a day, and must lie within it`() throws {
    let day = 450..<960
    #expect(try #require(OfficeHours(day, breaks: [720..<780])).spans == [450..<720, 780..<960])
    #expect(try #require(OfficeHours(day, breaks: [900..<910, 600..<610])).spans == [450..<600, 610..<900, 910..<960])
    for wrong in [[400..<500], [450..<500], [900..<960], [900..<1000], [700..<700], [600..<700, 650..<710]] {
      #expect(OfficeHours(day, breaks: wrong) == nil)
    }
    #expect(OfficeHours(450..<450) == nil)
  }
}
