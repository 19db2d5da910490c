import PPIDEngine

/// Chooses the next command of an office: mostly what could be done next, now and then anything by anybody.
struct CommandChoice {
  typealias Person = OfficeModel.Person

  let people: [Person]
  var random: SeededRandom
  private var contents = 0
  /// Months are opened in this order.
  private static let calendar = (2024...2045).flatMap { year in (1...12).map { "\(year)-\($0 < 10 ? "0" : "")\($0)" } }
  private static let kinds = ["laporan", "neraca", "daftar"]

  init(people: [Person], seed: UInt64) {
    self.people = people
    random = SeededRandom(seed: seed)
  }

  mutating func next(_ office: OfficeModel) -> (person: Person, command: ModelCommand) {
    let likely = likely(office)
    switch chance(100) {
    case ..<80:
      if let choice = likely.randomElement(using: &random) { return choice }
    case ..<88:
      // The right command of the wrong person, mostly.
      if let choice = likely.randomElement(using: &random) { return (anybody(), choice.command) }
    default: break
    }
    return (anybody(), anything(office))
  }

  private mutating func chance(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }
  private mutating func happens(_ percent: Int) -> Bool { chance(100) < percent }
  private mutating func anybody() -> Person { people.randomElement(using: &random)! }
  private mutating func content() -> Int {
    contents += 1
    return contents
  }

  private mutating func one(_ role: Role, unit: String? = nil, except names: Set<String> = []) -> Person {
    people.filter { person in
      person.roles.contains(role) && !names.contains(person.name) && (unit == nil || person.unit == nil || person.unit == unit)
    }.randomElement(using: &random)!
  }

  // MARK: Likely

  private mutating func likely(_ office: OfficeModel) -> [(person: Person, command: ModelCommand)] {
    var choices: [(Person, ModelCommand)] = []
    let open = office.months.filter { !$0.value.isClosed }.sorted { $0.key < $1.key }
    if open.count < 2 || open.count < 3 && happens(5),
      let month = Self.calendar.first(where: { office.months[$0] == nil && $0 >= office.editions.last?.period ?? "" })
    {
      choices.append((one(.sekretariat), .open(month, unlessOpen: happens(20))))
    }
    for (name, month) in open {
      for delivery in month.deliveries where !delivery.track.isSettled {
        if let choice = next(of: delivery, in: name, office) { choices.append(choice) }
        if happens(2) { choices.append((one(.ppid), .excuse(delivery.unit, from: name))) }
        if happens(4) {
          let role: Role = delivery.track.step < 5 ? .pendukung : .sekretariat
          choices.append((one(role, unit: delivery.unit), .start(delivery.track.step, unit: delivery.unit, period: name)))
        }
      }
      choices += own(of: month, name, office)
    }
    if happens(15), let number = office.records.indices.randomElement(using: &random), !office.records[number].isWithdrawn {
      let person = one(.pendukung, unit: office.records[number].unit)
      choices.append((person, happens(15) ? .withdraw(number + 1) : .edit(number + 1, content: content())))
    }
    choices += halfYear(office)
    return choices
  }

