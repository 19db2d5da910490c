import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let kecualiBuka = Command(
    "kecuali buka", needs: .exclude,
    help: Phrase(
      id: "Membuka rekaman yang dikecualikan; kategorinya kembali seperti semula. Sebelum masanya berakhir, alasannya harus disebut.",
      en: "Opens an excluded record; its category is again what it was. Before its period has ended, the reason must be named."),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    Parameter<PPIDEngine.Category?>.option(
      "kategori", Phrase(id: "kategori sesudahnya; tanpa ini yang semula", en: "its category from now on; the one before if left out")),
    Parameter<String?>.option("alasan", Phrase(id: "mengapa dibuka", en: "why it is opened")),
    gives: .record([Column("nomor", .text), Column("kategori", .text)]),
    examples: [
      Example(
        "kecuali buka A-4 --alasan \"datanya sudah dianonimkan\"", prints: "A-4 dibuka: kini setiap-saat")
    ]
  ) { session, number, category, reason in
    let category = try session.engine.publicList.open(number, as: category, reason: reason)
    return session.change(
      [("nomor", .text(number.description)), ("kategori", .text(category.rawValue))],
      Phrase(id: "\(number) dibuka: kini \(category.rawValue)", en: "\(number) is open: \(category.rawValue) from now on"))
  }
}
