import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let tenggatJelaskan = Command(
    "tenggat jelaskan", needs: .readArchive,
    help: Phrase(
      id: """
        Bagaimana tenggat langkah itu dihitung pada jam kantor, hari demi hari; baris terakhir tenggatnya. \
        Langkah bulanan dihitung mundur dari akhir periodenya.
        """,
      en: """
        How that step's due time was reckoned on the office's clock, day by day; the last line is the due time. \
        Steps with a month or more are reckoned backwards from the end of their period.
        """),
    .step, .stepUnit, .cycle, gives: .table(columns),
    examples: [
      Example("tenggat jelaskan 5 --unit DISKOMINFO"), Example("tenggat jelaskan 1 --unit SETDA | pilih tanggal keterangan sisa"),
    ]
  ) { session, step, unit, cycle in
    let reckoning = try session.engine.workflow.reckonDeadline(of: step, unit: unit, in: cycle)
    return .list(List(reckoning.lines.map { .record(record($0, reckoning.standard)) }))
  }

  private static let columns =
    [Column("tanggal", .date)] + ["hari", "keterangan", "dari", "sampai", "terpakai", "sisa"].map { Column($0, .text) }

  private static func record(_ line: DeadlineLine, _ standard: StandardTime?) -> Record {
    let (used, left): (String?, String?) =
      switch (standard, line.reason) {
      case (_, .due), (.none, _): (nil, nil)
      case (.minutes, .open): ("\(line.used) menit", "\(line.left) menit")
      case (.minutes, _): (nil, "\(line.left) menit")
      case (.workingDays, .open): ("hari kerja ke-\(line.used)", "\(line.left) hari")
      case (.workingDays, _): (nil, "\(line.left) hari")
      case (.period, .open): ("hari kerja terakhir", nil)
      case (.period, _): (nil, nil)
      }
    let values: [Value] = [
      .date(line.date), .text(Weekday(of: line.date).name), .text(words(line.reason)),
      .optional(line.span.flatMap { $0.isEmpty ? nil : OfficeHours.text($0.lowerBound) }),
      .optional(line.span.map { OfficeHours.text($0.upperBound) }), .optional(used), .optional(left),
    ]
    return Record(zip(columns, values).map { ($0.name, $1) })
  }

  /// As they stand in the table, for scripts too.
  private static func words(_ reason: DeadlineLine.Reason) -> String {
    switch reason {
    case .received: "diterima, tidak dihitung"
    case .open: "jam kerja"
    case .pause: "istirahat"
    case .afterHours: "diterima sesudah jam kerja"
    case .weekend: "akhir pekan"
    case .dayOff: "kantor tutup"
    case .holiday(let holiday):
      holiday.kind == .holiday || holiday.name.lowercased().hasPrefix("cuti bersama") ? holiday.name : "cuti bersama: \(holiday.name)"
    case .due: "tenggat"
    }
  }
}