  private mutating func next(of delivery: OfficeModel.Delivery, in month: String, _ office: OfficeModel) -> (Person, ModelCommand)? {
    let unit = delivery.unit
    let named: String? = happens(90) ? month : nil
    switch delivery.track.step {
    case 1:
      let person = one(.pendukung, unit: unit)
      let missing = office.missingKinds(unit, month)
      if let kind = missing.randomElement(using: &random) {
        return happens(70)
          ? (person, .add(unit: unit, kind: kind, isFiled: happens(70), content: content()))
          : (person, .stateNil(kind ?? "semua", of: unit, in: month))
      }
      if office.undelivered(unit).isEmpty, happens(50), office.living(unit).count < 30 {
        return (person, .add(unit: unit, kind: Self.kinds.randomElement(using: &random), isFiled: happens(70), content: content()))
      }
      return (person, .finish(1, unit: unit, period: named))
    case 2:
      guard !office.hasOtherHandover(unit, than: month) else { return nil }
      let isNil = office.undelivered(unit).isEmpty
      return (one(.pendukung, unit: unit), .send(unit: unit, period: named, printed: happens(20) ? 3 : nil, isNil: isNil))
    case 3, 4:
      let person = one(.pendukung, unit: unit)
      if let record = office.unfiled(unit, month).first { return (person, .file(record)) }
      return (person, .finish(delivery.track.step, unit: unit, period: named))
    case 5:
      guard let handover = office.openHandover(unit, month) else { return nil }
      return (one(.sekretariat), .receive(handover + 1, counted: office.handovers[handover].printed.map { $0 - chance(2) }))
    case 6:
      let person = one(.sekretariat)
      return (person, delivery.isVerified ? .finish(6, unit: unit, period: named) : .verify(unit: unit, period: named))
    default:
      guard delivery.track.state == "dilaporkan" else { return (one(.sekretariat), .finish(7, unit: unit, period: named)) }
      let person = one(.ppid, except: delivery.verifiers)
      let units = together(unit, in: month, office)
      guard happens(25) else { return (person, .decide(7, yes: true, units: units, period: named, reason: nil, target: nil)) }
      let reason = [nil, "tidak-lengkap", "tidak-sesuai"].randomElement(using: &random)!
      let target = happens(20) ? [1, 3].randomElement(using: &random)! : nil
      return (person, .decide(7, yes: false, units: units, period: named, reason: reason, target: target))
    }
  }

  /// A unit whose delivery is reported; now and then with others that are, or with any, or once more.
  private mutating func together(_ unit: String, in month: String, _ office: OfficeModel) -> [String] {
    guard happens(40) else { return [unit] }
    let reported = office.months[month]?.deliveries.filter { $0.track.state == "dilaporkan" }.map(\.unit) ?? []
    return [unit] + (happens(80) ? reported : office.units.shuffled(using: &random))
  }

  private mutating func own(of month: OfficeModel.Month, _ name: String, _ office: OfficeModel) -> [(Person, ModelCommand)] {
    guard month.isReady else { return [] }
    guard !month.own.isSettled else {
      var choices: [(Person, ModelCommand)] = [(one(.sekretariat), .close(name))]
      if !month.isAcknowledged { choices.append((one(.atasan), .acknowledge(happens(80) ? name : nil))) }
      return choices
    }
    switch month.own.step {
    case 8: return office.earlierUndetermined(than: name) ? [] : [(one(.ppid), .determine(name, unlessDone: happens(30)))]
    case 9: return [(one(.sekretariat), .publish(name))]
    case 10:
      guard month.issued.contains("bulanan") else { return [(one(.sekretariat), .issue(.monthly, name))] }
      return [(one(.sekretariat), .finish(10, unit: nil, period: name))]
    case 11:
      guard month.hasAdvice else { return [(one(.pertimbangan), .advise(name))] }
      let person = one(.ppid, except: month.reporter.map { [$0] } ?? [])
      guard happens(30) else { return [(person, .decide(11, yes: true, units: [], period: name, reason: nil, target: nil))] }
      let target = [nil, 1, 10].randomElement(using: &random)!
      let units = target == 10 || happens(50) ? [] : [office.units.randomElement(using: &random)!, office.units[0]]
      return [(person, .decide(11, yes: false, units: units, period: name, reason: happens(50) ? "keliru" : nil, target: target))]
    default:
      guard month.issued.contains("pengelolaan") else { return [(one(.ppid), .issue(.management, name))] }
      return [(one(.ppid), .finish(12, unit: nil, period: name))]
    }
  }

