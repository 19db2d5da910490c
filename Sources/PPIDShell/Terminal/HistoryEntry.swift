import PPIDScript

/// A line that was run, as history remembers it.
package struct HistoryEntry: Sendable, Equatable {
  package let text: String
  /// When it was entered, in milliseconds since 1970.
  package let time: Int64
  /// Which sitting at the prompt it comes from.
  package let session: String
  /// The archive that was open.
  package let archive: String?
  /// How long it ran, in milliseconds; nil while it runs, or where the program was ended meanwhile.
  package var duration: Int64?
  /// The exit status that it would have had.
  package var status: Int32?

  package init(
    text: String, time: Int64, session: String, archive: String? = nil, duration: Int64? = nil, status: Int32? = nil
  ) {
    self.text = text
    self.time = time
    self.session = session
    self.archive = archive
    self.duration = duration
    self.status = status
  }
}

/// One line of the history file: a JSON object. An entry is written when it begins, its end follows in a line of its
/// own, so that what was running when the machine went off is remembered too.
enum HistoryLine: Equatable {
  case entry(HistoryEntry)
  case end(session: String, time: Int64, duration: Int64, status: Int32)

  /// The line's bytes, with the line end.
  var encoded: [UInt8] {
    var fields: [(name: String, value: Value)] = []
    switch self {
    case .entry(let entry):
      fields.append(("text", .text(Text(entry.text))))
      fields += Self.key(session: entry.session, time: entry.time)
      if let archive = entry.archive { fields.append(("archive", .text(Text(archive)))) }
      if let duration = entry.duration { fields.append(("duration", .int(Int(duration)))) }
      if let status = entry.status { fields.append(("status", .int(Int(status)))) }
    case .end(let session, let time, let duration, let status):
      fields += Self.key(session: session, time: time)
      fields += [("duration", .int(Int(duration))), ("status", .int(Int(status)))]
    }
    var json = JSONText()
    // Only a table could fail to be written.
    try? json.write(fields.map(\.name), fields.map(\.value))
    return Array((json.text + "\n").utf8)
  }

  private static func key(session: String, time: Int64) -> [(name: String, value: Value)] {
    [("time", .int(Int(time))), ("session", .text(Text(session)))]
  }

  /// Reads a line without its line end; nil where it is broken or not ours. Fields of later versions are skipped.
  init?(_ bytes: some Collection<UInt8>) {
    guard let line = String(validating: bytes, as: UTF8.self), case .record(let record)? = try? JSONReader.read(line),
      let time = record.number("time"), let session = record.string("session")
    else { return nil }
    let duration = record.number("duration")
    let status = record.number("status").flatMap { Int32(exactly: $0) }
    if let text = record.string("text") {
      let archive = record.string("archive")
      self = .entry(
        HistoryEntry(
          text: text, time: time, session: session, archive: archive, duration: duration, status: status))
    } else if let duration, let status {
      self = .end(session: session, time: time, duration: duration, status: status)
    } else {
      return nil
    }
  }
}

extension Record {
  fileprivate func string(_ name: String) -> String? {
    if case .text(let text)? = self[name] { text.string } else { nil }
  }

  fileprivate func number(_ name: String) -> Int64? {
    if case .int(let number)? = self[name] { Int64(number) } else { nil }
  }
}
