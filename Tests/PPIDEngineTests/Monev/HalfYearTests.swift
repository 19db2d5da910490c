import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

/// A half-year of five units by a script: deliveries that are returned, excused or missing, late steps, a late edition, one that was
/// not published, exclusions past their period. What the indicators count is tallied beside it, act by act, and grades and scores are
/// reckoned from the tally and the instrument's text with whole numbers only.
@Suite struct HalfYearTests {
  /// What should be counted, by the indicator's name in instruments.
  struct Tally {
    /// For the office (nil) and for each unit, by its place.
    var parts: [Int?: [ComputedIndicator: Int]] = [:]
    var wholes: [Int?: [ComputedIndicator: Int]] = [:]

    mutating func count(_ indicator: ComputedIndicator, _ isPart: Bool, unit: Int? = nil) {
      let places: [Int?] = unit == nil ? [nil] : [nil, unit]
      for place in places {
        parts[place, default: [:]][indicator, default: 0] += isPart ? 1 : 0
        wholes[place, default: [:]][indicator, default: 0] += 1
      }
    }

    func part(_ indicator: ComputedIndicator, unit: Int? = nil) -> Int { parts[unit]?[indicator] ?? 0 }
    func whole(_ indicator: ComputedIndicator, unit: Int? = nil) -> Int { wholes[unit]?[indicator] ?? 0 }
  }

  /// What the instrument's text says of a counted indicator, as its lines stand: weight in tenths, thresholds in percent.
  struct Rule {
    let weight: Int
    let thresholds: [Int]

    /// Quarters of 1.
    func grade(_ part: Int, of whole: Int) -> Int {
      let steps = zip(thresholds.count == 1 ? [4] : [4, 3, 2, 1], thresholds)
      return steps.first { part * 100 >= $1 * whole }?.0 ?? 0
    }
  }

  private static let rules: [ComputedIndicator: Rule] = {
    var rules: [ComputedIndicator: Rule] = [:]
    for block in Instrument.builtInSource.components(separatedBy: "\n\n") {
      func value(_ key: String) -> String? {
        block.components(separatedBy: "\n").first { $0.hasPrefix(key + ": ") }.map { String($0.dropFirst(key.count + 2)) }
      }
      guard let method = value("cara"), method.hasPrefix("hitung "), let weight = value("bobot"), let thresholds = value("ambang") else {
        continue
      }
      rules[ComputedIndicator(rawValue: String(method.dropFirst(7)))!] = Rule(
        weight: Int((Double(weight)! * 10).rounded()), thresholds: thresholds.components(separatedBy: " ").map { Int($0)! })
    }
    return rules
  }()

  /// The indicators that can be counted for one unit.
  private static let ofUnits: [ComputedIndicator] = [
    .legalColumns, .unitCoverage, .acceptedDeliveries, .categorized, .filed, .firstRound, .stepsOnTime, .digitalForms,
  ]

  private let half = Period("2026-S2")!
  private let units = (1...5).map { UnitCode("U\($0)")! }

