import PPIDEngine

extension OfficeModel {
  /// Does what the command does, or says why not; then nothing has changed.
  mutating func apply(_ command: ModelCommand, by person: Person) -> Verdict {
    let before = self
    do throws(Verdict) {
      try perform(command, by: person)
      return .done
    } catch {
      self = before
      return error
    }
  }

  private func need(_ roles: Role..., of person: Person) throws(Verdict) {
    guard !person.roles.isDisjoint(with: roles) else { throw .forbidden }
  }

  private func month(_ name: String) throws(Verdict) -> Month {
    guard let month = months[name] else { throw .refused }
    return month
  }

  private mutating func perform(_ command: ModelCommand, by person: Person) throws(Verdict) {
    switch command {
    case .open(let period, let unlessOpen): try open(period, unlessOpen, person)
    case .close(let period): try close(period, person)
    case .excuse(let unit, let period): try excuse(unit, period, person)
    case .start(let step, let unit, let period): try start(step, unit, period, person)
    case .finish(let step, let unit, let period): try finish(step, unit, period, person)
    case .decide(7, let yes, let units, let period, let reason, let target):
      try decideDeliveries(yes, units, period, reason, target, person)
    case .decide(11, let yes, let units, let period, let reason, let target):
      try decideMonth(yes, units, period, reason, target, person)
    case .decide:
      try need(.ppid, of: person)
      throw .refused
    case .acknowledge(let period): try acknowledge(period, person)
    case .send(let unit, let period, let printed, let isNil): try send(unit, period, printed, isNil, person)
    case .receive(let number, let counted): try receive(number, counted, person)
    case .verify(let unit, let period): try verify(unit, period, person)
    case .advise(let period):
      try need(.pertimbangan, of: person)
      guard try !month(period).isClosed else { throw .refused }
      months[period]!.hasAdvice = true
    case .stateNil(let kind, let unit, let period): try stateNil(kind, unit, period, person)
    case .expect(let kind, let unit):
      try need(.sekretariat, .ppid, of: person)
      guard units.contains(unit), expected[unit]?.contains(kind) != true else { throw .refused }
      expected[unit, default: []].append(kind)
    case .add(let unit, let kind, let isFiled, let content):
      try need(.pendukung, .sekretariat, of: person)
      guard let unit = unit ?? person.unit, units.contains(unit) else { throw .refused }
      try mayWrite(unit, person)
      records.append(Record(unit: unit, kind: kind, content: content, isFiled: isFiled))
    case .edit(let number, let content):
      try changeable(number, person)
      records[number - 1].content = content
      records[number - 1].revision += 1
    case .file(let number):
      try changeable(number, person)
      if !records[number - 1].isFiled { records[number - 1].revision += 1 }
      records[number - 1].isFiled = true
    case .withdraw(let number):
      try changeable(number, person)
      records[number - 1].isWithdrawn = true
      records[number - 1].revision += 1
    case .determine(let period, let unlessDone): try determine(period, unlessDone, person)
    case .publish(let period):
      try need(.sekretariat, of: person)
      guard editions.contains(where: { $0.period == period }) else { throw .refused }
      if months[period]!.own.step == 9 { months[period]!.own.proceed(to: 10, by: person.name) }
    case .issue(let kind, let period): try issue(kind.rawValue, period, person)
    case .score(let period):
      try need(.ppid, of: person)
      guard !isMonth(period), scored.insert(period).inserted else { throw .refused }
    case .acceptProposals:
      try need(.ppid, of: person)
      for index in proposals { records[index].isProposed = true }
    case .addUnit(let unit):
      try need(.pengelola, of: person)
      guard !units.contains(unit) else { throw .refused }
      units.append(unit)
    }
  }

  // MARK: Cycles

  private mutating func open(_ period: String, _ unlessOpen: Bool, _ person: Person) throws(Verdict) {
    try need(.sekretariat, of: person)
    if months[period] != nil || halves[period] != nil {
      guard unlessOpen else { throw .refused }
    } else if isMonth(period) {
      guard period >= editions.last?.period ?? "" else { throw .refused }
      months[period] = Month(deliveries: units.map { Delivery(unit: $0) })
    } else {
      halves[period] = HalfYear()
    }
  }

  private mutating func close(_ period: String, _ person: Person) throws(Verdict) {
    try need(.sekretariat, of: person)
    if let half = halves[period] {
      guard !half.isClosed, half.tracks.allSatisfy(\.isSettled) else { throw .refused }
      halves[period]!.isClosed = true
    } else {
      let month = try month(period)
      guard !month.isClosed, month.own.isSettled else { throw .refused }
      months[period]!.isClosed = true
    }
  }

