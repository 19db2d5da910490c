import PPIDValues

extension Engine {
  /// The most urgent step that waits for the person, as the command that does it; nil where none does.
  package func nextSuggestion() throws -> String? {
    guard try actor().may(.readArchive) else { return nil }
    let queue = try queue(everybody: false)
    guard let row = try store.texts(of: [queue], reading: [0, 1, 2, 3], limit: 1).first, let step = Int(row[1]) else { return nil }
    return Engine.command(for: step, period: row[0], unit: row[2], isReported: row[3] == TrackState.reported.rawValue)
  }

  private static func command(for step: Int, period: String, unit: String, isReported: Bool) -> String {
    let unit = unit.isEmpty ? "" : " --unit \(unit)"
    return switch step {
    case 2: "serah kirim\(unit) --siklus \(period)"
    case 5: "serah terima\(unit) --siklus \(period)"
    case 7 where isReported: "langkah putus 7 ya\(unit) --siklus \(period)"
    case 8: "dip tetapkan \(period)"
    case 9: "dip terbit \(period) --ke situs"
    case 11: "langkah putus 11 ya --siklus \(period)"
    default: "langkah selesai \(step)\(unit) --siklus \(period)"
    }
  }
}
