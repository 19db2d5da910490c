import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let demoDaftar = Command(
    "demo daftar", needs: .anything,
    help: Phrase(id: "Menampilkan langkah demo yang berjalan.", en: "Lists the steps of the demo that is running."),
    gives: .table(columns), examples: [Example("demo mulai sop; demo daftar | hitung")]
  ) { session in
    let demo = try session.running()
    let rows = demo.script.steps.enumerated().map { index, step -> Value in
      let notes = step.notes
      let values: [Value] = [
        .int(index + 1), .optional(notes.heading?[session.language]), notes.activity.map(Value.int) ?? .null,
        .optional(notes.text?[session.language]), .text(step.command(in: demo.script.source)),
      ]
      return .record(Record(zip(columns, values).map { ($0.name, $1) }))
    }
    return .list(List(rows))
  }

  private static let columns = [
    Column("nomor", .int), Column("babak", .text), Column("kegiatan", .int), Column("catatan", .text), Column("perintah", .text),
  ]
}