  private mutating func excuse(_ unit: String, _ period: String, _ person: Person) throws(Verdict) {
    try need(.ppid, of: person)
    let month = try month(period)
    guard !month.isClosed, let index = month.deliveries.firstIndex(where: { $0.unit == unit }),
      !month.deliveries[index].track.isSettled
    else { throw .refused }
    if let handover = openHandover(unit, period) { handovers[handover].stage = .over }
    months[period]!.deliveries[index].track.state = "dikecualikan"
    months[period]!.deliveries[index].track.by = person.name
  }

  // MARK: Steps

  /// The month and the place of the delivery that stands at `step`: of the month named, else of the oldest open one.
  private func delivery(
    at step: Int, _ unit: String?, _ period: String?, by person: Person, lane: Role
  ) throws(Verdict) -> (month: String, index: Int) {
    try need(lane, of: person)
    guard let unit = unit ?? person.unit, units.contains(unit) else { throw .refused }
    if lane == .pendukung, let own = person.unit, own != unit { throw .forbidden }
    for name in period.map({ [$0] }) ?? months.keys.sorted() {
      guard let month = months[name], !month.isClosed,
        let index = month.deliveries.firstIndex(where: { $0.unit == unit && $0.track.step == step && !$0.track.isSettled })
      else { continue }
      return (name, index)
    }
    throw .refused
  }

  /// The month whose own part stands at `step`.
  private func ownMonth(at step: Int, _ period: String?) throws(Verdict) -> String {
    let name = (period.map { [$0] } ?? months.keys.sorted()).first { name in
      guard let month = months[name] else { return false }
      return !month.isClosed && month.isReady && month.own.step == step && !month.own.isSettled
    }
    guard let name else { throw .refused }
    return name
  }

  private func half(at step: Int, _ period: String?) throws(Verdict) -> String {
    let name = (period.map { [$0] } ?? halves.keys.sorted()).first { name in
      guard let half = halves[name] else { return false }
      return !half.isClosed && half.isOpen(step) && !half.tracks[step - 13].isSettled
    }
    guard let name else { throw .refused }
    return name
  }

  private func lane(of step: Int, _ unit: String?, _ person: Person) throws(Verdict) -> Role {
    try need(.pendukung, .sekretariat, .ppid, of: person)
    guard let lane = OfficeModel.lanes[step] else { throw .refused }
    try need(lane, of: person)
    if step > 7, unit != nil { throw .refused }
    return lane
  }

  private mutating func start(_ step: Int, _ unit: String?, _ period: String?, _ person: Person) throws(Verdict) {
    let lane = try lane(of: step, unit, person)
    switch step {
    case 1...7:
      let (month, index) = try delivery(at: step, unit, period, by: person, lane: lane)
      guard months[month]!.deliveries[index].track.state != "dilaporkan" else { throw .refused }
      months[month]!.deliveries[index].track.state = "berjalan"
      months[month]!.deliveries[index].track.by = person.name
    case 8...12:
      let month = try ownMonth(at: step, period)
      months[month]!.own.state = "berjalan"
      months[month]!.own.by = person.name
    default:
      let half = try half(at: step, period)
      halves[half]!.tracks[step - 13].state = "berjalan"
      halves[half]!.tracks[step - 13].by = person.name
    }
  }

  private mutating func finish(_ step: Int, _ unit: String?, _ period: String?, _ person: Person) throws(Verdict) {
    let lane = try lane(of: step, unit, person)
    switch step {
    case 1, 3, 4, 6, 7:
      let (month, index) = try delivery(at: step, unit, period, by: person, lane: lane)
      var delivery = months[month]!.deliveries[index]
      if step == 1, !missingKinds(delivery.unit, month).isEmpty { throw .refused }
      if step == 3 || step == 4, !unfiled(delivery.unit, month).isEmpty { throw .refused }
      if step == 6, !delivery.isVerified { throw .refused }
      if step == 7 {
        guard delivery.track.state != "dilaporkan" else { throw .refused }
        delivery.track.state = "dilaporkan"
        delivery.track.by = person.name
      } else {
        delivery.track.proceed(to: step + 1, by: person.name)
      }
      if step > 5 { delivery.verifiers.insert(person.name) }
      // After T to 3 the hand-over stays, and its receipt passes by itself.
      if step == 4, let handover = openHandover(delivery.unit, month), handovers[handover].stage == .received {
        fix(handover)
        delivery.track.step = 6
      }
      months[month]!.deliveries[index] = delivery
    case 2, 5:
      _ = try delivery(at: step, unit, period, by: person, lane: lane)
      throw .refused
    case 10, 12:
      let month = try ownMonth(at: step, period)
      guard months[month]!.issued.contains(step == 10 ? "bulanan" : "pengelolaan") else { throw .refused }
      if step == 10 { months[month]!.reporter = person.name }
      months[month]!.own.proceed(to: step == 10 ? 11 : nil, by: person.name)
    case 8, 9, 11: throw .refused
    default:
      let half = try half(at: step, period)
      if step == 14, !scored.contains(half) { throw .refused }
      if step == 15, !proposals.isEmpty { throw .refused }
      halves[half]!.tracks[step - 13].proceed(to: nil, by: person.name)
    }
  }

