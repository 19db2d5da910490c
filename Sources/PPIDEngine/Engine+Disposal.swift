import Foundation
import GRDB
import PPIDValues

extension Engine {
  /// All disposals: nomor, jenis, keadaan, rekaman, sampai, and who did what when.
  package func disposals() throws -> Relation {
    try require(.readArchive)
    return .disposals(try visibility())
  }

  /// The records of a disposal.
  package func items(of number: DisposalNumber) throws -> Relation {
    try require(.readArchive)
    _ = try disposal(number)
    return .items(of: number, try visibility())
  }

  package func disposal(_ number: DisposalNumber) throws -> Disposal {
    try require(.readArchive)
    return try store.read { try knownDisposal(number, $0) }
  }

  /// Proposes a disposal of these records; of all that are due for it on a day (today, where nil) without an exception, a hold or
  /// another matter under way, where none is named. What was left out is remarked on.
  package func propose(_ kind: DisposalKind, of numbers: [RecordNumber], until day: CalendarDate?) throws -> (
    number: DisposalNumber, count: Int
  ) {
    try require(.careForArchive)
    var result: (number: DisposalNumber, count: Int)?
    try change { db, _, now in
      let day = day ?? now.date
      let records = try numbers.isEmpty ? dueRecords(for: kind, until: day, db) : namedRecords(numbers, for: kind, until: day, db)
      guard !records.isEmpty else { throw DisposalRefusal.nothingDue(kind) }
      let number = try store.insertDisposal(kind, of: records, judgedOn: day, by: actor().name, at: now, db)
      result = (number, records.count)
      return Event(
        "susut usul", number.description,
        after: [
          Field("jenis", .text(kind.rawValue)), Field("sampai", .date(day)), Field("rekaman", .int(records.count)),
        ], count: records.count)
    }
    return result!
  }

  /// Approves a disposal: somebody else than who proposed it.
  package func approve(_ number: DisposalNumber) throws -> Disposal {
    try require(.approveDisposal)
    var result: Disposal?
    try change { db, _, now in
      let disposal = try knownDisposal(number, db, in: .proposed)
      let person = try actor().name
      try checkDutiesAreSeparate(disposal, approver: person, db)
      try checkHolds(of: store.items(of: number, db), db)
      try store.decide(number, .approved, Disposal.Act(person: person, time: now), db)
      result = try store.disposal(number, db)
      return Event(
        "susut setujui", number.description, before: [Field("keadaan", .text(disposal.state.rawValue))],
        after: [
          Field("keadaan", .text(DisposalState.approved.rawValue))
        ])
    }
    return result!
  }

