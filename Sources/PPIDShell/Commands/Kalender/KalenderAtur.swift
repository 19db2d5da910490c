import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let kalenderAtur = Command(
    "kalender atur", needs: .manageOffice,
    help: Phrase(
      id: """
        Mengatur jam kerja dalam sepekan. Hari yang disebut dengan --kerja mendapat jam dan istirahat itu; \
        tanpa --kerja, semua hari kerja. Tenggat yang belum selesai dihitung ulang.
        """,
      en: """
        Sets the weekly office hours. The days named with --kerja get these hours and this break; \
        without --kerja, all working days. Due times that are open are reckoned again.
        """),
    Parameter<[WeekdaySpan]>.options("kerja", Phrase(id: "hari kerja, misalnya senin-kamis", en: "working days, such as senin-kamis")),
    Parameter<[WeekdaySpan]>.options("libur", Phrase(id: "hari kantor tutup, misalnya sabtu", en: "days off, such as sabtu")),
    Parameter<DaySpan?>.option("jam", Phrase(id: "misalnya 07.30-16.00", en: "such as 07.30-16.00")),
    Parameter<Break?>.option("istirahat", Phrase(id: "misalnya 12.00-13.00, atau tanpa", en: "such as 12.00-13.00, or tanpa for none")),
    Parameter<CollectiveLeave?>.option("cuti-bersama", Phrase(id: "libur, atau tetap kerja", en: "taken, or worked through")),
    gives: .record([Column("berubah", .bool)]),
    examples: [
      Example("kalender atur --kerja senin-kamis --jam 08.00-16.30", prints: "kalender diatur"),
      Example("kalender atur --cuti-bersama kerja", prints: "kalender diatur"),
    ]
  ) { session, working, off, hours, pause, leave in
    let plan = WeekPlan(working: working, off: off, hours: hours, pause: pause)
    var values = try plan.decisions(from: session.engine.office.officeHours())
    if let leave { values.append((.collectiveLeave, leave.rawValue)) }
    guard !values.isEmpty else {
      throw Failure(
        Phrase(id: "belum disebut apa yang diatur", en: "it isn't said what to set"),
        advice: Phrase(id: "lihat `bantuan kalender atur`", en: "see `bantuan kalender atur`"))
    }
    let hasChanged = try session.engine.office.decide(values, as: "kalender atur")
    return session.change(
      [("berubah", .bool(hasChanged))],
      hasChanged
        ? Phrase(id: "kalender diatur", en: "calendar set")
        : Phrase(id: "kalender sudah seperti itu", en: "the calendar is like that already"))
  }
}

/// What is to become of the week.
private struct WeekPlan {
  let working: [WeekdaySpan]
  let off: [WeekdaySpan]
  let hours: DaySpan?
  let pause: Break?

  func decisions(from week: [(day: Weekday, hours: OfficeHours)]) throws -> [(setting: Setting, value: String)] {
    let named = working.flatMap(\.days)
    var decisions: [(setting: Setting, value: String)] = []
    if !named.isEmpty || hours != nil || pause != nil {
      for (day, old) in week where named.isEmpty ? old != .closed : named.contains(day) {
        decisions.append((.hours(day), try hours(of: day, old).description))
      }
    }
    return decisions + off.flatMap(\.days).map { (.hours($0), OfficeHours.closed.description) }
  }

  private func hours(of day: Weekday, _ old: OfficeHours) throws -> OfficeHours {
    guard let span = hours?.minutes ?? old.day else { throw OfficeFailure.hoursMissing(day) }
    let breaks = pause?.spans ?? old.breaks
    guard let new = OfficeHours(span, breaks: breaks) else { throw OfficeFailure.breakOutsideHours(day) }
    return new
  }
}

/// A day of the week, or several in a row: `senin`, `senin-kamis`.
struct WeekdaySpan: WordArgument {
  let days: [Weekday]

  static let form = Phrase(id: "hari seperti senin atau senin-kamis", en: "days like senin or senin-kamis (Monday to Thursday)")

  init?(_ text: String) {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Weekday.named($0) }
    guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first.rawValue <= last.rawValue
    else { return nil }
    days = Weekday.allCases.filter { (first.rawValue...last.rawValue).contains($0.rawValue) }
  }
}

/// From when to when: `07.30-16.00`.
struct DaySpan: WordArgument {
  let minutes: Range<Int>

  static let form = Phrase(id: "jam seperti 07.30-16.00", en: "hours like 07.30-16.00")

  init?(_ text: String) {
    guard let minutes = OfficeHours.span(text) else { return nil }
    self.minutes = minutes
  }
}

/// A break, or none: `12.00-13.00`, `tanpa`.
struct Break: WordArgument {
  let spans: [Range<Int>]

  static let form = Phrase(id: "jam seperti 12.00-13.00, atau tanpa", en: "hours like 12.00-13.00, or tanpa for none")

  init?(_ text: String) {
    if text == "tanpa" {
      spans = []
    } else if let span = OfficeHours.span(text) {
      spans = [span]
    } else {
      return nil
    }
  }
}

/// What becomes of collective leave.
enum CollectiveLeave: String, ChoiceArgument {
  case taken = "libur"
  case worked = "kerja"
}