  /// All deliveries that are named, each once; the person's own where none is.
  private mutating func decideDeliveries(
    _ yes: Bool, _ named: [String], _ period: String?, _ reason: String?, _ target: Int?, _ person: Person
  ) throws(Verdict) {
    guard !named.isEmpty else { return try decideDelivery(yes, nil, period, reason, target, person) }
    for (index, unit) in named.enumerated() where !named[..<index].contains(unit) {
      try decideDelivery(yes, unit, period, reason, target, person)
    }
  }

  private mutating func decideDelivery(
    _ yes: Bool, _ unit: String?, _ period: String?, _ reason: String?, _ target: Int?, _ person: Person
  ) throws(Verdict) {
    let (month, index) = try delivery(at: 7, unit, period, by: person, lane: .ppid)
    var delivery = months[month]!.deliveries[index]
    guard delivery.track.state == "dilaporkan" else { throw .refused }
    guard !delivery.verifiers.contains(person.name) else { throw .forbidden }
    let handover = openHandover(delivery.unit, month)
    if yes {
      guard reason == nil, target == nil else { throw .refused }
      if let handover {
        handovers[handover].stage = .over
        released.merge(handovers[handover].fixed) { $1 }
        pending.formUnion(handovers[handover].fixed.keys)
      }
      delivery.track.proceed(to: nil, by: person.name)
    } else {
      let places = ["tidak-lengkap": 1, "tidak-sesuai": 3]
      if let reason, places[reason] == nil { throw .refused }
      let place = target ?? reason.flatMap { places[$0] } ?? 1
      guard place == 1 || place == 3 else { throw .refused }
      if place == 1, let handover { handovers[handover].stage = .over }
      delivery.track.goBack(to: place, by: person.name)
      delivery.isVerified = false
      delivery.verifiers = []
    }
    months[month]!.deliveries[index] = delivery
  }

  private mutating func decideMonth(
    _ yes: Bool, _ named: [String], _ period: String?, _ reason: String?, _ target: Int?, _ person: Person
  ) throws(Verdict) {
    try need(.ppid, of: person)
    let name = try ownMonth(at: 11, period)
    var month = months[name]!
    guard month.reporter != person.name else { throw .forbidden }
    guard month.hasAdvice else { throw .refused }
    month.hasAdvice = false
    if yes {
      guard reason == nil, target == nil else { throw .refused }
      month.own.proceed(to: 12, by: person.name)
    } else {
      let place = target ?? 1
      guard place == 1 || place == 10, place == 1 || named.isEmpty else { throw .refused }
      month.issued = []
      month.reporter = nil
      if place == 10 {
        month.own.goBack(to: 10, by: person.name)
      } else {
        guard !editions.contains(where: { $0.period > name }) else { throw .refused }
        for unit in named {
          guard month.deliveries.contains(where: { $0.unit == unit && $0.track.state != "dikecualikan" }) else { throw .refused }
        }
        for index in month.deliveries.indices where month.deliveries[index].track.state != "dikecualikan" {
          guard named.isEmpty || named.contains(month.deliveries[index].unit) else { continue }
          month.deliveries[index].track.goBack(to: 1, by: person.name)
          month.deliveries[index].isVerified = false
          month.deliveries[index].verifiers = []
        }
        month.own.goBack(to: 8, by: person.name)
      }
    }
    months[name] = month
  }

  private mutating func acknowledge(_ period: String?, _ person: Person) throws(Verdict) {
    try need(.atasan, of: person)
    let last = months.filter { !$0.value.isClosed && $0.value.own.isSettled }.keys.max()
    guard let name = period ?? last, let month = months[name], month.own.isSettled, !month.isAcknowledged else { throw .refused }
    months[name]!.isAcknowledged = true
  }

