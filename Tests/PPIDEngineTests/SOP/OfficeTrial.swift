import Foundation
import PPIDValues
import Testing

@testable import PPIDEngine

/// An office run twice: by the engine, each person in a session of their own, and by ``OfficeModel``.
final class OfficeTrial {
  /// What came out differently, and the commands that led to it.
  struct Difference: Error, CustomStringConvertible {
    let description: String
  }

  private let archive: TemporaryArchive
  private let engines: [String: Engine]
  private let observer: Engine
  private var office: OfficeModel
  private var choice: CommandChoice
  private var recent: [String] = []
  /// The rounds that each track may be in next.
  private var rounds: [String: ClosedRange<Int>] = [:]
  private(set) var verdicts: [Verdict: Int] = [:]
  private var done: [String: Int] = [:]

  private static let units = ["BU", "BK", "BH", "BO"]

  private static var people: [OfficeModel.Person] {
    typealias Person = OfficeModel.Person
    let owner = Person(name: "budi", roles: Set(Role.allCases).subtracting([.tamu]), unit: nil)
    let support = units.map { Person(name: "staf-\($0.lowercased())", roles: [.pendukung], unit: $0) }
    return [
      owner, Person(name: "sekre", roles: [.sekretariat], unit: nil), Person(name: "wakil", roles: [.sekretariat], unit: nil),
      Person(name: "pejabat", roles: [.ppid], unit: nil), Person(name: "rangkap", roles: [.sekretariat, .ppid], unit: nil),
      Person(name: "tim", roles: [.pertimbangan], unit: nil), Person(name: "atasan", roles: [.atasan], unit: nil),
      Person(name: "kepala", roles: [.pengelola], unit: nil), Person(name: "pemeriksa", roles: [.pemeriksa], unit: nil),
      Person(name: "orang-lain", roles: [.tamu], unit: nil),
    ] + support
  }

  init(seed: UInt64) throws {
    archive = try TemporaryArchive()
    observer = archive.engine()
    for unit in Self.units { try observer.office.addUnit(UnitCode(unit)!, name: "Bagian \(unit)") }
    for person in Self.people where person.name != "budi" && person.roles != [.tamu] {
      try observer.office.addPerson(person.name, roles: person.roles, unit: person.unit.flatMap { UnitCode($0) }, account: person.name)
    }
    observer.endRun()
    var engines: [String: Engine] = [:]
    for person in Self.people { engines[person.name] = archive.engine(account: person.name) }
    self.engines = engines
    office = OfficeModel(units: Self.units)
    choice = CommandChoice(people: Self.people, seed: seed)
  }

  var closedMonths: Int { office.months.values.count(where: \.isClosed) }

  var summary: String {
    """
    months closed \(closedMonths), half-years \(office.halves.values.count(where: \.isClosed)), editions \(office.editions.count), \
    records \(office.records.count), hand-overs \(office.handovers.count), verdicts \(verdicts), done \(done.sorted { $0.key < $1.key })
    """
  }

  /// Has the next command done by both, and compares.
  func step() throws {
    let (person, command) = choice.next(office)
    let before = office
    let expected = office.apply(command, by: person)
    let (actual, message) = run(command, by: person)
    recent.append("\(person.name): \(command) → \(expected), \(actual) \(message)")
    recent = recent.suffix(12)
    verdicts[expected, default: 0] += 1
    if expected == .done { done["\(command)".prefix { $0 != "(" }.description, default: 0] += 1 }
    guard expected == actual else { throw difference("another verdict") }
    try checkTracks()
    if office.editions.count > before.editions.count { try checkEdition(before) }
  }

  private func run(_ command: ModelCommand, by person: OfficeModel.Person) -> (Verdict, String) {
    let engine = engines[person.name]!
    defer {
      engine.endRun()
      _ = engine.takeRemarks()
    }
    do {
      try command.run(on: engine, folder: archive.folder.appendingPathComponent("situs").path)
      return (.done, "")
    } catch let refusal as any Refusal where refusal.kind == .forbidden {
      return (.forbidden, refusal.message.id)
    } catch let refusal as any Refusal where refusal.kind == .rule {
      return (.refused, refusal.message.id)
    } catch {
      return (.refused, "! \(error)")
    }
  }

  private func difference(_ what: String) -> Difference {
    Difference(description: "\(what)\n" + recent.joined(separator: "\n"))
  }

  // MARK: After each command

  /// Every track of the open cycles stands as in the model, and no round was lost.
  private func checkTracks() throws {
    let tracks = try observer.desk.read { try CycleRows(db: $0.db).tracks(of: nil) }
    var expected = modelTracks(closed: false)
    for track in tracks {
      let name = track.period.kind == .halfYear ? "\(track.name)#\(track.step)" : track.name
      guard let model = expected.removeValue(forKey: name) else { throw difference("\(name): twice, or not to be there") }
      let actual = OfficeModel.Track(step: track.step, state: track.state.rawValue, round: track.round, by: track.actor)
      guard actual == model else { throw difference("\(name): \(actual), not \(model)") }
      guard (rounds[name] ?? 1...track.round).contains(track.round) else { throw difference("\(name): a round was lost") }
      rounds[name] = track.round...track.round + 1
      guard (track.since != nil) == isOpen(track) else { throw difference("\(name): since \(String(describing: track.since))") }
    }
    guard expected.isEmpty else { throw difference("missing: \(expected.keys)") }
  }

