import PPIDValues

/// How the due time of an activity was reckoned.
package struct DeadlineReckoning: Sendable {
  package let track: Track
  package let activity: Activity
  /// Nil where the SOP gives no time.
  package let standard: StandardTime?
  /// In the order of the reckoning; the due time is the last one, unless the calendar doesn't reach so far.
  package let lines: [DeadlineLine]
}

/// When activities are due, by the SOP's standard times and the office's calendar.
struct Deadlines {
  let inquiry: Inquiry

  /// When an activity that opens at `time` is due; nil where the SOP gives it no time, or, with a remark, where the calendar
  /// doesn't reach.
  func due(_ activity: Activity, from time: LocalTime, in period: Period) throws -> LocalTime? {
    guard let standard = activity.time.flatMap(StandardTime.init) else { return nil }
    let calendar = try inquiry.calendar()
    do throws(CalendarFault) {
      return try calendar.due(standard, from: time, in: period)
    } catch {
      inquiry.remark(notReckoned(activity, in: period, error))
      return nil
    }
  }

  /// How the due time of the activity was reckoned where the turn stands, day by day; a remark says why there is none.
  func reckoning(of turn: Turn) throws -> DeadlineReckoning {
    let standard = turn.activity.time.flatMap(StandardTime.init)
    var lines: [DeadlineLine] = []
    if let standard {
      let calendar = try inquiry.calendar()
      let since = turn.track.since ?? turn.track.opened
      do throws(CalendarFault) {
        _ = try calendar.due(standard, from: since, in: turn.track.period) { lines.append($0) }
      } catch {
        inquiry.remark(notReckoned(turn.activity, in: turn.track.period, error))
      }
    } else {
      inquiry.remark(
        Phrase(
          id: "langkah \(turn.activity.number) tidak diberi waktu oleh SOP, jadi tidak punya tenggat",
          en: "the SOP gives step \(turn.activity.number) no time, so it has no due time"))
    }
    return DeadlineReckoning(track: turn.track, activity: turn.activity, standard: standard, lines: lines)
  }

  private func notReckoned(_ activity: Activity, in period: Period, _ fault: CalendarFault) -> Phrase {
    Phrase(
      id: "tenggat langkah \(activity.number) siklus \(period) tidak dihitung: \(fault.message.id)",
      en: "step \(activity.number) of the cycle \(period) has no due time: \(fault.message.en)")
  }

  /// When a step began: many tracks share it.
  private struct Beginning: Hashable {
    let step: Int
    let time: LocalTime
    let period: Period
  }

  /// Reckons the due times of all open steps again, and remarks on those that moved.
  func reckonAnew() throws {
    let rows = CycleRows(db: inquiry.db)
    var reckoned: [Beginning: LocalTime?] = [:]
    for track in try rows.tracks(of: nil) where !track.isSettled {
      let beginning = Beginning(step: track.step, time: track.since ?? track.opened, period: track.period)
      guard let activity = try Turns(inquiry: inquiry).procedure(of: track)[track.step] else { continue }
      let due = try reckoned[beginning] ?? due(activity, from: beginning.time, in: track.period)
      reckoned[beginning] = .some(due)
      guard let due, due != track.due else { continue }
      var moved = track
      moved.due = due
      try rows.update(moved)
      let name = "\(track.period)\(track.unit.map { " \($0)" } ?? "")"
      let old = track.due.map { "\($0)" }
      inquiry.remark(
        Phrase(
          id: "tenggat langkah \(track.step) (\(name)) kini \(due), sebelumnya \(old ?? "tidak ada")",
          en: "step \(track.step) (\(name)) is now due \(due), before: \(old ?? "never")"))
    }
  }
}
