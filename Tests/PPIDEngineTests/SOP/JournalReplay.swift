import Foundation

/// Rebuilds where everything stands from the journal alone: what was done to what, and what the entry tells of it.
struct JournalReplay {
  struct Place: Equatable {
    var step: Int
    var state = "menunggu"
    var round = 1
  }

  /// By `2026-11/BU`, `2026-11` for the month's own part, `2026-S2#13` for an activity of the half-year.
  private(set) var places: [String: Place] = [:]
  private(set) var closed: Set<String> = []

  /// One entry; what it doesn't understand moves nothing.
  mutating func take(action: String, subject: String, after: [String: Any]) {
    switch action {
    case "siklus buka": open(subject, after)
    case "siklus tutup": closed.insert(subject)
    case "siklus kecualikan": places[subject]?.state = "dikecualikan"
    case "langkah mulai", "langkah selesai": move(subject, after)
    case "langkah putus":
      move(subject, after)
      for unit in (after["unit"] as? String ?? "").split(separator: ",") {
        guard let old = places["\(subject)/\(unit)"], let step = after["kembali"] as? Int else { continue }
        places["\(subject)/\(unit)"] = Place(step: step, round: old.round + 1)
      }
    case "serah kirim", "serah terima": move(after["siklus"] as? String ?? "", after)
    case "dip tetapkan": pass(subject.split(separator: ".")[0], from: 8)
    case "dip terbit": pass(subject.split(separator: ".")[0], from: 9)
    default: break
    }
  }

  private mutating func open(_ period: String, _ after: [String: Any]) {
    guard !period.contains("S") else {
      for step in 13...15 { places["\(period)#\(step)"] = Place(step: step) }
      return
    }
    places[period] = Place(step: 8)
    for unit in (after["unit"] as? String ?? "").split(separator: ",") { places["\(period)/\(unit)"] = Place(step: 1) }
  }

  private mutating func move(_ track: String, _ after: [String: Any]) {
    guard let step = after["menuju"] as? Int, let state = after["keadaan"] as? String, let round = after["putaran"] as? Int else { return }
    places[track.contains("S") ? "\(track)#\(step)" : track] = Place(step: step, state: state, round: round)
  }

  /// Determining and publishing move the month's own part when it stands at them.
  private mutating func pass(_ month: Substring, from step: Int) {
    guard let place = places[String(month)], place.step == step else { return }
    places[String(month)] = Place(step: step + 1, round: place.round)
  }
}
