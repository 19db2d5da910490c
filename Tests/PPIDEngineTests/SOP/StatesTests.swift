import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

/// `Documentation/States.md` against the code: what is drawn there is what the built-in edition does.
@Suite struct StatesTests {
  /// An arrow of a drawing.
  private struct Arrow: Hashable, Comparable, CustomStringConvertible {
    let from: String
    let to: String
    let event: String
    /// Up to what the person chooses.
    let command: String

    var description: String { "\(from) --> \(to) : \(event) — \(command)" }

    static func < (left: Arrow, right: Arrow) -> Bool { left.description < right.description }
  }

  private static let page: String = {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Documentation/States.md")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }()

  private static var drawn: [Arrow] {
    page.split(separator: "\n").compactMap { line in
      guard let match = line.wholeMatch(of: /\s*(\S+) --> (\S+) : (\S+)(?: — (.+))?/), match.1 != "[*]" else { return nil }
      return Arrow(from: String(match.1), to: String(match.2), event: String(match.3), command: match.4.map(String.init) ?? "")
    }
  }

  private static func command(_ activity: Activity, isReported: Bool, _ event: StepEventKind) -> String {
    let command = activity.gate?.command(step: "\(activity.number)", isReported: isReported, unit: "U", period: "P", handover: "ST-1")
    return (command ?? "").replacing("ya|tidak", with: event.rawValue)
  }

  /// What the edition says, as arrows.
  private static func arrows(of procedure: Procedure) -> [Arrow] {
    procedure.activities.flatMap { activity -> [Arrow] in
      let here = "L\(activity.number)"
      let end = "\(here)_\(TrackState.done.rawValue)"
      let next = activity.cycle == .halfYear ? nil : procedure.next(after: activity)
      let ahead = next.map { "L\($0.number)" } ?? end
      func arrow(_ from: String, _ to: String, _ event: StepEventKind, isReported: Bool = false, adding more: String = "") -> Arrow {
        Arrow(from: from, to: to, event: event.rawValue, command: command(activity, isReported: isReported, event) + more)
      }
      var arrows: [Arrow] = []
      let reported = "\(here)_\(TrackState.reported.rawValue)"
      let asked = activity.isReportedFirst ? reported : here
      if activity.isReportedFirst { arrows.append(arrow(here, reported, .reported)) }
      if activity.decider == nil {
        arrows.append(arrow(here, ahead, .finished))
      } else {
        arrows.append(arrow(asked, ahead, .yes, isReported: true))
      }
      for place in activity.returns {
        let choice = place.reason.map { " --alasan \($0.rawValue)" } ?? " --ke \(place.step)"
        let target = procedure[place.step]
        let isElsewhere = target?.cycle != activity.cycle
        let to = isElsewhere ? procedure.activity(.determination).number : place.step
        arrows.append(arrow(asked, "L\(to)", .no, isReported: true, adding: choice))
        if isElsewhere, let last = procedure.activities.last(where: { $0.cycle == target?.cycle }) {
          arrows.append(
            Arrow(
              from: "L\(last.number)_\(TrackState.done.rawValue)", to: "L\(place.step)", event: StepEventKind.reopened.rawValue,
              command: command(activity, isReported: true, .no) + choice))
        }
      }
      if activity.gate == .receipt {
        arrows.append(Arrow(from: here, to: ahead, event: StepEventKind.passed.rawValue, command: ""))
      }
      if activity.gate == .managementReport {
        arrows.append(
          Arrow(from: end, to: end, event: StepEventKind.acknowledged.rawValue, command: "langkah terima \(activity.number) --siklus P"))
      }
      if activity.cycle == .halfYear {
        for earlier in activity.after {
          arrows.append(Arrow(from: "L\(earlier)_\(TrackState.done.rawValue)", to: here, event: "membuka", command: ""))
        }
      }
      return arrows
    }
  }

  @Test func `the drawings show what the built-in edition does, and nothing else`() throws {
    let expected = try Self.arrows(of: .builtIn())
    #expect(expected.count > 20)
    let drawn = Self.drawn
    #expect(Set(drawn).count == drawn.count, "an arrow is drawn twice")
    #expect(Set(drawn).subtracting(expected).sorted() == [], "drawn, but not so")
    #expect(Set(expected).subtracting(drawn).sorted() == [], "so, but not drawn")
  }

  /// The first cells of the table below a heading, without its head.
  private static func names(below heading: String) -> [String] {
    guard let start = page.range(of: "\n## \(heading)\n") else { return [] }
    let rest = page[start.upperBound...]
    let section = rest.range(of: "\n## ").map { rest[..<$0.lowerBound] } ?? rest
    return section.split(separator: "\n").compactMap { $0.firstMatch(of: /^\| `([^`]+)` \|/).map { String($0.1) } }
  }

  @Test func `every state and every event of the code has its row`() {
    #expect(Self.names(below: "States").sorted() == TrackState.allCases.map(\.rawValue).sorted())
    #expect(Self.names(below: "Events").sorted() == StepEventKind.allCases.map(\.rawValue).sorted())
  }

  @Test func `the edition's columns and gates are those that are read`() throws {
    let head = try #require(Procedure.rows(Procedure.builtInEdition).first)
    let names = Self.names(below: "Editions")
    #expect(Array(names.prefix(head.count)) == head)
    for kind in CycleKind.allCases {
      let gates = Gate.allCases.filter { $0.cycle == kind }.map { "`\($0.rawValue)`" }.joined(separator: ", ")
      #expect(Self.page.contains("| `\(kind.rawValue)` | \(gates) |"))
    }
  }
}
