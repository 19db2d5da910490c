import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let monevNilai = Command(
    "monev nilai", needs: .evaluate,
    help: Phrase(
      id: "Menilai satu indikator. Yang dihitung program tidak diketik. Nilai di atas 0 perlu bukti.",
      en: "Judges an indicator. What the program counts is not typed. A grade above 0 needs evidence."),
    Parameter<String>.argument("indikator", Phrase(id: "kode indikator, seperti IND-5", en: "the indicator's code, like IND-5"))
      .completing(.archive(.indicators)),
    Parameter<Grade>.argument("nilai", Phrase(id: "1, 0.75, 0.5, 0.25, atau 0", en: "1, 0.75, 0.5, 0.25 or 0")),
    Parameter<[RecordNumber]>.options("bukti", Phrase(id: "rekaman yang membuktikan", en: "the records that prove it")),
    Parameter<String?>.option("catatan", Phrase(id: "alasan penilai", en: "why")),
    Parameter<Period?>.option(
      "periode", Phrase(id: "semester; tanpa ini yang terakhir dibuka", en: "the half-year; if left out the last one opened")),
    gives: .record([Column("periode", .period), Column("indikator", .text), Column("nilai", .double)]),
    examples: [Example("monev nilai IND-5 0.75 --bukti A-1 --catatan \"empat dari lima\"", prints: "IND-5 bernilai 0.75 (monev 2026-S2)")]
  ) { session, code, grade, evidence, note, period in
    let period = try session.engine.monev.judge(code, grade, evidence: evidence, note: note, in: period)
    return session.change(
      [("periode", .period(period)), ("indikator", .text(code)), ("nilai", .double(grade.number.double))],
      Phrase(id: "\(code) bernilai \(grade) (monev \(period))", en: "\(code) is graded \(grade) (monev \(period))"))
  }
}

extension Grade: WordArgument {
  static let form = Phrase(id: "nilai: 1, 0.75, 0.5, 0.25, atau 0", en: "a grade: 1, 0.75, 0.5, 0.25 or 0")
  init?(_ text: String) { self.init(text[...]) }
}
