import PPIDValues

extension Procedure {
  /// What an edition says of one activity.
  struct Rule {
    let lane: Lane
    let cycle: CycleKind
    let after: [Int]
    let gate: Gate?
    let documents: [ReportKind]
    let decider: Lane?
    let returns: [Return]
  }

  /// The columns of an edition's table.
  private static let columns = ["no", "pelaksana", "siklus", "setelah", "gerbang", "dokumen", "pemutus", "tidak"]

  /// Reads an edition's table: by activity.
  static func rules(_ edition: String) throws(ProcedureFault) -> [Int: Rule] {
    var rules: [Int: Rule] = [:]
    let rows = Procedure.rows(edition)
    guard rows.first == columns else { throw .unreadableEdition(line: 1, Phrase("no … tidak")) }
    for (index, row) in rows.enumerated().dropFirst() where !row.allSatisfy(\.isEmpty) {
      let line = index + 1
      // An editor may have cut off the empty cells at the end of a row.
      let cells = row + Array(repeating: "", count: max(0, columns.count - row.count))
      guard cells.count == columns.count, let number = Int(cells[0]) else { throw .unreadableEdition(line: line, Phrase("no")) }
      guard rules[number] == nil else { throw .activityTwice(number) }
      guard let lane = Lane(rawValue: cells[1]) else { throw .unreadableEdition(line: line, Phrase("pelaksana")) }
      guard let cycle = CycleKind(rawValue: cells[2]) else { throw .unreadableEdition(line: line, Phrase("siklus")) }
      guard let after = numbers(cells[3]) else { throw .unreadableEdition(line: line, Phrase("setelah")) }
      guard cells[4].isEmpty || Gate(rawValue: cells[4]) != nil else { throw .unreadableEdition(line: line, Phrase("gerbang")) }
      let documents = list(cells[5]).map(ReportKind.init)
      guard !documents.contains(nil) else { throw .unreadableEdition(line: line, Phrase("dokumen")) }
      guard cells[6].isEmpty || Lane(rawValue: cells[6]) != nil else { throw .unreadableEdition(line: line, Phrase("pemutus")) }
      guard let returns = returns(cells[7]), returns.isEmpty == cells[6].isEmpty else {
        throw .unreadableEdition(line: line, Phrase("tidak"))
      }
      rules[number] = Rule(
        lane: lane, cycle: cycle, after: after, gate: Gate(rawValue: cells[4]), documents: documents.compactMap(\.self),
        decider: Lane(rawValue: cells[6]), returns: returns)
    }
    return rules
  }

  private static func list(_ cell: String) -> [String] {
    cell.split(separator: ",").map { $0.split(separator: " ").joined(separator: " ") }.filter { !$0.isEmpty }
  }

  private static func numbers(_ cell: String) -> [Int]? {
    let words = list(cell)
    let numbers = words.compactMap { Int($0) }
    return numbers.count == words.count ? numbers : nil
  }

  /// Reads `tidak-lengkap: 1, tidak-sesuai: 3` or `1, 10`.
  private static func returns(_ cell: String) -> [Return]? {
    let words = list(cell)
    let returns = words.compactMap { word -> Return? in
      let parts = word.split(separator: ":").map { $0.split(separator: " ").joined() }
      switch parts.count {
      case 1: return Int(parts[0]).map { Return(reason: nil, step: $0) }
      case 2:
        guard let reason = ReturnReason(rawValue: parts[0]), let step = Int(parts[1]) else { return nil }
        return Return(reason: reason, step: step)
      default: return nil
      }
    }
    return returns.count == words.count ? returns : nil
  }

  // MARK: Checking

  func check() throws(ProcedureFault) {
    for gate in Gate.allCases {
      guard activities.count(where: { $0.gate == gate }) == 1 else { throw .gateNotOnce(gate) }
      let place = activity(gate)
      guard place.cycle == gate.cycle else { throw .gateElsewhere(gate, activity: place.number) }
    }
    for kind in CycleKind.allCases { try check(kind) }
    // The law leaves the DIP to the PPID alone.
    guard activity(.determination).lane == .ppid else { throw .determinedByOthers(activity(.determination).number) }
    for activity in activities {
      for place in activity.returns {
        guard let target = self[place.step], place.step < activity.number, target.cycle == activity.cycle || target.cycle == .delivery
        else { throw .noWayBack(activity: activity.number, place.step) }
      }
      guard (activity.decider != nil) == (activity.gate == .verdict || activity.gate == .acceptance) else {
        throw .misplacedDecision(activity: activity.number)
      }
      guard activity.isReportedFirst == (activity.gate == .verdict) else { throw .wrongDecider(activity: activity.number) }
    }
  }

  /// A delivery and a month are one line of activities; a half-year's may wait for several.
  private func check(_ kind: CycleKind) throws(ProcedureFault) {
    let part = activities.filter { $0.cycle == kind }
    for (index, activity) in part.enumerated() {
      let isReached =
        switch kind {
        case .delivery, .month: activity.after == (index == 0 ? [] : [part[index - 1].number])
        case .halfYear: activity.after.allSatisfy { number in part[..<index].contains { $0.number == number } }
        }
      guard isReached else { throw .unreachable(activity: activity.number) }
    }
  }
}

