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
    var object: String
    switch self {
    case .entry(let entry):
      object = "{\"text\":\(Self.quoted(entry.text)),\"time\":\(entry.time),\"session\":\(Self.quoted(entry.session))"
      if let archive = entry.archive { object += ",\"archive\":\(Self.quoted(archive))" }
      if let duration = entry.duration { object += ",\"duration\":\(duration)" }
      if let status = entry.status { object += ",\"status\":\(status)" }
    case .end(let session, let time, let duration, let status):
      object = "{\"time\":\(time),\"session\":\(Self.quoted(session)),\"duration\":\(duration),\"status\":\(status)"
    }
    return Array(object.utf8) + Array("}\n".utf8)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\t": quoted += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  /// Reads a line without its line end; nil where it is broken or not ours. Fields of later versions are skipped.
  init?(_ bytes: some Collection<UInt8>) {
    var fields = FlatObject()
    guard fields.read(bytes), let time = fields.numbers["time"], let session = fields.texts["session"] else {
      return nil
    }
    let duration = fields.numbers["duration"]
    let status = fields.numbers["status"].flatMap { Int32(exactly: $0) }
    if let text = fields.texts["text"] {
      let archive = fields.texts["archive"]
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

/// The texts and whole numbers of a JSON object that holds nothing deeper. Ten thousand lines of history are read in a
/// few milliseconds this way, before the first key is pressed.
private struct FlatObject {
  private(set) var texts: [String: String] = [:]
  private(set) var numbers: [String: Int64] = [:]

  /// False where `bytes` aren't such an object.
  mutating func read(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.withContiguousStorageIfAvailable { read($0) } ?? Array(bytes).withUnsafeBufferPointer { read($0) }
  }

  private mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var scanner = Scanner(bytes: bytes)
    guard scanner.accept("{") else { return false }
    if scanner.accept("}") { return scanner.isAtEnd }
    repeat {
      guard let name = scanner.text(), scanner.accept(":") else { return false }
      if scanner.peek == UInt8(ascii: "\"") {
        guard let text = scanner.text() else { return false }
        texts[name] = text
      } else {
        guard let word = scanner.word() else { return false }
        if let number = Int64(word) { numbers[name] = number }
      }
    } while scanner.accept(",")
    return scanner.accept("}") && scanner.isAtEnd
  }

  private struct Scanner {
    let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(bytes: UnsafeBufferPointer<UInt8>) {
      self.bytes = bytes
    }

    var isAtEnd: Bool {
      mutating get {
        skipBlanks()
        return index == bytes.count
      }
    }

    var peek: UInt8? {
      mutating get {
        skipBlanks()
        return index < bytes.count ? bytes[index] : nil
      }
    }

    private mutating func skipBlanks() {
      while index < bytes.count, [0x20, 0x09, 0x0D].contains(bytes[index]) { index += 1 }
    }

    mutating func accept(_ character: Unicode.Scalar) -> Bool {
      guard peek == UInt8(ascii: character) else { return false }
      index += 1
      return true
    }

    /// A number, `true`, `false` or `null`.
    mutating func word() -> String? {
      let start = index
      while index < bytes.count, ![UInt8(ascii: ","), UInt8(ascii: "}")].contains(bytes[index]) { index += 1 }
      guard start < index, bytes[start] == UInt8(ascii: "-") || bytes[start] >= 0x30 && bytes[start] != 0x5B,
        bytes[start] != UInt8(ascii: "{")
      else { return nil }
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    mutating func text() -> String? {
      guard accept("\"") else { return nil }
      let start = index
      while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") { index += 1 }
      guard index < bytes.count else { return nil }
      if bytes[index] == UInt8(ascii: "\"") {
        defer { index += 1 }
        return String(validating: bytes[start..<index], as: UTF8.self)
      }
      return textWithEscapes(from: start)
    }

    private mutating func textWithEscapes(from start: Int) -> String? {
      var content = Array(bytes[start..<index])
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""): return String(validating: content, as: UTF8.self)
        case UInt8(ascii: "\\"):
          guard let scalar = escape() else { return nil }
          content.append(contentsOf: String(scalar).utf8)
        default: content.append(byte)
        }
      }
      return nil
    }

    private mutating func escape() -> Unicode.Scalar? {
      guard index < bytes.count else { return nil }
      defer { index += 1 }
      switch bytes[index] {
      case UInt8(ascii: "n"): return "\n"
      case UInt8(ascii: "t"): return "\t"
      case UInt8(ascii: "r"): return "\r"
      case UInt8(ascii: "b"): return "\u{8}"
      case UInt8(ascii: "f"): return "\u{C}"
      case UInt8(ascii: "u"):
        guard index + 4 < bytes.count,
          let code = UInt32(String(decoding: bytes[(index + 1)...(index + 4)], as: UTF8.self), radix: 16)
        else { return nil }
        index += 4
        return Unicode.Scalar(code)
      case let byte where [UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/")].contains(byte):
        return Unicode.Scalar(byte)
      default: return nil
      }
    }
  }
}
