import PPIDEngine
import PPIDValues

/// The swimlane in a few rows: lanes below one another, activities from left to right, and where the tokens are.
struct DemoFlow {
  private let swimlane: Swimlane
  private let layout: FlowLayout
  private let isASCII: Bool
  private let language: Language
  private let width: Int

  private static let lanes: [Lane] = [.support, .secretariat, .ppid]
  private static let laneWidth = 16

  init(_ swimlane: Swimlane, width: Int, isASCII: Bool, _ language: Language) {
    self.swimlane = swimlane
    layout = FlowLayout(swimlane)
    self.isASCII = isASCII
    self.language = language
    self.width = width
  }

  /// Columns of one activity.
  private var cellWidth: Int {
    let count = max(swimlane.procedure.activities.count, 1)
    return min(max((width - DemoFlow.laneWidth) / count, 3), 9)
  }

  /// A row of numbers, one for each lane, one that names the tokens.
  func lines(style: (String, Style) -> String, highlighting number: Int?) -> [String] {
    let activities = swimlane.procedure.activities
    let numbers = activities.map { activity in
      let text = pad(activity.decider == nil ? "\(activity.number)" : "<\(activity.number)>")
      return activity.number == number ? style(text, .selected) : text
    }
    var lines = [pad("", to: DemoFlow.laneWidth) + numbers.joined()]
    for lane in DemoFlow.lanes {
      let cells = activities.map { cell(of: $0, in: lane, style) }
      lines.append(pad(lane.rawValue, to: DemoFlow.laneWidth) + cells.joined())
    }
    lines.append(CellText.cut(places, to: width))
    return lines
  }

  private func cell(of activity: Activity, in lane: Lane, _ style: (String, Style) -> String) -> String {
    let nodes = layout.nodes.filter { $0.activity.number == activity.number && $0.lane == lane }
    guard !nodes.isEmpty else { return pad("") }
    let here = nodes.flatMap(\.tokens).filter { $0.mark == .here }
    if let first = here.first {
      let sign = first.mark.sign(ascii: isASCII)
      // What is late is told below; here the name counts more.
      let names = [first.name, String(first.name.prefix { $0 != "!" && $0 != "(" })]
      let name = here.count > 1 ? "\(here.count)" : names.first { TextWidth.of($0) + 2 <= cellWidth } ?? ""
      return style(pad(sign + name, trailing: false), .strong) + " "
    }
    if isBehind(activity) { return style(pad(FlowToken.Mark.done.sign(ascii: isASCII)), .good) }
    return style(pad(isASCII ? "." : "·"), .faint)
  }

  /// Whether everything that runs through an activity has left it behind.
  private func isBehind(_ activity: Activity) -> Bool {
    let tracks = swimlane.tracks.filter { track in
      switch activity.cycle {
      case .delivery: track.unit != nil
      case .month: track.unit == nil && track.period.kind == .month
      case .halfYear: track.period.kind == .halfYear && track.step == activity.number
      }
    }
    return !tracks.isEmpty
      && tracks.allSatisfy { $0.state == .excused || $0.step > activity.number || $0.state == .done && $0.step == activity.number }
  }

  /// Which token stands where: `● BU 3, KEU 6   2026-11 8`.
  private var places: String {
    let here = layout.nodes.flatMap { node in node.tokens.filter { $0.mark == .here }.map { "\($0.name) \(node.activity.number)" } }
    let sign = FlowToken.Mark.here.sign(ascii: isASCII)
    if swimlane.tracks.isEmpty { return Phrase(id: "tidak ada siklus yang terbuka", en: "no cycle is open")[language] }
    return here.isEmpty ? "" : "\(sign) \(here.joined(separator: ", "))"
  }

  private func pad(_ text: String, to width: Int? = nil, trailing: Bool = true) -> String {
    let width = width ?? cellWidth - (trailing ? 0 : 1)
    return text + String(repeating: " ", count: max(width - TextWidth.of(text), 0))
  }
}