  private mutating func halfYear(_ office: OfficeModel) -> [(Person, ModelCommand)] {
    guard happens(3) else { return [] }
    guard let (name, half) = office.halves.first(where: { !$0.value.isClosed }) else {
      let next = (2024...2045).flatMap { ["\($0)-S1", "\($0)-S2"] }.first { office.halves[$0] == nil }!
      return [(one(.sekretariat), .open(next, unlessOpen: false))]
    }
    let open = half.tracks.filter { !$0.isSettled && half.isOpen($0.step) }
    guard let track = open.randomElement(using: &random) else { return [(one(.sekretariat), .close(name))] }
    if track.step == 14, !office.scored.contains(name) { return [(one(.ppid), .score(name))] }
    if track.step == 15, !office.proposals.isEmpty { return [(one(.ppid), .acceptProposals)] }
    return [(one(OfficeModel.lanes[track.step]!), .finish(track.step, unit: nil, period: name))]
  }

  // MARK: Anything

  private mutating func several(_ unit: String?, _ office: OfficeModel) -> [String] {
    guard let unit else { return [] }
    return happens(70) ? [unit] : [unit] + office.units.shuffled(using: &random).prefix(2)
  }

  private mutating func anything(_ office: OfficeModel) -> ModelCommand {
    let unit: String? = happens(80) ? (office.units + ["XX"]).randomElement(using: &random)! : nil
    let sure = unit ?? "BU"
    let open = office.months.filter { !$0.value.isClosed }.keys.sorted()
    let next = Self.calendar.first { office.months[$0] == nil && $0 > office.editions.last?.period ?? "" } ?? "2024-01"
    let halves = office.halves.keys.sorted()
    let sureMonth = (open + open + Array(office.months.keys.sorted().suffix(3)) + halves.suffix(2) + ["2024-01", "2023-12"])
      .randomElement(using: &random)!
    let period: String? = happens(60) ? sureMonth : nil
    let step = happens(5) ? [0, 16, -3].randomElement(using: &random)! : chance(15) + 1
    let record = chance(office.records.count + 2) + 1
    switch chance(22) {
    case 0: return .open(happens(50) ? next : sureMonth, unlessOpen: happens(30))
    case 1: return .close(sureMonth)
    case 2: return happens(20) ? .excuse(sure, from: sureMonth) : .advise(sureMonth)
    case 3: return .start(step, unit: step > 7 && happens(80) ? nil : unit, period: period)
    case 4, 5, 6: return .finish(step, unit: step > 7 && happens(80) ? nil : unit, period: period)
    case 7, 8:
      return .decide(
        happens(80) ? 7 : step, yes: happens(50), units: several(unit, office), period: period,
        reason: [nil, nil, "tidak-lengkap", "tidak-sesuai", "malas"].randomElement(using: &random)!,
        target: [nil, nil, 1, 3, 10].randomElement(using: &random)!)
    case 9:
      return .decide(
        11, yes: happens(50), units: happens(70) ? [] : [sure], period: period, reason: happens(70) ? nil : "keliru",
        target: [nil, nil, 1, 3, 10].randomElement(using: &random)!)
    case 10: return .acknowledge(period)
    case 11: return .send(unit: unit, period: period, printed: happens(20) ? 2 : nil, isNil: happens(40))
    case 12: return .receive(max(1, office.handovers.count - chance(6) + 1), counted: happens(30) ? 3 : nil)
    case 13: return .verify(unit: unit, period: period)
    case 14: return .stateNil(Self.kinds.randomElement(using: &random)!, of: sure, in: sureMonth)
    case 15: return happens(15) ? .expect(Self.kinds.randomElement(using: &random)!, of: sure) : .edit(record, content: content())
    case 16: return .add(unit: unit, kind: Self.kinds.randomElement(using: &random), isFiled: happens(50), content: content())
    case 17: return happens(50) ? .withdraw(record) : .file(record)
    case 18: return .determine(sureMonth, unlessDone: happens(50))
    case 19: return happens(30) ? .publish(sureMonth) : .issue([.monthly, .management].randomElement(using: &random)!, sureMonth)
    case 20: return happens(50) ? .score(sureMonth) : .acceptProposals
    default: return .addUnit(happens(10) ? "U\(office.units.count)" : "BU")
    }
  }
}
