import PPIDValues

/// The lanes of the SOP's chart: who does an activity.
package enum Lane: String, Sendable, CaseIterable {
  case ppid = "PPID"
  case secretariat = "Tim Sekretariat"
  case support = "Tim Pendukung"

  /// The role of those who work in the lane.
  package var role: Role {
    switch self {
    case .ppid: .ppid
    case .secretariat: .sekretariat
    case .support: .pendukung
    }
  }
}

/// One activity of the SOP as it is published.
package struct Activity: Sendable, Hashable {
  package let number: Int
  /// `kegiatan`
  package let text: String
  /// What is printed in the lanes' columns: the Y and T of the chart.
  package let marks: [Lane: String]
  /// `kelengkapan`: what must be at hand.
  package let requirements: String?
  /// `waktu`: its standard time, as written (`1 jam`).
  package let time: String?
  /// `output`
  package let output: String?
  /// `keterangan`
  package let remark: String?
  /// `pelaksana`: from the edition file, because the chart's boxes are lost.
  package let lane: Lane
}

/// The SOP as written: its activities in order. A running cycle is something else.
package struct Procedure: Sendable {
  package let title: String
  package let activities: [Activity]

  /// The edition that comes with the program.
  package static func builtIn() throws -> Procedure {
    try Procedure(
      published: String(decoding: PackageResources.sop_ppid_tsv, as: UTF8.self),
      edition: String(decoding: PackageResources.edisi_bawaan_tsv, as: UTF8.self))
  }

  /// Reads the table as its office publishes it (tab-separated, a title, two rows of heads) and the edition file that tells each
  /// activity's lane.
  package init(published: String, edition: String) throws {
    var lanes: [Int: Lane] = [:]
    for (index, row) in Procedure.rows(edition).enumerated().dropFirst() where !row.allSatisfy(\.isEmpty) {
      guard row.count >= 2, let number = Int(row[0]), let lane = Lane(rawValue: row[1]) else {
        throw ProcedureFault.unreadableEdition(line: index + 1)
      }
      lanes[number] = lane
    }
    var title = ""
    var order: [Lane] = []
    var activities: [Activity] = []
    for (index, row) in Procedure.rows(published).enumerated() where !row.allSatisfy(\.isEmpty) {
      if let number = Int(row[0]) {
        guard row.count >= 9, !order.isEmpty else { throw ProcedureFault.unreadableActivity(line: index + 1) }
        guard let lane = lanes[number] else { throw ProcedureFault.noLane(activity: number) }
        let marks = zip(order, row[2..<5]).filter { !$1.isEmpty }
        activities.append(
          Activity(
            number: number, text: row[1], marks: Dictionary(uniqueKeysWithValues: marks), requirements: row[5].nonEmpty,
            time: row[6].nonEmpty, output: row[7].nonEmpty, remark: row[8].nonEmpty, lane: lane))
      } else if order.isEmpty, row.count >= 5, let lanes = Procedure.lanes(row[2..<5]) {
        order = lanes
      } else if activities.isEmpty, row.count == 1 || row.dropFirst().allSatisfy(\.isEmpty) {
        title = row[0]
      }
    }
    guard activities.map(\.number) == Array(1...max(1, activities.count)) else { throw ProcedureFault.outOfOrder }
    self.title = title
    self.activities = activities
  }

  package subscript(number: Int) -> Activity? {
    activities.indices.contains(number - 1) ? activities[number - 1] : nil
  }

  private static func lanes(_ heads: ArraySlice<String>) -> [Lane]? {
    let lanes = heads.compactMap { head in Lane.allCases.first { $0.rawValue.uppercased() == head.uppercased() } }
    return lanes.count == 3 ? lanes : nil
  }

  private static func rows(_ text: String) -> [[String]] {
    text.split(separator: /\r?\n/, omittingEmptySubsequences: false).map { line in
      line.split(separator: "\t", omittingEmptySubsequences: false).map { cell in
        String(cell).split(whereSeparator: \.isWhitespace).joined(separator: " ")
      }
    }
  }
}

/// What is wrong with an edition of the SOP.
package enum ProcedureFault: Refusal, Hashable {
  case unreadableActivity(line: Int)
  case unreadableEdition(line: Int)
  case noLane(activity: Int)
  /// The activities are not numbered 1, 2, 3 … in order.
  case outOfOrder

  package var kind: RefusalKind { .input }

  package var message: Phrase {
    switch self {
    case .unreadableActivity(let line):
      Phrase(id: "baris \(line) tabel SOP tidak terbaca", en: "line \(line) of the SOP's table can't be read")
    case .unreadableEdition(let line):
      Phrase(id: "baris \(line) berkas edisi SOP tidak terbaca", en: "line \(line) of the SOP's edition file can't be read")
    case .noLane(let activity):
      Phrase(id: "kegiatan \(activity) tidak punya pelaksana di berkas edisi", en: "activity \(activity) has no lane in the edition file")
    case .outOfOrder:
      Phrase(id: "nomor kegiatan SOP tidak berurutan dari 1", en: "the SOP's activities aren't numbered in order from 1")
    }
  }
}

extension String {
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