/// What is wrong with an edition of the SOP.
package enum ProcedureFault: Refusal, Hashable {
  case unreadableFile(path: String, reason: String)
  case unreadableActivity(line: Int)
  /// The column of an edition's row that can't be read.
  case unreadableEdition(line: Int, Phrase)
  case noLane(activity: Int)
  /// The edition's table has a row for an activity that the SOP's table hasn't.
  case noSuchActivity(Int)
  case unreadableTime(activity: Int, String)
  case activityTwice(Int)
  case unreachable(activity: Int)
  case noWayBack(activity: Int, Int)
  case misplacedDecision(activity: Int)
  case wrongDecider(activity: Int)
  case gateNotOnce(Gate)
  case gateElsewhere(Gate, activity: Int)
  case determinedByOthers(Int)
  /// The activities are not numbered 1, 2, 3 … in order.
  case outOfOrder
  case nameTaken(String)

  package var kind: RefusalKind { .input }

  package var message: Phrase {
    switch self {
    case .unreadableFile(let path, let reason):
      Phrase(id: "`\(path)` tidak terbaca (\(reason))", en: "`\(path)` can't be read (\(reason))")
    case .unreadableActivity(let line):
      Phrase(id: "baris \(line) tabel SOP tidak terbaca", en: "line \(line) of the SOP's table can't be read")
    case .unreadableEdition(let line, let column):
      Phrase(
        id: "baris \(line) tabel edisi: kolom `\(column.id)` tidak terbaca",
        en: "line \(line) of the edition's table: the column `\(column.en)` can't be read")
    case .noLane(let activity):
      Phrase(id: "kegiatan \(activity) tidak punya pelaksana di tabel edisi", en: "activity \(activity) has no lane in the edition's table")
    case .noSuchActivity(let activity):
      Phrase(
        id: "kegiatan \(activity) ada di tabel edisi, tetapi tidak di tabel SOP",
        en: "activity \(activity) stands in the edition's table, but not in the SOP's")
    case .unreadableTime(let activity, let time):
      Phrase(id: "kegiatan \(activity): waktu `\(time)` tidak terbaca", en: "activity \(activity): the time `\(time)` can't be read")
    case .activityTwice(let activity):
      Phrase(id: "kegiatan \(activity) dua kali di tabel edisi", en: "activity \(activity) stands twice in the edition's table")
    case .unreachable(let activity):
      Phrase(id: "kegiatan \(activity) tidak pernah dicapai", en: "activity \(activity) is never reached")
    case .noWayBack(let activity, let target):
      Phrase(
        id: "kegiatan \(activity): jawaban tidak harus kembali ke kegiatan sebelumnya, bukan ke \(target)",
        en: "activity \(activity): the answer tidak must lead back to an earlier activity, not to \(target)")
    case .misplacedDecision(let activity):
      Phrase(
        id: "kegiatan \(activity): pemutus ada pada gerbang putusan-verifikasi dan putusan-laporan, dan hanya di situ",
        en: "activity \(activity): a decider belongs to the gates putusan-verifikasi and putusan-laporan, and nowhere else")
    case .wrongDecider(let activity):
      Phrase(
        id: "kegiatan \(activity): putusan-verifikasi diputus bukan oleh pelapornya, putusan-laporan oleh pelaksananya sendiri",
        en: "activity \(activity): putusan-verifikasi is decided by another lane than reports, putusan-laporan by its own")
    case .gateElsewhere(let gate, let activity):
      Phrase(
        id: "kegiatan \(activity): gerbang \(gate.rawValue) hanya untuk siklus \(gate.cycle.rawValue)",
        en: "activity \(activity): the gate \(gate.rawValue) belongs to the cycle \(gate.cycle.rawValue)")
    case .gateNotOnce(let gate):
      Phrase(id: "gerbang `\(gate.rawValue)` harus ada tepat satu kali", en: "the gate `\(gate.rawValue)` must stand exactly once")
    case .determinedByOthers(let activity):
      Phrase(
        id: "kegiatan \(activity): penetapan adalah wewenang PPID (UU 14/2008)",
        en: "activity \(activity): determining is the PPID's alone (UU 14/2008)")
    case .outOfOrder:
      Phrase(id: "nomor kegiatan SOP tidak berurutan dari 1", en: "the SOP's activities aren't numbered in order from 1")
    case .nameTaken(let name): Phrase(id: "edisi SOP `\(name)` sudah ada", en: "there is an edition `\(name)` of the SOP already")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .unreadableFile: nil
    case .unreadableActivity:
      Phrase(
        id: "tabel SOP dipisah tab: no, kegiatan, tiga pelaksana, kelengkapan, waktu, output, keterangan",
        en: "the SOP's table is tab-separated: no, kegiatan, three lanes, kelengkapan, waktu, output, keterangan")
    case .unreadableTime:
      Phrase(id: "tulis seperti `30 menit`, `1 jam`, `1 hari`, `1 bulan`", en: "write it like `30 menit`, `1 jam`, `1 hari`, `1 bulan`")
    case .nameTaken: Phrase(id: "pilih nama lain dengan `--nama`", en: "choose another name with `--nama`")
    default:
      Phrase(
        id: "lihat contohnya dengan `sop edisi bawaan | simpan edisi.tsv`",
        en: "see how it is done with `sop edisi bawaan | simpan edisi.tsv`")
    }
  }
}
