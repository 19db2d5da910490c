import PPIDValues

/// The number of a hand-over, `ST-7`.
package struct HandoverNumber: Sendable, Hashable {
  package let value: Int

  package init(_ value: Int) {
    self.value = value
  }

  /// Reads `ST-7`; the letters may be small. Nil for anything else.
  package init?(_ text: some StringProtocol) {
    guard text.utf8.count > 3, text.prefix(3).uppercased() == "ST-", text.utf8.dropFirst(3).first != UInt8(ascii: "0"),
      text.utf8.dropFirst(3).allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let value = Int(text.dropFirst(3))
    else { return nil }
    self.value = value
  }
}

extension HandoverNumber: CustomStringConvertible {
  package var description: String { "ST-\(value)" }
}

/// Where a hand-over stands.
package enum HandoverState: String, Sendable, CaseIterable {
  /// On its way: *dalam penyerahan*. What it says of records may change, their files are frozen.
  case sent = "dikirim"
  /// Received, and being verified.
  case received = "diterima"
  /// Decided Y: its revisions are released.
  case approved = "disetujui"
  /// Sent back to the beginning; the next round has a hand-over of its own.
  case returned = "dikembalikan"
  /// Ended because its unit was excused.
  case ended = "berakhir"
}

/// What a control card tells of a hand-over.
package enum HandoverEventKind: String, Sendable, CaseIterable {
  case sent = "dikirim"
  case received = "diterima"
  /// Received before, and taken as received again, because no file changed.
  case receivedAgain = "diterima-otomatis"
  case approved = "disetujui"
  case returned = "dikembalikan"
  case ended = "berakhir"
}

/// How printed matter is counted.
package enum PrintedUnit: String, Sendable, CaseIterable {
  case sheets = "lembar"
  case volumes = "jilid"
  case boxes = "boks"
}

/// A hand-over of a unit's records to Tim Sekretariat: one object with two sides, sent and received.
package struct Handover: Sendable {
  package let number: HandoverNumber
  let trackID: Int
  package let round: Int
  package let state: HandoverState
  /// Whether it says that there is nothing to hand over.
  package let isNil: Bool
  /// How many printed copies were sent, and counted as.
  package let printed: (count: Int, unit: PrintedUnit)?
  /// What was noted when it was received.
  let difference: String?
}

extension Handover {
  /// What is noted of it on receipt: printed copies that were counted differently, files that aren't what was handed over, and what the
  /// receiver notes.
  func difference(_ counted: Int?, faults: [String], _ note: String?) -> String? {
    var found = faults
    if let printed, let counted, counted != printed.count {
      found.insert("dikirim \(printed.count) \(printed.unit.rawValue), dihitung \(counted)", at: 0)
    }
    found += [note].compactMap(\.self)
    return found.isEmpty ? nil : found.joined(separator: "; ")
  }

  /// The finding that its difference is; nil where none was noted.
  func finding(unit: UnitCode) -> Finding? {
    difference.map { difference in
      Finding(
        subject: .handover(number), unit: unit, rule: "selisih",
        message: Phrase(id: "selisih saat diterima: \(difference)", en: "noted when it was received: \(difference)"),
        remedy: Phrase(
          id: "cocokkan dengan unitnya, lalu laporkan: `langkah selesai 7 --unit \(unit) --catatan …`",
          en: "clear it with the unit, then report: `langkah selesai 7 --unit \(unit) --catatan …`"))
    }
  }
}
