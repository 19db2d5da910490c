import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let kecualiTambah = Command(
    "kecuali tambah", needs: .exclude,
    help: Phrase(
      id:
        "Mengecualikan sebuah rekaman berdasarkan uji konsekuensi (UU 14/2008 pasal 17 dan 19). Sejak itu ia tersembunyi dari yang tidak berhak.",
      en:
        "Excludes a record by a consequence test (UU 14/2008 arts. 17 and 19). From then on it is hidden from whoever may not see it."
    ),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    Parameter<ExclusionGround>.requiredOption(
      "pasal", Phrase(id: "huruf pasal 17: 17.a sampai 17.j", en: "letter of article 17: 17.a to 17.j")),
    Parameter<String>.requiredOption("dasar", Phrase(id: "dasar hukum dan pertimbangannya", en: "the laws and reasons it rests on")),
    Parameter<String>.requiredOption("dibuka", Phrase(id: "akibat bila dibuka", en: "what follows if it is open")),
    Parameter<String>.requiredOption("ditutup", Phrase(id: "akibat bila ditutup", en: "what follows if it is closed")),
    Parameter<TimeSpan>.requiredOption("jangka", Phrase(id: "jangka waktu, seperti 5tahun", en: "for how long, like 5tahun")),
    Parameter<Bool>.flag(
      "ganti", Phrase(id: "menggantikan keputusan yang masih berlaku", en: "take the place of a decision that still holds")),
    gives: .record([Column("nomor", .text), Column("pasal", .text), Column("berakhir", .date)]),
    examples: [
      Example(
        "kecuali tambah A-2 --pasal 17.h --dasar \"UU 14/2008 pasal 17 huruf h\" --dibuka \"rahasia pribadi terungkap\" --ditutup \"rahasia pribadi terlindungi\" --jangka 5tahun",
        prints: "A-2 dikecualikan menurut pasal 17.h sampai 10 November 2031")
    ]
  ) { session, number, ground, basis, ifOpened, ifClosed, span, replacing in
    let test = ConsequenceTest(ground: ground, basis: basis, ifOpened: ifOpened, ifClosed: ifClosed, span: span)
    let exclusion = try session.engine.publicList.exclude(number, by: test, replacing: replacing)
    return session.change(
      [("nomor", .text(number.description)), ("pasal", .text(ground.rawValue)), ("berakhir", .date(exclusion.ends))],
      Phrase(
        id: "\(number) dikecualikan menurut pasal \(ground.rawValue) sampai \(exclusion.ends.inWords.id)",
        en: "\(number) is excluded under article \(ground.rawValue) until \(exclusion.ends.inWords.en)"))
  }
}

extension ExclusionGround: WordArgument {
  static let form = Phrase(id: "huruf pasal 17, dari 17.a sampai 17.j", en: "a letter of article 17, from 17.a to 17.j")
  init?(_ text: String) { self.init(reading: text) }
}