  // MARK: Hand-overs

  private mutating func send(
    _ unit: String?, _ period: String?, _ printed: Int?, _ isNil: Bool, _ person: Person
  ) throws(Verdict) {
    let (month, index) = try delivery(at: 2, unit, period, by: person, lane: .pendukung)
    let unit = months[month]!.deliveries[index].unit
    let items = undelivered(unit)
    guard !hasOtherHandover(unit, than: month), isNil == items.isEmpty else { throw .refused }
    handovers.append(Handover(month: month, unit: unit, items: items, printed: printed))
    months[month]!.deliveries[index].track.proceed(to: 3, by: person.name)
  }

  private mutating func receive(_ number: Int, _ counted: Int?, _ person: Person) throws(Verdict) {
    try need(.sekretariat, of: person)
    guard handovers.indices.contains(number - 1), handovers[number - 1].stage != .over else { throw .refused }
    let handover = handovers[number - 1]
    let (month, index) = try delivery(at: 5, handover.unit, handover.month, by: person, lane: .sekretariat)
    guard (handover.printed == nil) == (counted == nil) else { throw .refused }
    handovers[number - 1].stage = .received
    fix(number - 1)
    months[month]!.deliveries[index].track.proceed(to: 6, by: person.name)
  }

  private mutating func fix(_ handover: Int) {
    for number in handovers[handover].items {
      let record = records[number - 1]
      handovers[handover].fixed[number] = Fixed(
        content: record.content, isWithdrawn: record.isWithdrawn, revision: record.revision, isFiled: record.isFiled)
    }
  }

  private mutating func verify(_ unit: String?, _ period: String?, _ person: Person) throws(Verdict) {
    let (month, index) = try delivery(at: 6, unit, period, by: person, lane: .sekretariat)
    months[month]!.deliveries[index].isVerified = true
  }

  // MARK: Records and what is expected

  private func mayWrite(_ unit: String, _ person: Person) throws(Verdict) {
    try need(.pendukung, .sekretariat, of: person)
    if !person.roles.contains(.sekretariat), let own = person.unit, own != unit { throw .forbidden }
  }

  private func changeable(_ number: Int, _ person: Person) throws(Verdict) {
    try need(.pendukung, .sekretariat, of: person)
    guard records.indices.contains(number - 1) else { throw .refused }
    try mayWrite(records[number - 1].unit, person)
    guard !records[number - 1].isWithdrawn else { throw .refused }
  }

  private mutating func stateNil(_ kind: String, _ unit: String, _ period: String, _ person: Person) throws(Verdict) {
    try need(.pendukung, .sekretariat, of: person)
    guard units.contains(unit) else { throw .refused }
    try mayWrite(unit, person)
    let month = try month(period)
    let kinds = expected[unit] ?? []
    guard !month.isClosed, let delivery = month.deliveries.first(where: { $0.unit == unit }), delivery.track.state != "dikecualikan",
      kinds.isEmpty || kinds.contains(kind), !living(unit).contains(where: { $0.kind == kind }),
      month.nils[unit]?.contains(kind) != true
    else { throw .refused }
    months[period]!.nils[unit, default: []].insert(kind)
  }

  // MARK: The month's own part

  private mutating func determine(_ period: String, _ unlessDone: Bool, _ person: Person) throws(Verdict) {
    try need(.ppid, of: person)
    let month = try month(period)
    let isDone = month.own.step > 8
    if unlessDone, isDone { return }
    guard !isDone, month.isReady, !earlierUndetermined(than: period), !editions.contains(where: { $0.period > period }) else {
      throw .refused
    }
    var content = inForce
    for number in pending where !records[number - 1].isWithdrawn {
      guard let fixed = released[number], !fixed.isWithdrawn, fixed.isFiled else { continue }
      content[number] = fixed.content
    }
    content = content.filter { !records[$0.key - 1].isWithdrawn }
    pending = []
    editions.append(Edition(period: period, content: content))
    months[period]!.own.proceed(to: 9, by: person.name)
  }

  private mutating func issue(_ kind: String, _ period: String, _ person: Person) throws(Verdict) {
    try need(kind == "bulanan" ? .sekretariat : .ppid, of: person)
    guard try !month(period).issued.contains(kind) else { throw .refused }
    months[period]!.issued.insert(kind)
  }
}