  @Test func `each computed indicator equals what was tallied while the half-year was made`() throws {
    let archive = try TemporaryArchive()
    let clock = MovableClock(LocalTime("2026-07-01T08:00")!)
    let engine = Engine(
      Archive(path: archive.path, access: .readWrite, holder: "uji", interruption: nil), clock: clock.office, account: "budi")
    var tally = Tally()
    _ = try engine.office.decide([(.separatesDuties, "tidak")], as: "atur")
    for unit in units { try engine.office.addUnit(unit, name: "Unit \(unit)") }
    for index in 0..<6 { try month(index, engine, clock, archive, &tally) }
    try afterwards(engine, clock, &tally)

    clock.set("2027-01-10T09:00")
    _ = try engine.monev.openEvaluation(half, instrument: nil)
    let evaluation = try engine.monev.evaluate(half)
    var counted: Set<ComputedIndicator> = []
    var points = 0
    for result in evaluation.results {
      guard case .computed(let indicator, _) = result.indicator.method else { continue }
      let rule = try #require(Self.rules[indicator])
      let (part, whole) = (tally.part(indicator), tally.whole(indicator))
      #expect(result.count == IndicatorCount(part, of: whole), "\(indicator.rawValue)")
      #expect(whole > 0, "\(indicator.rawValue)")
      #expect(result.grade?.rawValue == rule.grade(part, of: whole), "\(indicator.rawValue)")
      counted.insert(indicator)
      points += rule.weight * rule.grade(part, of: whole)
    }
    #expect(counted == Set(ComputedIndicator.allCases))
    // Tenths times quarters.
    #expect(evaluation.score == ExactNumber(points, over: 40) && points > 0)
    for (place, unit) in units.enumerated() {
      let weights = Self.ofUnits.reduce(0) { $0 + Self.rules[$1]!.weight }
      let points = Self.ofUnits.reduce(0) { sum, indicator in
        let rule = Self.rules[indicator]!
        return sum + rule.weight * rule.grade(tally.part(indicator, unit: place), of: tally.whole(indicator, unit: place))
      }
      #expect(evaluation.units.first { $0.code == unit }?.score == ExactNumber(points * 100, over: weights * 4), "\(unit)")
    }
    // They differ, so that each is its own.
    #expect(Set(evaluation.units.map(\.score)).count > 2)
    try checkReport(engine, tally)
  }

  /// The report of the half-year can be written in every form, and tells what the archive says by plain SQL.
  private func checkReport(_ engine: Engine, _ tally: Tally) throws {
    for form in ReportForm.allCases {
      var text = ""
      try engine.reports.write(engine.reports.report(.evaluation, half, unit: nil), as: form, in: .indonesian) { text += $0 }
      #expect(text.contains("tidak-lengkap") && text.contains("Perbaiki verifikasi"), "\(form)")
      if form == .csv {
        let late = tally.whole(.stepsOnTime) - tally.part(.stepsOnTime)
        let rows = text.split(separator: "\r\n").map { $0.split(separator: ";", omittingEmptySubsequences: false) }
        let start = try #require(rows.firstIndex { $0.first == "Langkah" })
        let told = rows[(start + 1)...].prefix { $0.count == 5 && Int($0[0]) != nil }.reduce(0) { $0 + (Int($1[4]) ?? 0) }
        // Two are overdue and not finished, so no step's time tells of them.
        #expect(told == late - 2)
      }
    }
  }

