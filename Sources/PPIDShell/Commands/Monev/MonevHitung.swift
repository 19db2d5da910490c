import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let monevHitung = Command(
    "monev hitung", needs: .readArchive,
    help: Phrase(
      id: "Menghitung nilai satu semester: tiap kategori, tiap unit, jumlah, dan predikatnya. Yang belum dinilai dihitung 0.",
      en: "Reckons the scores of a half-year: each category, each unit, the total and its band. What is not judged yet counts 0."),
    Parameter<Period>.argument("periode", Phrase(id: "semester, seperti 2026-S2", en: "the half-year, like 2026-S2")),
    gives: .record([
      Column("periode", .period), Column("nilai", .double), Column("predikat", .text), Column("belum_dinilai", .list),
      Column("kategori", .list), Column("unit", .list), Column("sebelumnya", .list),
    ]), examples: [Example("cetak $(monev hitung 2026-S2).predikat")]
  ) { session, period in
    let evaluation = try session.engine.monev.evaluate(period)
    let earlier = try session.engine.monev.evaluations().filter { $0.period < period }
    let categories = evaluation.instrument.categories.map { category -> Value in
      let results = evaluation.results(of: category)
      return .record(
        Record([
          ("kategori", .text(category.code)), ("judul", .text(category.title)),
          ("bobot", .double(results.reduce(.zero) { $0 + $1.indicator.weight }.double)),
          ("nilai", Evaluation.score(of: results).map { .double($0.double) } ?? .null),
          ("belum_dinilai", .int(results.count { $0.grade == nil })),
        ]))
    }
    let units = evaluation.units.map { unit -> Value in
      .record(
        Record([
          ("unit", .text(unit.code.text)), ("nama", .text(unit.name)), ("nilai", unit.score.map { .double($0.double) } ?? .null),
        ]))
    }
    let before = earlier.map { other -> Value in
      .record(
        Record([("periode", .period(other.period)), ("nilai", .double(other.score.double)), ("predikat", .text(other.band.rawValue))]))
    }
    return session.change(
      [
        ("periode", .period(period)), ("nilai", .double(evaluation.score.double)), ("predikat", .text(evaluation.band.rawValue)),
        ("belum_dinilai", .list(List(evaluation.unscored.map { .text($0.indicator.code) }))), ("kategori", .list(List(categories))),
        ("unit", .list(List(units))), ("sebelumnya", .list(List(before))),
      ], sentence(evaluation, earlier))
  }

  private static func sentence(_ evaluation: Evaluation, _ earlier: [Evaluation]) -> Phrase {
    func line(_ score: ExactNumber?) -> String { score.map { ReportValue.decimal($0).spelled(.indonesian) } ?? "–" }
    var id = ["monev \(evaluation.period): \(line(evaluation.score)) — \(evaluation.band.name.id)"]
    var en = ["monev \(evaluation.period): \(line(evaluation.score)) — \(evaluation.band.name.en)"]
    func both(_ text: String) {
      id.append(text)
      en.append(text)
    }
    for category in evaluation.instrument.categories {
      both("  \(category.title): \(line(Evaluation.score(of: evaluation.results(of: category))))")
    }
    for unit in evaluation.units where unit.score != nil { both("  \(unit.code) — \(unit.name): \(line(unit.score))") }
    for other in earlier {
      id.append("sebelumnya \(other.period): \(line(other.score)) — \(other.band.name.id)")
      en.append("before, \(other.period): \(line(other.score)) — \(other.band.name.en)")
    }
    if !evaluation.unscored.isEmpty {
      let codes = evaluation.unscored.map(\.indicator.code).joined(separator: ", ")
      id.append("belum dinilai: \(codes)")
      en.append("not judged yet: \(codes)")
    }
    return Phrase(id: id.joined(separator: "\n"), en: en.joined(separator: "\n"))
  }
}
