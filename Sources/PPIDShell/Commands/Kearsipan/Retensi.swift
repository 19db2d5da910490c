import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let retensi = Command(
    "retensi", needs: .readArchive,
    help: Phrase(
      id: """
        Tabel arsip yang retensinya jatuh tempo, hari ini atau sampai suatu hari, dan apa yang harus dilakukan: pindah, musnah, serah, \
        dinilai kembali, atau masuk berkas perseorangan; juga yang menunggu peristiwa dan yang datanya belum lengkap.
        """,
      en: """
        The table of records whose retention is due, today or up to a day, and what is to be done: pindah, musnah, serah, dinilai \
        kembali or masuk berkas perseorangan; also those that wait for an event, and those that lack something.
        """),
    Parameter<LastDay?>.option("sampai", Phrase(id: "bulan, semester, atau tanggal", en: "a month, a half-year or a day")),
    gives: .rows(Schedule.dueColumns), examples: [Example("retensi --sampai 2029-12 | pilih nomor tindakan jatuh_tempo")]
  ) { session, last in session.table(try session.engine.schedule.dueRecords(until: last?.date)) }
}

/// A day, or the last day of a period.
struct LastDay: Argument {
  let date: CalendarDate

  static var parameterType: ParameterType { .types([.period, .date]) }

  static func read(_ value: Value) throws -> LastDay {
    switch value {
    case .period(let period): return LastDay(date: period.lastDay)
    case .date(let date): return LastDay(date: date)
    default:
      throw ArgumentProblem(
        parameter: "",
        reason: Phrase(id: "diharapkan periode atau tanggal seperti 2026-12", en: "expected a period or a date, like 2026-12"))
    }
  }
}
