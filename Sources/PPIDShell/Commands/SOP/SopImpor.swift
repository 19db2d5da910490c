import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let sopImpor = Command(
    "sop impor", needs: .manageOffice,
    help: Phrase(
      id: """
        Memasukkan edisi lain dari SOP: tabel seperti yang diterbitkan kantornya (dipisah tab), dan tabel edisi yang menyebut \
        pelaksana, gerbang, dan putarannya. Siklus yang sedang berjalan tetap memakai edisinya.
        """,
      en: """
        Takes in another edition of the SOP: the table as its office publishes it (tab-separated), and the edition's table that \
        names lanes, gates and loops. A running cycle stays on its edition.
        """),
    Parameter<String>.argument("berkas", Phrase(id: "tabel SOP", en: "the SOP's table")).completing(.files),
    Parameter<String?>.option(
      "edisi", Phrase(id: "tabel edisi; tanpa ini yang bawaan", en: "the edition's table; the built-in one when left out")),
    Parameter<String?>.option("nama", Phrase(id: "nama edisi", en: "the edition's name")),
    gives: .record([Column("nama", .text), Column("kegiatan", .int), Column("baru", .bool)]),
    examples: [
      Example("sop impor sop-kami.tsv --nama \"SOP 2027\"", prints: "edisi SOP SOP 2027 (15 kegiatan) berlaku untuk siklus berikutnya")
    ]
  ) { session, path, edition, name in
    let result = try session.engine.workflow.importProcedure(
      published: session.settings.reach.read(path), edition: edition.map(session.settings.reach.read), name: name)
    return session.change(
      [("nama", .text(result.name)), ("kegiatan", .int(result.activities)), ("baru", .bool(result.isNew))],
      result.isNew
        ? Phrase(
          id: "edisi SOP \(result.name) (\(result.activities) kegiatan) berlaku untuk siklus berikutnya",
          en: "the edition \(result.name) of the SOP (\(result.activities) activities) holds for cycles to come")
        : Phrase(id: "SOP itu sudah berlaku (\(result.name))", en: "that SOP is in force already (\(result.name))"))
  }
}