  /// Refuses a disposal, which is over with that; its records are free again.
  package func refuse(_ number: DisposalNumber, reason: String) throws {
    try require(.approveDisposal)
    guard reason.contains(where: { !$0.isWhitespace }) else { throw DisposalRefusal.reasonMissing }
    try change { db, _, now in
      let disposal = try knownDisposal(number, db)
      guard disposal.state == .proposed || disposal.state == .approved else {
        throw DisposalRefusal.otherState(number, disposal.state, needs: .proposed)
      }
      try store.decide(number, .refused, reason: reason, Disposal.Act(person: actor().name, time: now), db)
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
    try require(.careForArchive)
    var result: (disposal: Disposal, records: Int, files: Int)?
    try change { db, event, now in
      let disposal = try knownDisposal(number, db, in: .approved)
      if let approver = disposal.decided?.person { try checkDutiesAreSeparate(disposal, approver: approver, db) }
      let ids = try store.items(of: number, db)
      try checkHolds(of: ids, db)
      try checkFreezes(of: ids, except: number, db)
      try checkRetention(of: ids, for: disposal, db)
      var revisions = RevisionDigest()
      for record in try store.records(ids, db).sorted(by: { $0.id < $1.id }) {
        let change = try store.update(record, to: record.content, status: disposal.kind.status, event: event, at: now, db)
        if let before = change.flatMap({ FieldText.object($0.before) }) { revisions.add(record: record.id, before: before) }
      }
      let files = disposal.kind == .destroy ? try store.files(of: ids, db) : []
      for file in files { try store.destroy(file, in: number, db) }
      if disposal.kind == .destroy { try store.discardContents(onceOf: ids, db) }
      try store.markExecuted(number, by: actor().name, at: now, db)
      result = (try knownDisposal(number, db), ids.count, files.count)
      return Event(
        "susut laksanakan", number.description,
        after: [
          Field("jenis", .text(disposal.kind.rawValue)), Field("rekaman", .int(ids.count)), Field("berkas", .int(files.count)),
        ], count: ids.count, digest: revisions.value)
    }
    return result!
  }

  /// Writes the minutes of a disposal with its list, and the certificate of a destruction: as Markdown, a page, or the data
  /// themselves, by the ending of the file's name (md, html, csv, json). Only what the person may see; a draft in `reader`'s language.
  package func writeMinutes(of number: DisposalNumber, to path: String, in reader: Language) throws {
    let list = try items(of: number)
    guard let form = DisposalMinutes.Form(rawValue: path.fileEnding.lowercased()) else {
      throw DisposalRefusal.unknownForm(path)
    }
    var rows: [[FieldValue]] = []
    let cursor = try self.rows(of: list, reading: Array(list.columns.indices))
    var row: [FieldValue] = []
    while try cursor.next(&row) { rows.append(row) }
    let seen = Set(rows.compactMap { $0.first?.text })
    let minutes = try store.read { db in
      DisposalMinutes(
        disposal: try knownDisposal(number, db), office: try store.setting(.officeName, db), reader: reader,
        columns: list.columns.map(\.name), rows: rows,
        files: try store.destroyedFiles(in: number, db).filter { seen.contains($0.file.record.description) })
    }
    let file = try StagedFile(path: path)
    try file.write(minutes.text(form))
    try file.close()
    try stage(file)
  }

  // MARK: Rules

  func knownDisposal(_ number: DisposalNumber, _ db: Database, in state: DisposalState? = nil) throws -> Disposal {
    guard let disposal = try store.disposal(number, db) else { throw DisposalRefusal.unknown(number) }
    if let state, disposal.state != state { throw DisposalRefusal.otherState(number, disposal.state, needs: state) }
    return disposal
  }

  /// All that is due for a kind of disposal and can be taken without a person's look at it.
  private func dueRecords(for kind: DisposalKind, until day: CalendarDate, _ db: Database) throws -> [DueRecord] {
    let due = try store.dueRecords(until: day, db).filter(kind.mayTake)
    let taken = due.filter(kind.takes)
    let ids = taken.map(\.number.value)
    let held = Set(try store.held(among: ids, db))
    let frozen = Set(try store.freezes(of: ids, db).map { RecordNumber($0.record) })
    let left = due.count - taken.count
    if left > 0 {
      remark(
        Phrase(
          id: "\(left) arsip harus dinilai atau dikecualikan dulu; sebutkan nomornya bila hendak diikutkan",
          en: "\(left) records must be assessed, or are subject to an exception; name those that are to be taken"))
    }
    if !held.isEmpty { remark(Phrase(id: "\(held.count) arsip ditahan", en: "\(held.count) records are held")) }
    return taken.filter { !held.contains($0.number) && !frozen.contains($0.number) }
  }

  private func namedRecords(_ numbers: [RecordNumber], for kind: DisposalKind, until day: CalendarDate, _ db: Database) throws
    -> [DueRecord]
  {
    let ids = Set(numbers.map(\.value)).sorted()
    for id in ids { _ = try visibleRecord(RecordNumber(id), db) }
    try checkHolds(of: ids, db)
    try checkFreezes(of: ids, db)
    return try fitting(ids, for: kind, until: day, db)
  }

  /// Throws unless the retention still allows what was approved: a fate, an event or a code may have changed since.
  func checkRetention(of ids: [Int], for disposal: Disposal, _ db: Database) throws {
    _ = try fitting(ids, for: disposal.kind, until: disposal.judgedOn, db)
  }

  private func fitting(_ ids: [Int], for kind: DisposalKind, until day: CalendarDate, _ db: Database) throws -> [DueRecord] {
    let due = try store.dueRecords(until: day, of: ids, db)
    let fitting = due.filter(kind.mayTake)
    let fit = Set(fitting.map(\.number.value))
    let actions = Dictionary(uniqueKeysWithValues: due.map { ($0.number.value, $0.action) })
    let unfit = ids.filter { !fit.contains($0) }.map { (RecordNumber($0), actions[$0] ?? nil) }
    guard unfit.isEmpty else { throw DisposalRefusal.unfit(kind, unfit) }
    return fitting
  }

  private func checkHolds(of ids: [Int], _ db: Database) throws {
    let held = try store.held(among: ids, db)
    guard held.isEmpty else { throw DisposalRefusal.held(held) }
  }

  func checkFreezes(of ids: [Int], except: DisposalNumber? = nil, _ db: Database) throws {
    let frozen = try store.freezes(of: ids, except: except, db)
    guard frozen.isEmpty else { throw DisposalRefusal.frozen(frozen.map { (RecordNumber($0.record), by: $0.by) }) }
  }

  private func checkDutiesAreSeparate(_ disposal: Disposal, approver: String, _ db: Database) throws {
    guard try store.setting(.separatesDuties, db) == Setting.yes, disposal.proposed.person == approver else { return }
    throw DisposalRefusal.ownProposal(disposal.number, person: approver)
  }
}
