import GRDB
import PPIDValues

/// A hand-over as it was sent or received.
package struct HandoverOutcome: Sendable {
  package let number: HandoverNumber
  package let track: Track
  /// How many records it holds.
  package let count: Int
}

extension Engine {
  /// Activity 2: sends what the unit has to hand over to Tim Sekretariat.
  ///
  /// - Parameters:
  ///   - printed: how many printed copies go with it.
  ///   - isNil: says that there is nothing to hand over this month.
  ///   - package: a folder that gets a BagIt package of the list and its files.
  package func sendHandover(
    unit: UnitCode?, in period: Period?, printed: (count: Int, unit: PrintedUnit)?, isNil: Bool, package: String? = nil
  ) throws -> HandoverOutcome {
    try require(.deliver)
    var outcome: HandoverOutcome?
    try change { db, event, now in
      var turn = try findTurn(at: .gate(.handingOver), unit: unit, in: period, db)
      guard let unit = turn.unit else { throw WorkflowRefusal.unitNeeded(step: turn.activity.number) }
      if let other = try store.monthOfOtherHandover(unitID: unit.id, track: turn.track, db) {
        throw WorkflowRefusal.otherHandover(unit.code, other)
      }
      let hasSomething = try store.hasUndelivered(unitID: unit.id, db)
      if isNil, hasSomething { throw WorkflowRefusal.somethingToHandOver(unit.code) }
      if !isNil, !hasSomething { throw WorkflowRefusal.nothingToHandOver(unit.code) }
      let (number, count) = try store.insertHandover(
        of: turn.track, unitID: unit.id, isNil: isNil, printed: printed, at: now, by: actor().name, journal: event, db)
      if let package { try writePackage(of: number, of: unit, to: package, on: now.date, db) }
      try proceed(&turn, by: StepEvent(.finished), at: now, event: event, db)
      outcome = HandoverOutcome(number: number, track: turn.track, count: count)
      return Event(
        "serah kirim", number.description,
        after: [Field("siklus", .text(turn.track.name))]
          + Engine.fields(
            turn,
            [
              Field("isi", .int(count)), Field("cetak", printed.map { .int($0.count) } ?? .null),
              Field("satuan", .optional(printed?.unit.rawValue)),
            ]))
    }
    return outcome!
  }

  /// Activity 5: receives a hand-over: the revisions as they are now are those that will be judged.
  ///
  /// - Parameter package: a BagIt package that came with it; what is wrong with it is noted as a difference.
  package func receiveHandover(
    _ number: HandoverNumber, counted: Int?, difference: String?, package: String? = nil
  ) throws -> HandoverOutcome {
    try require(.receive)
    var outcome: HandoverOutcome?
    try change { db, event, now in
      guard let handover = try store.handover(number, db), let track = try store.track(handover.trackID, db) else {
        throw WorkflowRefusal.unknownHandover(number)
      }
      guard handover.state == .sent || handover.state == .received else {
        throw WorkflowRefusal.notUnderWay(number, handover.state)
      }
      var turn = try findTurn(at: .gate(.receipt), unit: track.unit, in: track.period, db)
      if let printed = handover.printed, counted == nil { throw WorkflowRefusal.countNeeded(printed.count, printed.unit) }
      if handover.printed == nil, counted != nil { throw WorkflowRefusal.nothingToCount }
      let noted = try Engine.difference(handover, counted, faults: fixityFaults(of: number, db) + packageFaults(package), difference)
      try store.receive(number, counted: counted, difference: noted, at: now, by: actor().name, journal: event, db)
      try proceed(&turn, by: StepEvent(.finished, note: noted), at: now, event: event, db)
      let count = try store.items(of: number, db).count
      outcome = HandoverOutcome(number: number, track: turn.track, count: count)
      return Event(
        "serah terima", number.description,
        after: [Field("siklus", .text(turn.track.name))]
          + Engine.fields(
            turn,
            [Field("isi", .int(count)), Field("hitung", counted.map(FieldValue.int) ?? .null), Field("selisih", .optional(noted))]))
    }
    return outcome!
  }

  /// What is noted of a hand-over: printed copies that were counted differently, files that aren't what was handed over, and what the
  /// receiver notes.
  private static func difference(_ handover: Handover, _ counted: Int?, faults: [String], _ note: String?) -> String? {
    var found = faults
    if let printed = handover.printed, let counted, counted != printed.count {
      found.insert("dikirim \(printed.count) \(printed.unit.rawValue), dihitung \(counted)", at: 0)
    }
    found += [note].compactMap(\.self)
    return found.isEmpty ? nil : found.joined(separator: "; ")
  }

  private func packageFaults(_ path: String?) throws -> [String] {
    try path.map { try Bag(path: $0).faults(check: store.checkInterruption).map { "paket \($0.path): \($0.kind.rawValue)" } } ?? []
  }

  /// The files of a hand-over that aren't what their SHA-256 says: each read once, on the way in.
  private func fixityFaults(of number: HandoverNumber, _ db: Database) throws -> [String] {
    try store.files(of: store.livingItems(of: number, db).map(\.value), db).compactMap { file in
      try store.checkInterruption()
      return try store.contents.fault(of: file.digest, size: file.size, check: store.checkInterruption).map {
        "\(file.record) \(file.name): \($0.rawValue)"
      }
    }
  }

  /// Writes what a hand-over holds as a package after RFC 8493: `daftar.csv`, which an import reads, and the files by record.
  private func writePackage(of number: HandoverNumber, of unit: StoredUnit, to path: String, on day: CalendarDate, _ db: Database) throws {
    let bag = try BagWriter(path: path)
    let ids = try store.items(of: number, db)
    var list = ListWriter(profile: .data)
    var lines = list.header()
    for record in try store.records(ids, db).sorted(by: { $0.id < $1.id }) {
      lines += list.line(number: RecordNumber(record.id), unit: record.unit.text, content: record.content)
    }
    try bag.add("daftar.csv", lines)
    for file in try store.files(of: ids, db) {
      try bag.add(
        file.plainName, in: file.record.description, copying: store.contents.path(of: file.digest), digest: file.digest,
        check: store.checkInterruption)
    }
    let office = try store.setting(.officeName, db)
    let info = [("Source-Organization", office), ("External-Identifier", number.description), ("External-Description", unit.name)]
    try bag.finish(info.compactMap { label, value in value.map { (label: label, value: $0) } }, on: day)
    try store.stage(bag)
  }

  func procedure(of track: Track, _ db: Database) throws -> Procedure {
    guard let cycle = try store.cycle(track.period, db) else { return try store.currentProcedure(db).procedure }
    return try store.procedure(cycle.procedureID, db)
  }

  /// All hand-overs, the last one first.
  package func handovers() throws -> Relation {
    try require(.readArchive)
    return .handovers(try visibility())
  }

  /// What a hand-over holds.
  package func items(of number: HandoverNumber) throws -> Relation {
    try require(.readArchive)
    guard try store.read({ try store.handover(number, $0) }) != nil else { throw WorkflowRefusal.unknownHandover(number) }
    return .handoverItems(of: number, try visibility())
  }

  /// The control card of a record: who handed it to whom, and when.
  package func controlCard(of number: RecordNumber) throws -> Relation {
    try require(.readArchive)
    _ = try record(number)
    return .controlCard(of: number)
  }
}
