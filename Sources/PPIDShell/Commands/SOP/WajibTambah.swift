import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let wajibTambah = Command(
    "wajib tambah", needs: .expect,
    help: Phrase(
      id: "Mewajibkan satu jenis informasi dari unit; langkah 1 menuntut rekaman jenis itu, atau nihil.",
      en: "Has the DIP expect a kind of information of a unit; step 1 asks for a record of that kind, or a nihil."),
    Parameter<UnitCode>.argument("unit", Phrase(id: "kode unit", en: "the unit's code")),
    Parameter<String>.argument("jenis", Phrase(id: "jenis informasi, seperti kolom `jenis`", en: "the kind, like the column `jenis`")),
    Parameter<PPIDEngine.Category>.requiredOption("kategori", Phrase(id: "kategori UU 14/2008", en: "the category of UU 14/2008")),
    gives: .record([Column("unit", .text), Column("jenis", .text), Column("kategori", .text)]),
    examples: [
      Example(
        "wajib tambah SETDA \"laporan kinerja\" --kategori berkala", prints: "\"laporan kinerja\" (berkala) kini diwajibkan dari unit SETDA"
      )
    ]
  ) { session, unit, kind, category in
    try session.engine.workflow.expect(kind, of: unit, category: category)
    return session.change(
      [("unit", .text(unit.text)), ("jenis", .text(kind)), ("kategori", .text(category.rawValue))],
      Phrase(
        id: "\"\(kind)\" (\(category.rawValue)) kini diwajibkan dari unit \(unit)",
        en: "\"\(kind)\" (\(category.rawValue)) is now expected of the unit \(unit)"))
  }
}