  private func month(_ index: Int, _ engine: Engine, _ clock: MovableClock, _ archive: TemporaryArchive, _ tally: inout Tally) throws {
    let period = Period(year: 2026, month: 7 + index)!
    clock.set(period.firstDay)
    _ = try engine.workflow.openCycle(period, unlessOpen: false)
    if index == 2 { try engine.workflow.excuse(units[4], from: period, reason: "reorganisasi") }
    let isUndelivered = { (unit: Int) in index == 5 && unit == 1 }
    let isExcused = { (unit: Int) in index == 2 && unit == 4 }
    let isLate = { (unit: Int) in (index + 2 * unit) % 5 == 0 }
    let order = units.indices.sorted { (isLate($0) ? 1 : 0, $0) < (isLate($1) ? 1 : 0, $1) }
    for unit in order where !isExcused(unit) {
      if isUndelivered(unit) {
        tally.count(.acceptedDeliveries, false, unit: unit)
        tally.count(.stepsOnTime, false, unit: unit)
        continue
      }
      if isLate(unit) { clock.set(period.firstDay.adding(days: 20)!) }
      try delivery(unit, index, period, engine, clock, &tally, isLate: isLate(unit))
    }
    if index % 2 == 0 { _ = try engine.holdings.checkFiles() }
    tally.count(.fixity, index % 2 == 0)
    if index == 5 {
      tally.count(.editionsOnTime, false)
      tally.count(.monthlyReports, false)
      return
    }
    let isLateEdition = index == 1
    clock.set(isLateEdition ? period.lastDay.adding(days: 3)! : period.firstDay.adding(days: 26)!)
    _ = try engine.publicList.determine(period, number: "K-\(index)", outsideCycle: nil, unlessDone: false)
    tally.count(.editionsOnTime, !isLateEdition)
    tally.count(.stepsOnTime, !isLateEdition)
    let isPublished = index != 3
    tally.count(.publications, isPublished)
    tally.count(.monthlyReports, isPublished)
    tally.count(.stepsOnTime, isPublished)
    guard isPublished else { return }
    clock.tick()
    _ = try engine.publicList.publish(period, to: archive.folder.appendingPathComponent("situs").path)
    _ = try engine.reports.issue(.monthly, period, unit: nil, number: nil)
    _ = try engine.workflow.finishStep(10, unit: nil, in: period, note: nil)
    try engine.workflow.advise("setuju", in: period)
    _ = try engine.workflow.decideStep(11, yes: true, units: [], in: period, reason: nil, target: nil)
    _ = try engine.reports.issue(.management, period, unit: nil, number: nil)
    _ = try engine.workflow.finishStep(12, unit: nil, in: period, note: nil)
    // 12 has no time.
    for _ in 10...11 { tally.count(.stepsOnTime, true) }
  }

  private func delivery(
    _ unit: Int, _ index: Int, _ period: Period, _ engine: Engine, _ clock: MovableClock, _ tally: inout Tally, isLate: Bool
  ) throws {
    let code = units[unit]
    var content = RecordContent(title: "Laporan \(code) \(period)")
    content.category = .berkala
    (content.code, content.activeRetention, content.inactiveRetention, content.fate) = ("PR.01", "1 tahun", "2 tahun", "musnah")
    content.location = "Rak \(unit)"
    content.form = unit % 2 == 0 ? "Softcopy" : "Cetak"
    let isComplete = (index + unit) % 2 == 0
    (content.summary, content.holder, content.producer) = ("isi", "pejabat", "pembuat")
    content.when = "2026"
    content.place = isComplete ? "Samarinda" : nil
    _ = try engine.records.addRecord(content, unit: code)
    tally.count(.categorized, true, unit: unit)
    tally.count(.filed, true, unit: unit)
    if index < 5 {
      tally.count(.legalColumns, isComplete, unit: unit)
      tally.count(.digitalForms, unit % 2 == 0, unit: unit)
    }
    let isReturned = (index + unit) % 7 == 0
    for round in 1...(isReturned ? 2 : 1) {
      clock.tick()
      _ = try engine.workflow.finishStep(1, unit: code, in: period, note: nil)
      tally.count(.stepsOnTime, !(isLate && round == 1), unit: unit)
      let handover = try engine.workflow.sendHandover(unit: code, in: period, printed: nil, isNil: false).number
      for step in 3...4 { _ = try engine.workflow.finishStep(step, unit: code, in: period, note: nil) }
      _ = try engine.workflow.receiveHandover(handover, counted: nil, difference: nil)
      _ = try engine.workflow.verify(unit: code, in: period)
      // Four days are more than an hour of office time, whatever days they are.
      let isVerifiedLate = isLate && unit % 2 == 0 && round == 1
      if isVerifiedLate { clock.set(period.firstDay.adding(days: 24)!) }
      for step in 6...7 { _ = try engine.workflow.finishStep(step, unit: code, in: period, note: nil) }
      let isAccepted = !isReturned || round == 2
      _ = try engine.workflow.decideStep(
        7, yes: isAccepted, units: [code], in: period, reason: isAccepted ? nil : "tidak-lengkap", target: nil)
      for step in 2...7 { tally.count(.stepsOnTime, !(step == 6 && isVerifiedLate), unit: unit) }
    }
    tally.count(.acceptedDeliveries, true, unit: unit)
    tally.count(.firstRound, !isReturned, unit: unit)
  }

