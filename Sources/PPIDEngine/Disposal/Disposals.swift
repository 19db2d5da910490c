import PPIDValues

/// The door to disposals: proposing, approving, refusing and executing them, their minutes, and legal holds.
package struct Disposals {
  let desk: Desk
}

extension Disposals {
  /// All disposals: nomor, jenis, keadaan, rekaman, sampai, and who did what when.
  package func disposals() throws -> Relation {
    try desk.require(.readArchive)
    return DisposalTables.disposals(try desk.visibility())
  }

  /// The records of a disposal.
  package func items(of number: DisposalNumber) throws -> Relation {
    try desk.require(.readArchive)
    _ = try disposal(number)
    return DisposalTables.items(of: number, try desk.visibility())
  }

  package func disposal(_ number: DisposalNumber) throws -> Disposal {
    try desk.require(.readArchive)
    return try desk.read { try DisposalRules(inquiry: $0).knownDisposal(number) }
  }

  /// Proposes a disposal of these records; of all that are due for it on a day (today, where nil) without an exception, a hold or
  /// another matter under way, where none is named. What was left out is remarked on.
  package func propose(_ kind: DisposalKind, of numbers: [RecordNumber], until day: CalendarDate?) throws -> (
    number: DisposalNumber, count: Int
  ) {
    try desk.change(.careForArchive) { change in
      let day = day ?? change.now.date
      let rules = DisposalRules(inquiry: change)
      let records =
        try numbers.isEmpty ? rules.dueRecords(for: kind, until: day) : rules.namedRecords(numbers, for: kind, until: day)
      guard !records.isEmpty else { throw DisposalRefusal.nothingDue(kind) }
      let number = try DisposalRows(db: change.db).insertDisposal(
        kind, of: records, judgedOn: day, by: change.actor().name, at: change.now)
      let event = Event(
        "susut usul", number.description,
        after: [
          Field("jenis", .text(kind.rawValue)), Field("sampai", .date(day)), Field("rekaman", .int(records.count)),
        ], count: records.count)
      return ((number, records.count), event)
    }
  }

  /// Approves a disposal: somebody else than who proposed it.
  package func approve(_ number: DisposalNumber) throws -> Disposal {
    try desk.change(.approveDisposal) { change in
      let rows = DisposalRows(db: change.db)
      let rules = DisposalRules(inquiry: change)
      let disposal = try rules.knownDisposal(number, in: .proposed)
      let person = try change.actor().name
      try rules.checkDutiesAreSeparate(disposal, approver: person)
      try rules.checkHolds(of: rows.items(of: number))
      try rows.decide(number, .approved, Disposal.Act(person: person, time: change.now))
      let event = Event(
        "susut setujui", number.description, before: [Field("keadaan", .text(disposal.state.rawValue))],
        after: [
          Field("keadaan", .text(DisposalState.approved.rawValue))
        ])
      return (try rules.knownDisposal(number), event)
    }
  }

  /// Refuses a disposal, which is over with that; its records are free again.
  package func refuse(_ number: DisposalNumber, reason: String) throws {
    try desk.require(.approveDisposal)
    guard reason.contains(where: { !$0.isWhitespace }) else { throw DisposalRefusal.reasonMissing }
    try desk.change(.approveDisposal) { change in
      let disposal = try DisposalRules(inquiry: change).knownDisposal(number)
      guard disposal.state == .proposed || disposal.state == .approved else {
        throw DisposalRefusal.otherState(number, disposal.state, needs: .proposed)
      }
      try DisposalRows(db: change.db).decide(
        number, .refused, reason: reason, Disposal.Act(person: change.actor().name, time: change.now))
      return Event(
        "susut tolak", number.description, before: disposal.decisionFields,
        after: [
          Field("keadaan", .text(DisposalState.refused.rawValue)), Field("alasan", .text(reason)),
        ])
    }
  }

  /// Executes an approved disposal, in one transaction with all that belongs to it. Approval, holds, retention and custody are
  /// checked again at this moment. How many records and files.
  package func execute(_ number: DisposalNumber) throws -> (disposal: Disposal, records: Int, files: Int) {
    try desk.change(.careForArchive) { change in
      let rows = DisposalRows(db: change.db)
      let rules = DisposalRules(inquiry: change)
      let disposal = try rules.knownDisposal(number, in: .approved)
      if let approver = disposal.decided?.person { try rules.checkDutiesAreSeparate(disposal, approver: approver) }
      let ids = try rows.items(of: number)
      try rules.checkHolds(of: ids)
      try rules.checkFreezes(of: ids, except: number)
      try rules.checkRetention(of: ids, for: disposal)
      try setStatus(disposal.kind.status, of: ids, change)
      let files = disposal.kind == .destroy ? try destroyFiles(of: ids, in: number, change) : 0
      try rows.markExecuted(number, by: change.actor().name, at: change.now)
      let event = Event(
        "susut laksanakan", number.description,
        after: [
          Field("jenis", .text(disposal.kind.rawValue)), Field("rekaman", .int(ids.count)), Field("berkas", .int(files)),
        ], count: ids.count)
      return ((try rules.knownDisposal(number), ids.count, files), event)
    }
  }

  private func setStatus(_ status: String, of ids: [Int], _ change: Change) throws {
    let records = RecordRows(db: change.db)
    for record in try records.records(ids).sorted(by: { $0.id < $1.id }) {
      _ = try records.update(record, to: record.content, status: status, at: change.now)
    }
  }

  /// Destroys the files of records: the disposal's certificate tells them, and their bytes go when this is stored, those too that were
  /// taken from the records earlier. How many files.
  private func destroyFiles(of ids: [Int], in number: DisposalNumber, _ change: Change) throws -> Int {
    let rows = FileRows(db: change.db)
    let acts = FileActs(change: change)
    let files = try rows.files(of: ids)
    for file in files {
      try acts.detach(file)
      let isShared = try !rows.files(withDigest: file.digest).isEmpty
      try DisposalRows(db: change.db).insertDestroyed(file, isShared: isShared, in: number)
    }
    try acts.discardContents(onceOf: ids)
    return files.count
  }

  /// Writes the minutes of a disposal with its list, and the certificate of a destruction: as Markdown, a page, or the data
  /// themselves, by the ending of the file's name (md, html, csv, json). Only what the person may see; a draft in `reader`'s language.
  package func writeMinutes(of number: DisposalNumber, to path: String, in reader: Language) throws {
    let list = try items(of: number)
    guard let form = DisposalMinutes.Form(rawValue: path.fileEnding.lowercased()) else {
      throw DisposalRefusal.unknownForm(path)
    }
    var rows: [[FieldValue]] = []
    let cursor = try desk.rows(of: list)
    var row: [FieldValue] = []
    while try cursor.next(&row) { rows.append(row) }
    let seen = Set(rows.compactMap { $0.first?.text })
    let minutes = try desk.read { inquiry in
      DisposalMinutes(
        disposal: try DisposalRules(inquiry: inquiry).knownDisposal(number), office: try inquiry.setting(.officeName), reader: reader,
        columns: list.columns.map(\.name), rows: rows,
        files: try DisposalRows(db: inquiry.db).destroyedFiles(in: number).filter { seen.contains($0.file.record.description) })
    }
    let file = try StagedFile(path: path)
    try file.write(minutes.text(form))
    try file.close()
    try desk.archive.stage(file)
  }
}
