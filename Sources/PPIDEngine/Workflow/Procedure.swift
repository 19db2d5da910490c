import PPIDValues

/// The SOP as written: its activities in order, as an office publishes them, joined with what an edition says of how they run.
/// A running cycle is something else.
package struct Procedure: Sendable {
  package let title: String
  package let activities: [Activity]
  /// The two tables as they were read, to be kept.
  let published: String
  let edition: String

  /// What the edition that comes with the program is called.
  static let builtInName = "bawaan"

  /// The edition that comes with the program.
  package static func builtIn() throws -> Procedure {
    try Procedure(published: String(decoding: PackageResources.sop_ppid_tsv, as: UTF8.self), edition: builtInEdition)
  }

  static var builtInEdition: String { String(decoding: PackageResources.edisi_bawaan_tsv, as: UTF8.self) }

  /// Reads the table as its office publishes it (tab-separated, a title, two rows of heads) and the edition's table (see
  /// Documentation/States.md), and checks that every activity can be reached and every gate has its place.
  package init(published: String, edition: String) throws(ProcedureFault) {
    let rules = try Procedure.rules(edition)
    var title = ""
    var order: [Lane] = []
    var activities: [Activity] = []
    for (index, row) in Procedure.rows(published).enumerated() where !row.allSatisfy(\.isEmpty) {
      if let number = Int(row[0]) {
        guard row.count >= 9, !order.isEmpty else { throw .unreadableActivity(line: index + 1) }
        guard let rule = rules[number] else { throw .noLane(activity: number) }
        let time = row[6].nonEmpty
        if let time, StandardTime(time) == nil { throw .unreadableTime(activity: number, time) }
        let marks = zip(order, row[2..<5]).filter { !$1.isEmpty }
        activities.append(
          Activity(
            number: number, text: row[1], marks: Dictionary(uniqueKeysWithValues: marks), requirements: row[5].nonEmpty, time: time,
            output: row[7].nonEmpty, remark: row[8].nonEmpty, lane: rule.lane, cycle: rule.cycle, after: rule.after,
            gate: rule.gate, documents: rule.documents, decider: rule.decider, returns: rule.returns))
      } else if order.isEmpty, row.count >= 5, let lanes = Procedure.lanes(row[2..<5]) {
        order = lanes
      } else if activities.isEmpty, row.dropFirst().allSatisfy(\.isEmpty) {
        title = row[0]
      }
    }
    guard !activities.isEmpty, activities.map(\.number) == Array(1...activities.count) else { throw .outOfOrder }
    if let other = rules.keys.filter({ $0 > activities.count }).min() { throw .noSuchActivity(other) }
    self.title = title
    self.activities = activities
    self.published = published
    self.edition = edition
    try check()
  }

  package subscript(number: Int) -> Activity? {
    activities.indices.contains(number - 1) ? activities[number - 1] : nil
  }

  /// The activity that has this gate; every edition has each gate once.
  package func activity(_ gate: Gate) -> Activity { activities.first { $0.gate == gate }! }

  /// The activity that opens when `activity` of a delivery or month is finished; nil after the last.
  package func next(after activity: Activity) -> Activity? {
    activities.first { $0.cycle == activity.cycle && $0.after.contains(activity.number) }
  }

  /// The first activities of a part.
  package func beginnings(of cycle: CycleKind) -> [Activity] {
    activities.filter { $0.cycle == cycle && $0.after.isEmpty }
  }

  static func rows(_ text: String) -> [[String]] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
        String(cell).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
    }
  }

  private static func lanes(_ heads: ArraySlice<String>) -> [Lane]? {
    let lanes = heads.compactMap { head in Lane.allCases.first { $0.rawValue.uppercased() == head.uppercased() } }
    return lanes.count == 3 ? lanes : nil
  }
}

extension String {
  var nonEmpty: String? { isEmpty ? nil : self }
}
