/// `gabung`: each row with the columns of the rows of another table that have equal keys; `kosong` equals `kosong`.
///
/// A column of the other table that has the name of one of this table is left out.
final class JoinedTable: NestingSource {
  let columns: [Column]
  private let base: any TableSource
  private let other: any TableSource
  private let keys: [Int]
  private let otherKeys: [Int]
  /// The places of the columns that the other table adds.
  private let added: [Int]
  private let monitor: any Monitor

  /// `keys` and `otherKeys` are places of the same names, in the two tables.
  init(
    _ base: any TableSource, _ other: any TableSource, on keys: [Int], _ otherKeys: [Int], _ monitor: any Monitor
  ) {
    self.base = base
    self.other = other
    self.keys = keys
    self.otherKeys = otherKeys
    self.monitor = monitor
    added = other.columns.indices.filter { base.index(of: other.columns[$0].name) == nil }
    columns = base.columns + added.map { other.columns[$0] }
  }

  var depth: Int { max(base.depthAsStage, other.depthAsStage) }
  var plan: [PlanStep] {
    let names = keys.map { base.columns[$0].name }.joined(separator: ",")
    return base.plan + other.plan + [PlanStep(.above, "gabung --pada \(names)")]
  }

  func rows(reading columns: [Int]) throws -> any RowCursor {
    let ownCount = base.columns.count
    let wanted = columns.map { $0 < ownCount ? Source.own($0) : Source.others($0 - ownCount) }
    var matches: [ValueKey: [[Value]]] = [:]
    var pace = Pace(monitor)
    for row in try other.allRows(reading: otherKeys + added, monitor) {
      try pace.step()
      matches[try ValueKey(of: row[..<keys.count]), default: []].append(Array(row[keys.count...]))
    }
    return Cursor(
      try base.rows(reading: keys + Array(base.columns.indices)), keyCount: keys.count, wanted, matches, Pace(monitor))
  }

  /// Where a wanted value comes from.
  private enum Source {
    case own(Int)
    case others(Int)
  }

  private final class Cursor: RowCursor {
    private let base: any RowCursor
    private let keyCount: Int
    private let wanted: [Source]
    private let matches: [ValueKey: [[Value]]]
    private var pace: Pace
    private var own: [Value] = []
    private var found: ArraySlice<[Value]> = []

    init(
      _ base: any RowCursor, keyCount: Int, _ wanted: [Source], _ matches: [ValueKey: [[Value]]], _ pace: Pace
    ) {
      self.base = base
      self.keyCount = keyCount
      self.wanted = wanted
      self.matches = matches
      self.pace = pace
    }

    func next(_ row: inout [Value]) throws -> Bool {
      try pace.step()
      while found.isEmpty {
        try pace.step()
        guard try base.next(&own) else { return false }
        found = try matches[ValueKey(of: own[..<keyCount])]?[...] ?? []
      }
      let match = found.removeFirst()
      row.removeAll(keepingCapacity: true)
      for source in wanted {
        switch source {
        case .own(let place): row.append(own[keyCount + place])
        case .others(let place): row.append(match[place])
        }
      }
      return true
    }
  }
}
