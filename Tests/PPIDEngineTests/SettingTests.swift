import Testing

@testable import PPIDEngine

@Suite struct SettingTests {
  @Test(arguments: [
    (Setting.zone, "wita", "WITA"), (.officeName, "  Kantor   A ", "Kantor A"), (.separatesDuties, "Tidak", "tidak"),
    (.numberPattern, "KEP/{periode}/PPID", "KEP/{periode}/PPID"), (.friday, "7:30-11:30,13:00-16:00", "07.30-11.30, 13.00-16.00"),
    (.collectiveLeave, "kerja", "kerja"),
  ])
  func `a value is kept in one spelling`(_ setting: Setting, _ written: String, _ kept: String) {
    #expect(setting.normalized(written) == kept)
  }

  @Test(arguments: [
    (Setting.zone, "GMT"), (.officeName, " "), (.officeName, "a\nb"), (.separatesDuties, "mungkin"), (.numberPattern, "KEP/1"),
    (.friday, "siang"), (.collectiveLeave, "ya"),
  ])
  func `what is no value is refused`(_ setting: Setting, _ written: String) {
    #expect(setting.normalized(written) == nil)
  }

  @Test func `every standard value is one that could be set`() {
    for setting in Setting.allCases {
      #expect(setting.standard == setting.standard.flatMap(setting.normalized), "\(setting)")
    }
  }

  @Test func `a setting holds from now on, is journalled, and can be taken back`() throws {
    let archive = try TemporaryArchive()
    let engine = archive.engine()
    #expect(try engine.office.setting(.zone) == "WIB")
    #expect(try engine.office.decide([(.zone, "wit")], as: "atur"))
    #expect(try engine.office.setting(.zone) == "WIT")
    #expect(try engine.office.decide([(.zone, "WIT")], as: "atur") == false)
    #expect(try engine.office.decide([(.zone, "")], as: "atur"))
    #expect(try engine.office.setting(.zone) == "WIB")
    let rows = try engine.texts(engine.history.journal(of: "kantor.zona", since: nil, by: nil))
    #expect(rows.map { $0[8] } == [#"{"kantor.zona":"WIT"}"#, #"{"kantor.zona":null}"#])
    #expect(throws: OfficeFailure.self) { try engine.office.decide([(.zone, "GMT")], as: "atur") }
  }
}
