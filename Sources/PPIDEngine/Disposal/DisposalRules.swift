import PPIDValues

/// What holds of disposals: which records may be taken, and what stands in the way.
struct DisposalRules {
  let inquiry: Inquiry

  private var rows: DisposalRows { DisposalRows(db: inquiry.db) }
  private var files: FileRows { FileRows(db: inquiry.db) }

  func knownDisposal(_ number: DisposalNumber, in state: DisposalState? = nil) throws -> Disposal {
    guard let disposal = try rows.disposal(number) else { throw DisposalRefusal.unknown(number) }
    if let state, disposal.state != state { throw DisposalRefusal.otherState(number, disposal.state, needs: state) }
    return disposal
  }

  // MARK: Records

  /// All that is due for a kind of disposal and can be taken without a person's look at it. What was left out is remarked on.
  func dueRecords(for kind: DisposalKind, until day: CalendarDate) throws -> [DueRecord] {
    let due = try rows.dueRecords(until: day).filter(kind.mayTake)
    let taken = due.filter(kind.takes)
    let ids = taken.map(\.number.value)
    let held = Set(try rows.held(among: ids))
    let frozen = Set(try files.freezes(of: ids).map { RecordNumber($0.record) })
    let left = due.count - taken.count
    if left > 0 {
      inquiry.remark(
        Phrase(
          id: "\(left) arsip harus dinilai atau dikecualikan dulu; sebutkan nomornya bila hendak diikutkan",
          en: "\(left) records must be assessed, or are subject to an exception; name those that are to be taken"))
    }
    if !held.isEmpty { inquiry.remark(Phrase(id: "\(held.count) arsip ditahan", en: "\(held.count) records are held")) }
    return taken.filter { !held.contains($0.number) && !frozen.contains($0.number) }
  }

  func namedRecords(_ numbers: [RecordNumber], for kind: DisposalKind, until day: CalendarDate) throws -> [DueRecord] {
    let ids = Set(numbers.map(\.value)).sorted()
    let records = RecordRules(inquiry: inquiry)
    for id in ids { _ = try records.visibleRecord(RecordNumber(id)) }
    try checkHolds(of: ids)
    try checkFreezes(of: ids)
    return try fitting(ids, for: kind, until: day)
  }

  /// Throws unless the retention still allows what was approved: a fate, an event or a code may have changed since.
  func checkRetention(of ids: [Int], for disposal: Disposal) throws {
    _ = try fitting(ids, for: disposal.kind, until: disposal.judgedOn)
  }

  private func fitting(_ ids: [Int], for kind: DisposalKind, until day: CalendarDate) throws -> [DueRecord] {
    let due = try rows.dueRecords(until: day, of: ids)
    let fitting = due.filter(kind.mayTake)
    let fit = Set(fitting.map(\.number.value))
    let actions = Dictionary(uniqueKeysWithValues: due.map { ($0.number.value, $0.action) })
    let unfit = ids.filter { !fit.contains($0) }.map { (RecordNumber($0), actions[$0] ?? nil) }
    guard unfit.isEmpty else { throw DisposalRefusal.unfit(kind, unfit) }
    return fitting
  }

  // MARK: What stands in the way

  func checkHolds(of ids: [Int]) throws {
    let held = try rows.held(among: ids)
    guard held.isEmpty else { throw DisposalRefusal.held(held) }
  }

  func checkFreezes(of ids: [Int], except: DisposalNumber? = nil) throws {
    let frozen = try files.freezes(of: ids, except: except)
    guard frozen.isEmpty else { throw DisposalRefusal.frozen(frozen.map { (RecordNumber($0.record), by: $0.by) }) }
  }

  func checkDutiesAreSeparate(_ disposal: Disposal, approver: String) throws {
    guard try inquiry.setting(.separatesDuties) == Setting.yes, disposal.proposed.person == approver else { return }
    throw DisposalRefusal.ownProposal(disposal.number, person: approver)
  }
}
