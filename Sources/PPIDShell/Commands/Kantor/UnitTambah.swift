import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let unitTambah = Command(
    "unit tambah", needs: .manageOffice, help: Phrase(id: "Menambah unit.", en: "Adds a unit."),
    Parameter<UnitCode>.argument("kode", Phrase(id: "kode singkat unit", en: "the unit's short code")).completing(.nothing),
    Parameter<String>.argument("nama", Phrase(id: "nama lengkap unit", en: "the unit's full name")),
    gives: .record([Column("unit", .text), Column("nama", .text)]),
    examples: [Example("unit tambah BKD \"Badan Kepegawaian Daerah\"", prints: "unit BKD (Badan Kepegawaian Daerah) ditambahkan")]
  ) { session, code, name in
    try session.engine.office.addUnit(code, name: name)
    return session.change(
      [("unit", .text(code.text)), ("nama", .text(name))],
      Phrase(id: "unit \(code) (\(name)) ditambahkan", en: "unit \(code) (\(name)) added"))
  }
}