  private func afterwards(_ engine: Engine, _ clock: MovableClock, _ tally: inout Tally) throws {
    // Exclusions: one past its month, one for five years, one that ends with the half-year and so still runs. Excluded records are
    // in no other count. An exclusion that was lifted and one of a withdrawn record hold no more.
    for (day, months, holds) in [
      ("2026-07-20T09:00", 1, false), ("2026-12-20T09:00", 60, true), ("2026-07-31T09:00", 5, true), ("2026-08-03T09:00", 1, nil),
      ("2026-08-04T09:00", 1, nil),
    ] as [(String, Int32, Bool?)] {
      clock.set(day)
      let number = try engine.records.addRecord(RecordContent(title: "Dikecualikan \(day)"), unit: units[0])
      let test = ConsequenceTest(
        ground: ExclusionGround(rawValue: "17.b")!, basis: "UU", ifOpened: "rugi", ifClosed: "aman", span: TimeSpan(.months, months))
      _ = try engine.publicList.exclude(number, by: test, replacing: false)
      if let holds { tally.count(.exclusionsInForce, holds) }
      if day.hasPrefix("2026-08-03") { try engine.records.withdraw(number, reason: "keliru") }
      if day.hasPrefix("2026-08-04") {
        _ = try engine.publicList.open(number, as: .berkala, reason: "sudah diumumkan")
        tally.count(.categorized, true, unit: 0)
        tally.count(.filed, false, unit: 0)
      }
    }
    clock.set("2026-12-21T09:00")
    for number in 1...3 {
      _ = try engine.records.addRecord(RecordContent(title: "Tanpa kategori \(number)"), unit: units[2])
      tally.count(.categorized, false, unit: 2)
      tally.count(.filed, false, unit: 2)
    }
    // A unit that joined when all was done has nothing in the list.
    try engine.office.addUnit(UnitCode("U6")!, name: "Unit baru")
    for unit in units.indices { tally.count(.unitCoverage, true, unit: unit) }
    tally.count(.unitCoverage, false)
    // Public input: answered in time, answered late, never answered, and too young to be late.
    let inputs = [("2026-07-10", "2026-07-13"), ("2026-08-10", "2026-10-12"), ("2026-09-10", nil), ("2026-12-28", nil)]
    for (index, (received, answered)) in inputs.enumerated() {
      clock.set(CalendarDate(received)!)
      let number = try engine.monev.addPublicInput("Permintaan \(index)", from: "publik")
      if let answered {
        clock.set(CalendarDate(answered)!)
        try engine.monev.answer(number, "ada di situs")
      }
      clock.set("2026-12-29T09:00")
      if index == 0 { try engine.monev.accept(number, for: units[0], category: .setiapSaat) }
      if index == 1 { try engine.monev.refuse(number, reason: "bukan kewenangan") }
      tally.count(.proposalsDecided, index < 2)
      if index < 3 { tally.count(.inputOnTime, index == 0) }
    }
    // Recommendations: done by their date, not done, and not due yet.
    clock.set("2026-10-01T09:00")
    let finding = try engine.monev.addFinding("Verifikasi lambat", step: 6, in: half)
    for (due, isDone) in [("2026-11-30", true), ("2026-11-30", false), ("2027-02-01", false)] {
      let number = try engine.monev.addRecommendation("Perbaiki verifikasi", finding: finding, owner: "ppid", due: CalendarDate(due)!)
      if isDone {
        clock.set("2026-11-15T09:00")
        try engine.monev.followUp(number, .done, evidence: RecordNumber(1), note: nil)
        clock.set("2026-10-01T09:00")
      }
      if due < "2027" { tally.count(.followUp, isDone) }
    }
  }
}
