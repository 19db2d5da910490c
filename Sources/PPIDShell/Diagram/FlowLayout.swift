import PPIDEngine
import PPIDValues

/// Where everything stands in the swimlane: lanes from left to right, one node a row, arrows with the way that they take. How
/// large a row or lane is, and with what it is drawn, is for those who draw it.
struct FlowLayout {
  struct Node {
    let activity: Activity
    let lane: Lane
    /// Whether Y or T is answered here.
    let isDecision: Bool
    /// Whether it is the decision on what was reported in the row above.
    let isAnswer: Bool
    var tokens: [FlowToken] = []
  }

  /// The way of an arrow from one row to another.
  enum Route: Hashable {
    /// To the next row.
    case down
    /// Back up, left of all lanes; the channels are counted from the lanes.
    case left(channel: Int)
    /// On to a later row, right of all lanes.
    case right(channel: Int)
  }

  enum Answer: String {
    case yes = "Y"
    case no = "T"
  }

  struct Arrow {
    let from: Int
    let to: Int
    let route: Route
    let answer: Answer?
  }

  struct Section {
    let kind: CycleKind
    let firstRow: Int
  }

  static let lanes: [Lane] = [.support, .secretariat, .ppid]

  let title: String
  /// The edition, and the time that the tokens are of.
  let subtitle: Phrase
  /// By row.
  private(set) var nodes: [Node] = []
  private(set) var sections: [Section] = []
  private(set) var arrows: [Arrow] = []
  private(set) var leftChannels = 0
  private(set) var rightChannels = 0

  init(_ swimlane: Swimlane) {
    let procedure = swimlane.procedure
    title = VisibleText.of(procedure.title)
    let time = swimlane.time.inWords
    let edition = VisibleText.of(swimlane.edition)
    subtitle = Phrase(id: "edisi SOP \(edition), \(time.id)", en: "edition \(edition) of the SOP, \(time.en)")
    var entries: [Int: Int] = [:]
    var exits: [Int: Int] = [:]
    for kind in CycleKind.allCases {
      sections.append(Section(kind: kind, firstRow: nodes.count))
      for activity in procedure.activities where activity.cycle == kind {
        let isReported = activity.isReportedFirst
        entries[activity.number] = nodes.count
        nodes.append(
          Node(activity: activity, lane: activity.lane, isDecision: activity.decider != nil && !isReported, isAnswer: false))
        if let decider = activity.decider, isReported {
          nodes.append(Node(activity: activity, lane: decider, isDecision: true, isAnswer: true))
          arrows.append(Arrow(from: nodes.count - 2, to: nodes.count - 1, route: .down, answer: nil))
        }
        exits[activity.number] = nodes.count - 1
      }
    }
    for activity in procedure.activities {
      for earlier in activity.after { addForward(exits[earlier], entries[activity.number]) }
    }
    let lastOfDelivery = procedure.activities.last { $0.cycle == .delivery }
    for first in procedure.beginnings(of: .month) {
      addForward(lastOfDelivery.flatMap { exits[$0.number] }, entries[first.number])
    }
    addReturns(procedure, entries, exits)
    place(swimlane, entries, exits)
  }

  private mutating func addForward(_ from: Int?, _ to: Int?) {
    guard let from, let to else { return }
    let answer: Answer? = nodes[from].isDecision ? .yes : nil
    guard to != from + 1 else {
      arrows.append(Arrow(from: from, to: to, route: .down, answer: answer))
      return
    }
    arrows.append(Arrow(from: from, to: to, route: .right(channel: rightChannels), answer: answer))
    rightChannels += 1
  }

  /// The shortest way back runs nearest to the lanes.
  private mutating func addReturns(_ procedure: Procedure, _ entries: [Int: Int], _ exits: [Int: Int]) {
    let ways = procedure.activities.filter { !$0.returns.isEmpty }.compactMap { activity -> (from: Int, to: [Int])? in
      let targets = Set(activity.returns.compactMap { entries[$0.step] }).sorted()
      return exits[activity.number].map { ($0, targets) }
    }
    let lengths = ways.sorted { $0.from - ($0.to.first ?? 0) < $1.from - ($1.to.first ?? 0) }
    for (channel, way) in lengths.enumerated() {
      for target in way.to {
        arrows.append(Arrow(from: way.from, to: target, route: .left(channel: channel), answer: .no))
      }
    }
    leftChannels = ways.count
  }

  private mutating func place(_ swimlane: Swimlane, _ entries: [Int: Int], _ exits: [Int: Int]) {
    let months = Set(swimlane.tracks.filter { $0.unit != nil }.map(\.period))
    for track in swimlane.tracks {
      let isBehind = track.state == .reported || track.state == .done
      guard let row = (isBehind ? exits : entries)[track.step] else { continue }
      nodes[row].tokens.append(FlowToken(track, at: swimlane.time, namesPeriod: months.count > 1))
    }
    for row in nodes.indices {
      let tokens = nodes[row].tokens
      nodes[row].tokens = FlowToken.Mark.allCases.flatMap { mark in tokens.filter { $0.mark == mark } }
    }
  }

  /// Every token, in no order.
  var tokens: [FlowToken] { nodes.flatMap(\.tokens) }

  /// The lane's place from the left.
  func column(of row: Int) -> Int { FlowLayout.lanes.firstIndex(of: nodes[row].lane) ?? 0 }
}

extension FlowLayout.Node {
  /// What stands beside or in the node.
  func title(_ language: Language) -> String {
    guard isAnswer else { return VisibleText.of(activity.text) }
    return Phrase(id: "\(lane.rawValue) memutus: Y atau T", en: "\(lane.rawValue) decides: Y or T")[language]
  }

  /// Where T leads, and for which reason.
  var returns: String? {
    guard isDecision else { return nil }
    let places = activity.returns.map { place in place.reason.map { "\($0.rawValue) \(place.step)" } ?? "\(place.step)" }
    return places.isEmpty ? nil : "T: \(places.joined(separator: ", "))"
  }
}

extension FlowLayout.Section {
  var title: Phrase {
    switch kind {
    case .delivery: Phrase(id: "penyerahan tiap unit", en: "delivery of each unit")
    case .month: Phrase(id: "bulan", en: "month")
    case .halfYear: Phrase(id: "semester", en: "half-year")
    }
  }
}
