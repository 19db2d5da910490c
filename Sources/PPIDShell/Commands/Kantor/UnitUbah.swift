import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let unitUbah = Command(
    "unit ubah", needs: .manageOffice,
    help: Phrase(id: "Mengubah nama unit, atau mengaktifkannya lagi.", en: "Gives a unit another name, or takes it back into service."),
    Parameter<UnitCode>.argument("kode", Phrase(id: "kode unit", en: "the unit's code")),
    Parameter<String?>.option("nama", Phrase(id: "nama baru", en: "its new name")),
    Parameter<Bool>.flag("aktif", Phrase(id: "aktif kembali", en: "back in service")),
    gives: .record([Column("unit", .text), Column("berubah", .bool)]),
    examples: [Example("unit ubah SETDA --nama \"Sekretariat Daerah Provinsi\"", prints: "unit SETDA diubah")]
  ) { session, code, name, isActive in
    let hasChanged = try session.engine.office.updateUnit(code, name: name, isActive: isActive ? true : nil)
    return session.change(
      [("unit", .text(code.text)), ("berubah", .bool(hasChanged))],
      hasChanged
        ? Phrase(id: "unit \(code) diubah", en: "unit \(code) changed")
        : Phrase(id: "unit \(code) tetap seperti semula", en: "unit \(code) stays as it was"))
  }
}
