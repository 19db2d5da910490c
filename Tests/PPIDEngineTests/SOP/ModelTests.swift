import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

/// Ten thousand commands of an office's people against ``OfficeModel``, which knows the SOP from its description alone.
///
/// `PPID_MODEL=17,18:50000` runs other seeds, and more commands of each.
@Suite struct ModelTests {
  struct Run: Sendable, CustomTestStringConvertible {
    let seed: UInt64
    let count: Int
    var testDescription: String { "\(seed):\(count)" }
  }

  private static let runs: [Run] = {
    let words = ProcessInfo.processInfo.environment["PPID_MODEL"].map { $0.split(separator: ",") } ?? ["7"]
    return words.compactMap { word in
      let parts = word.split(separator: ":").compactMap { UInt64($0) }
      return parts.first.map { Run(seed: $0, count: parts.count > 1 ? Int(parts[1]) : 10_000) }
    }
  }()

  @Test(arguments: runs)
  func `an office does what the SOP says, whatever its people try`(_ run: Run) throws {
    let trial = try OfficeTrial(seed: run.seed)
    for number in 1...run.count {
      try trial.step()
      if number % 1000 == 0 || number == run.count { try trial.checkHistory() }
    }
    // Months were really lived through, and much was really refused.
    #expect(trial.closedMonths > run.count / 500, "\(trial.summary)")
    #expect(trial.verdicts[.forbidden, default: 0] > run.count / 50, "\(trial.summary)")
    #expect(trial.verdicts[.refused, default: 0] > run.count / 50, "\(trial.summary)")
    if ProcessInfo.processInfo.environment["PPID_MODEL"] != nil { print(trial.summary) }
  }
}
