import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let monevRekomendasi = Command(
    "monev rekomendasi", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan semua rekomendasi, juga yang dibawa dari semester lalu; dengan `tambah` membuat rekomendasi baru.",
      en: "Lists all recommendations, also those carried over from earlier half-years; with `tambah` makes a new one."),
    Parameter<AddWord?>.optional("tambah", Phrase(id: "kata `tambah`", en: "the word `tambah`")),
    Parameter<String?>.optional("rekomendasi", Phrase(id: "apa yang harus dilakukan", en: "what is to be done")),
    Parameter<FindingNumber?>.option(
      "temuan", Phrase(id: "temuan yang mendasarinya, seperti T-2", en: "the finding that it rests on, like T-2")),
    Parameter<String?>.option("pic", Phrase(id: "peran, unit, atau pengguna yang mengerjakan", en: "the role, unit or person that does it"))
      .completing(.archive(.people)),
    Parameter<CalendarDate?>.option("batas", Phrase(id: "tanggal selesainya", en: "the day by which it is done")),
    gives: .any,
    examples: [
      Example(
        "monev rekomendasi tambah \"Tambah pemeriksa\" --temuan T-1 --pic sekretariat --batas 2027-01-31",
        prints: "R-2 dicatat, batasnya 31 Januari 2027"),
      Example("monev rekomendasi | pilih nomor pic batas keadaan terlambat"),
    ]
  ) { session, word, text, finding, owner, due in
    guard word != nil else {
      guard finding == nil, owner == nil, due == nil else { throw AddWord.missing("monev rekomendasi") }
      return session.table(try session.engine.monev.recommendations())
    }
    guard let text, let finding, let owner, let due else {
      throw AddWord.textMissing("monev rekomendasi tambah \"…\" --temuan T-2 --pic sekretariat --batas 2027-01-31")
    }
    let number = try session.engine.monev.addRecommendation(text, finding: finding, owner: owner, due: due)
    return session.change(
      [("nomor", .text(number.description)), ("batas", .date(due))],
      Phrase(id: "\(number) dicatat, batasnya \(due.inWords.id)", en: "\(number) noted, due \(due.inWords.en)"))
  }
}
