import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let kalenderJam = Command(
    "kalender jam", needs: .readArchive,
    help: Phrase(id: "Menampilkan jam kerja tiap hari dalam sepekan.", en: "Lists the office hours of each day of the week."),
    gives: .table([Column("hari", .text), Column("jam", .text), Column("menit", .int)]),
    examples: [
      Example("kalender jam | saring hari == \"jumat\" | pilih menit | ke csv", prints: "menit\n450")
    ]
  ) { session in
    let rows = try session.engine.office.officeHours().map { day, hours -> Value in
      .record(
        Record([
          ("hari", .text(day.name)), ("jam", .text(hours.description)),
          ("menit", .int(hours.spans.reduce(0) { $0 + $1.count })),
        ]))
    }
    return .list(List(rows))
  }
}
