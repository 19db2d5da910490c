import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let verifikasi = Command(
    "verifikasi", needs: .receive,
    help: Phrase(
      id: "Menjalankan semua pemeriksaan langkah 6 atas yang diserahkan unit itu, dan mencatat temuannya untuk putaran ini.",
      en: "Runs every check of step 6 over what the unit handed over, and keeps the findings of this round."),
    .stepUnit, .cycle, gives: .table(columns),
    examples: [Example("serah terima ST-1 --hitung 2; verifikasi --unit DISKOMINFO | pilih nomor aturan temuan")]
  ) { session, unit, cycle in
    let result = try session.engine.workflow.verify(unit: unit, in: cycle)
    let rows = result.findings.map { finding -> Value in
      let values: [Value] = [
        .text(finding.number), .text(finding.rule), .text(finding.message[session.language]),
        .text(finding.remedy[session.language]),
      ]
      return .record(Record(zip(columns, values).map { ($0.name, $1) }))
    }
    return .list(List(rows))
  }

  private static let columns = ["nomor", "aturan", "temuan", "perbaikan"].map { Column($0, .text) }
}
