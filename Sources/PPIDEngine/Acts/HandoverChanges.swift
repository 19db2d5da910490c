import PPIDValues

/// A hand-over as it was sent or received.
package struct HandoverOutcome: Sendable {
  package let number: HandoverNumber
  package let track: Track
  /// How many records it holds.
  package let count: Int
}

extension Workflow {
  /// Activity 2: sends what the unit has to hand over to Tim Sekretariat.
  ///
  /// - Parameters:
  ///   - printed: how many printed copies go with it.
  ///   - isNil: says that there is nothing to hand over this month.
  ///   - package: a folder that gets a BagIt package of the list and its files.
  package func sendHandover(
    unit: UnitCode?, in period: Period?, printed: (count: Int, unit: PrintedUnit)?, isNil: Bool, package: String? = nil
  ) throws -> HandoverOutcome {
    try desk.change(.deliver) { change in
      let rows = HandoverRows(db: change.db)
      var turn = try Turns(inquiry: change).findTurn(at: .gate(.handingOver), unit: unit, in: period)
      guard let unit = turn.unit else { throw WorkflowRefusal.unitNeeded(step: turn.activity.number) }
      if let other = try rows.monthOfOtherHandover(unitID: unit.id, track: turn.track) {
        throw WorkflowRefusal.otherHandover(unit.code, other)
      }
      let hasSomething = try rows.hasUndelivered(unitID: unit.id)
      if isNil, hasSomething { throw WorkflowRefusal.somethingToHandOver(unit.code) }
      if !isNil, !hasSomething { throw WorkflowRefusal.nothingToHandOver(unit.code) }
      let (number, count) = try rows.insertHandover(
        of: turn.track, unitID: unit.id, isNil: isNil, printed: printed, at: change.now, by: change.actor().name)
      if let package { try writePackage(of: number, of: unit, to: package, change) }
      try StepActs(change: change).proceed(&turn, by: StepEvent(.finished))
      let told = [
        Field("isi", .int(count)), Field("cetak", printed.map { .int($0.count) } ?? .null),
        Field("satuan", .optional(printed?.unit.rawValue)),
      ]
      return outcome("serah kirim", number, turn, count, told, change)
    }
  }

  /// Activity 5: receives a hand-over: the revisions as they are now are those that will be judged.
  ///
  /// - Parameter package: a BagIt package that came with it; what is wrong with it is noted as a difference.
  package func receiveHandover(
    _ number: HandoverNumber, counted: Int?, difference: String?, package: String? = nil
  ) throws -> HandoverOutcome {
    try desk.change(.receive) { change in
      let rows = HandoverRows(db: change.db)
      guard let handover = try rows.handover(number), let track = try CycleRows(db: change.db).track(handover.trackID) else {
        throw WorkflowRefusal.unknownHandover(number)
      }
      guard handover.state == .sent || handover.state == .received else {
        throw WorkflowRefusal.notUnderWay(number, handover.state)
      }
      var turn = try Turns(inquiry: change).findTurn(at: .gate(.receipt), unit: track.unit, in: track.period)
      if let printed = handover.printed, counted == nil { throw WorkflowRefusal.countNeeded(printed.count, printed.unit) }
      if handover.printed == nil, counted != nil { throw WorkflowRefusal.nothingToCount }
      let faults = try fixityFaults(of: number, change) + packageFaults(package, change)
      let noted = handover.difference(counted, faults: faults, difference)
      try rows.receive(number, counted: counted, difference: noted, at: change.now, by: change.actor().name)
      try StepActs(change: change).proceed(&turn, by: StepEvent(.finished, note: noted))
      let count = try rows.items(of: number).count
      let told = [
        Field("isi", .int(count)), Field("hitung", counted.map(FieldValue.int) ?? .null), Field("selisih", .optional(noted)),
      ]
      return outcome("serah terima", number, turn, count, told, change)
    }
  }

  /// How a hand-over stands now, and what the journal tells of it.
  private func outcome(
    _ action: String, _ number: HandoverNumber, _ turn: Turn, _ count: Int, _ told: [Field], _ change: Change
  ) -> (HandoverOutcome, Event?) {
    let fields = [Field("siklus", .text(turn.track.name))] + StepActs(change: change).fields(turn, told)
    return (
      HandoverOutcome(number: number, track: turn.track, count: count), Event(action, number.description, after: fields)
    )
  }

  // MARK: Faults

  private func packageFaults(_ path: String?, _ inquiry: Inquiry) throws -> [String] {
    try path.map { try Bag(path: $0).faults(check: inquiry.checkInterruption).map { "paket \($0.path): \($0.kind.rawValue)" } } ?? []
  }

  /// The files of a hand-over that aren't what their SHA-256 says: each read once, on the way in.
  private func fixityFaults(of number: HandoverNumber, _ inquiry: Inquiry) throws -> [String] {
    let records = try HandoverRows(db: inquiry.db).livingItems(of: number)
    let rules = FileRules(inquiry: inquiry)
    return try FileRows(db: inquiry.db).files(of: records.map(\.value)).compactMap { file in
      try inquiry.checkInterruption()
      return try rules.fault(of: file.digest, size: file.size).map { "\(file.record) \(file.name): \($0.rawValue)" }
    }
  }

  // MARK: Packages

  /// Writes what a hand-over holds as a package after RFC 8493: `daftar.csv`, which an import reads, and the files by record.
  private func writePackage(of number: HandoverNumber, of unit: StoredUnit, to path: String, _ change: Change) throws {
    let bag = try BagWriter(path: path)
    let ids = try HandoverRows(db: change.db).items(of: number)
    var list = ListWriter(profile: .data)
    var lines = list.header()
    for record in try RecordRows(db: change.db).records(ids).sorted(by: { $0.id < $1.id }) {
      lines += list.line(number: RecordNumber(record.id), unit: record.unit.text, content: record.content)
    }
    try bag.add("daftar.csv", lines)
    let contents = FileRules(inquiry: change).contents
    for file in try FileRows(db: change.db).files(of: ids) {
      try bag.add(
        file.plainName, in: file.record.description, copying: contents.path(of: file.digest), digest: file.digest,
        check: change.checkInterruption)
    }
    let office = try change.setting(.officeName)
    let info = [("Source-Organization", office), ("External-Identifier", number.description), ("External-Description", unit.name)]
    try bag.finish(info.compactMap { label, value in value.map { (label: label, value: $0) } }, on: change.now.date)
    try change.desk.archive.stage(bag)
  }
}
