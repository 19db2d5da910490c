import PPIDEngine

/// How a command ends: done, forbidden (the role, the unit, the separation of duties), or refused for another reason.
enum Verdict: Error, Equatable { case done, forbidden, refused }

/// The office's SOP told naively: plain values, and for each command a function with what the SOP says of it.
struct OfficeModel {
  struct Person {
    let name: String
    let roles: Set<Role>
    let unit: String?
  }

  struct Record {
    let unit: String
    let kind: String?
    var content: Int
    var isFiled: Bool
    var isWithdrawn = false
    var revision = 1
  }

  /// A record as it was at a receipt.
  struct Fixed: Equatable {
    let content: Int
    let isWithdrawn: Bool
    let revision: Int
    let isFiled: Bool
  }

  enum Stage { case sent, received, over }

  struct Handover {
    let month: String
    let unit: String
    let items: [Int]
    let printed: Int?
    var stage = Stage.sent
    var fixed: [Int: Fixed] = [:]
  }

  struct Track: Equatable {
    var step: Int
    var state = "menunggu"
    var round = 1
    var by: String?

    var isSettled: Bool { state == "selesai" || state == "dikecualikan" }

    /// Goes on to `next`; the track ends where there is none.
    mutating func proceed(to next: Int?, by name: String) {
      if let next { step = next }
      state = next == nil ? "selesai" : "menunggu"
      by = name
    }

    mutating func goBack(to step: Int, by name: String) {
      self.step = step
      state = "menunggu"
      round += 1
      by = name
    }
  }

  struct Delivery {
    let unit: String
    var track = Track(step: 1)
    /// Of the present round.
    var isVerified = false
    var verifiers: Set<String> = []
  }

  struct Month {
    var deliveries: [Delivery]
    var own = Track(step: 8)
    var isClosed = false
    var hasAdvice = false
    var reporter: String?
    var isAcknowledged = false
    var nils: [String: Set<String>] = [:]
    /// Reports of the present round that were issued.
    var issued: Set<String> = []

    var isReady: Bool { deliveries.allSatisfy(\.track.isSettled) }
  }

  struct HalfYear {
    var tracks = [Track(step: 13), Track(step: 14), Track(step: 15)]
    var isClosed = false

    func isOpen(_ step: Int) -> Bool { step != 15 || tracks[0].isSettled && tracks[1].isSettled }
  }

  struct Edition {
    let period: String
    let content: [Int: Int]
  }

  var units: [String]
  var months: [String: Month] = [:]
  var halves: [String: HalfYear] = [:]
  var records: [Record] = []
  var released: [Int: Fixed] = [:]
  var pending: Set<Int> = []
  var handovers: [Handover] = []
  var editions: [Edition] = []
  var expected: [String: [String]] = [:]

  static let lanes: [Int: Role] = [
    1: .pendukung, 2: .pendukung, 3: .pendukung, 4: .pendukung, 5: .sekretariat, 6: .sekretariat, 7: .sekretariat, 8: .ppid,
    9: .sekretariat, 10: .sekretariat, 11: .ppid, 12: .ppid, 13: .sekretariat, 14: .ppid, 15: .ppid,
  ]

  // MARK: Looking

  func isMonth(_ period: String) -> Bool { !period.contains("S") }

  /// The unit's records that are new, changed or withdrawn since its last Y, by number.
  func undelivered(_ unit: String) -> [Int] {
    records.indices.filter { index in
      let record = records[index]
      guard record.unit == unit else { return false }
      guard let last = released[index + 1] else { return !record.isWithdrawn }
      return record.revision > last.revision
    }.map { $0 + 1 }
  }

  func openHandover(_ unit: String, _ month: String) -> Int? {
    handovers.lastIndex { $0.unit == unit && $0.month == month && $0.stage != .over }
  }

  func hasOtherHandover(_ unit: String, than month: String) -> Bool {
    handovers.contains { $0.unit == unit && $0.month != month && $0.stage != .over }
  }

  func living(_ unit: String) -> [Record] { records.filter { $0.unit == unit && !$0.isWithdrawn } }

  var inForce: [Int: Int] { editions.last?.content ?? [:] }

  /// What gate 1 misses: kinds, or anything at all (nil in the list).
  func missingKinds(_ unit: String, _ month: String) -> [String?] {
    let nils = months[month]?.nils[unit] ?? []
    let kinds = expected[unit] ?? []
    guard !kinds.isEmpty else {
      let isListed = inForce.keys.contains { records[$0 - 1].unit == unit }
      return isListed || !living(unit).isEmpty || !nils.isEmpty ? [] : [nil]
    }
    return kinds.filter { kind in !nils.contains(kind) && !living(unit).contains { $0.kind == kind } }
  }

  /// The records under way that 3 and 4 still miss something of.
  func unfiled(_ unit: String, _ month: String) -> [Int] {
    guard let index = openHandover(unit, month) else { return [] }
    return handovers[index].items.filter { !records[$0 - 1].isWithdrawn && !records[$0 - 1].isFiled }
  }

  /// An earlier open month whose 8 is undone.
  func earlierUndetermined(than period: String) -> Bool {
    months.contains { $0.key < period && !$0.value.isClosed && $0.value.own.step == 8 }
  }
}
