import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let unitNonaktif = Command(
    "unit nonaktif", needs: .manageOffice,
    help: Phrase(
      id: "Menonaktifkan unit: siklus berikutnya dibuka tanpa unit itu.", en: "Takes a unit out of service: later cycles open without it."),
    Parameter<UnitCode>.argument("kode", Phrase(id: "kode unit", en: "the unit's code")),
    gives: .record([Column("unit", .text), Column("berubah", .bool)]),
    examples: [Example("unit nonaktif SETDA", prints: "unit SETDA dinonaktifkan")]
  ) { session, code in
    let hasChanged = try session.engine.office.updateUnit(code, name: nil, isActive: false)
    return session.change(
      [("unit", .text(code.text)), ("berubah", .bool(hasChanged))],
      hasChanged
        ? Phrase(id: "unit \(code) dinonaktifkan", en: "unit \(code) taken out of service")
        : Phrase(id: "unit \(code) memang sudah nonaktif", en: "unit \(code) was out of service already"))
  }
}