  private func modelTracks(closed: Bool) -> [String: OfficeModel.Track] {
    var tracks: [String: OfficeModel.Track] = [:]
    for (name, month) in office.months where closed || !month.isClosed {
      tracks[name] = month.own
      for delivery in month.deliveries { tracks["\(name)/\(delivery.unit)"] = delivery.track }
    }
    for (name, half) in office.halves where closed || !half.isClosed {
      for track in half.tracks { tracks["\(name)#\(track.step)"] = track }
    }
    return tracks
  }

  /// Whether the activity that a track stands at waits for nobody else.
  private func isOpen(_ track: Track) -> Bool {
    let name = "\(track.period)"
    if track.unit != nil { return true }
    return office.months[name]?.isReady ?? office.halves[name]?.isOpen(track.step) ?? false
  }

  /// The edition lists what was released, as it was received, and nothing else; who delivered nothing stands as before.
  private func checkEdition(_ before: OfficeModel) throws {
    var listed: [Int: Int] = [:]
    for row in try observer.texts(observer.publicList.dip(nil)) {
      let summary = row.first { $0.hasPrefix("isi ") }.flatMap { Int($0.dropFirst(4)) }
      listed[Int(row[0].dropFirst(2))!] = summary
    }
    guard listed == office.inForce else { throw difference("edition: \(listed), not \(office.inForce)") }
    for (number, content) in listed where office.released[number]?.content != content {
      throw difference("A-\(number) is listed as it was not released")
    }
    let delivered = Set(before.pending.map { before.records[$0 - 1].unit })
    for (number, content) in before.inForce where !delivered.contains(before.records[number - 1].unit) {
      guard before.records[number - 1].isWithdrawn || listed[number] == content else {
        throw difference("A-\(number) changed without a delivery")
      }
    }
  }

  // MARK: Now and then

  /// The journal's chain is whole and leads to the same tracks; the records' revisions and releases are the model's; what is released
  /// is what was received.
  func checkHistory() throws {
    let replay = try replayedJournal()
    let expected = modelTracks(closed: true).mapValues { JournalReplay.Place(step: $0.step, state: $0.state, round: $0.round) }
    for (name, place) in expected where replay.places[name] != place {
      throw difference("the journal leads \(name) to \(String(describing: replay.places[name])), not \(place)")
    }
    guard replay.places.count == expected.count else { throw difference("the journal tells of other tracks") }
    let closed = Array(office.months.filter(\.value.isClosed).keys) + Array(office.halves.filter(\.value.isClosed).keys)
    guard replay.closed == Set(closed) else { throw difference("the journal tells of other closings") }
    _ = try observer.history.verifyJournal()

    let revisions = try archive.sqlite("SELECT revision FROM record ORDER BY id").split(separator: "\n").map { Int($0) }
    guard revisions == office.records.map(\.revision) else { throw difference("other revisions of records") }
    let released = try archive.sqlite("SELECT record_id || '|' || revision || '|' || summary FROM release ORDER BY record_id")
    let model = office.released.sorted { $0.key < $1.key }.map { "\($0)|\($1.revision)|isi \($1.content)" }.joined(separator: "\n")
    guard released.trimmingCharacters(in: .newlines) == model else { throw difference("other releases") }
    let strangers = try archive.sqlite(
      """
      SELECT count(*) FROM release l LEFT JOIN handover_item i ON i.handover_id = l.handover_id AND i.record_id = l.record_id
      LEFT JOIN handover h ON h.id = l.handover_id
      WHERE h.state IS NOT 'disetujui' OR i.received IS NOT l.revision OR i.summary IS NOT l.summary OR i.status IS NOT l.status
      """)
    guard strangers.trimmingCharacters(in: .newlines) == "0" else { throw difference("\(strangers) releases that were not received so") }
    let rows = try archive.sqlite("SELECT count(*) FROM track")
    guard rows.trimmingCharacters(in: .newlines) == "\(expected.count)" else { throw difference("\(rows) tracks, not \(expected.count)") }
  }

  private func replayedJournal() throws -> JournalReplay {
    var replay = JournalReplay()
    let relation = try observer.history.journal(of: nil, since: nil, by: nil)
    let places = ["tindakan", "objek", "sesudah"].compactMap { name in relation.columns.firstIndex { $0.name == name } }
    for row in try observer.texts(relation.projected(to: places)) {
      let after = try? JSONSerialization.jsonObject(with: Data(row[2].utf8)) as? [String: Any]
      replay.take(action: row[0], subject: row[1], after: after ?? [:])
    }
    return replay
  }
}
