/// The encodings that lists come in.
package enum TextEncoding: String, Sendable, CaseIterable {
  case utf8 = "UTF-8"
  case windows1252 = "Windows-1252"
  case utf16LittleEndian = "UTF-16LE"
  case utf16BigEndian = "UTF-16BE"
}

/// Turns the bytes of a list, chunk by chunk, into valid UTF-8.
///
/// A byte order mark decides, or zeros that take turns with letters. Without them a text is ASCII until its first byte beyond: a valid
/// sequence there makes it UTF-8, a byte that Windows-1252 would plausibly have there makes it that; what then doesn't fit is an error.
struct TextDecoder {
  /// Where and why decoding stopped; the text before it has been decoded.
  enum Stop: Error {
    case invalid(TextEncoding, offset: Int)
    case binary(BinaryKind)
  }

  /// The encoding as far as it is known; a text of ASCII alone is UTF-8.
  private(set) var encoding = TextEncoding.utf8
  private var isDecided = false
  private var hasBegun = false
  /// The offset in the file of the next byte to decode.
  private var offset = 0
  /// The last byte that has been decoded, for Windows-1252.
  private var previous: UInt8 = 0

  /// Decodes `input`, removing what it has used up from it; what remains needs the bytes that follow.
  mutating func decode(_ input: inout [UInt8], isLast: Bool, into output: inout [UInt8]) throws(Stop) {
    var used = 0
    defer {
      if used > 0 { previous = input[used - 1] }
      input.removeFirst(used)
      offset += used
    }
    if !hasBegun {
      guard input.count >= BinaryKind.signatureLength || isLast else { return }
      if let kind = BinaryKind(signatureOf: input) { throw .binary(kind) }
      hasBegun = true
      used = begin(input)
    }
    while true {
      switch encoding {
      case .utf8:
        try decodeUTF8(input, from: &used, isLast: isLast, into: &output)
        guard encoding == .windows1252 else { return }
      case .windows1252:
        return try decodeWindows1252(input, from: &used, isLast: isLast, into: &output)
      case .utf16LittleEndian, .utf16BigEndian:
        return try decodeUTF16(input, from: &used, isLast: isLast, into: &output)
      }
    }
  }

  /// Reads a byte order mark and gives its length.
  private mutating func begin(_ input: [UInt8]) -> Int {
    if input.starts(with: [0xEF, 0xBB, 0xBF]) {
      isDecided = true
      return 3
    }
    if input.starts(with: [0xFF, 0xFE]) || input.starts(with: [0xFE, 0xFF]) {
      isDecided = true
      encoding = input[0] == 0xFF ? .utf16LittleEndian : .utf16BigEndian
      return 2
    }
    // Without a mark, letters that take turns with zeros are UTF-16: nothing else looks like that.
    if input.count >= 4, input[..<4].filter({ $0 == 0 }).count == 2, input[0] == input[2] || input[1] == input[3] {
      if input[1] == 0, input[3] == 0 {
        isDecided = true
        encoding = .utf16LittleEndian
      } else if input[0] == 0, input[2] == 0 {
        isDecided = true
        encoding = .utf16BigEndian
      }
    }
    return 0
  }

  private mutating func decodeUTF8(
    _ input: [UInt8], from used: inout Int, isLast: Bool, into output: inout [UInt8]
  ) throws(Stop) {
    let start = used
    var index = used
    var stop: Stop?
    input.withUnsafeBytes { bytes in
      scan: while true {
        index = TextDecoder.endOfASCII(bytes, from: index)
        guard index < bytes.count else { break }
        guard bytes[index] != 0 else {
          stop = .binary(.unknown)
          break
        }
        switch TextDecoder.sequenceLength(bytes, at: index) {
        case .whole(let length):
          isDecided = true
          index += length
        case .cut where !isLast:
          break scan
        case .cut, .invalid:
          guard isDecided else {
            encoding = .windows1252
            break scan
          }
          stop = .invalid(.utf8, offset: offset + index)
          break scan
        }
      }
    }
    output.append(contentsOf: input[start..<index])
    used = index
    if index > start { previous = input[index - 1] }
    if let stop { throw stop }
  }

  /// The first place from `start` on that holds a NUL or a byte beyond ASCII.
  private static func endOfASCII(_ bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var index = start
    let high: UInt64 = 0x8080_8080_8080_8080
    while index + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      // The subtraction sets a high bit in every NUL's place; the text's own high bits are those beyond ASCII.
      guard ((word &- 0x0101_0101_0101_0101) | word) & high == 0 else { break }
      index += 8
    }
    while index < bytes.count, bytes[index] != 0, bytes[index] < 0x80 { index += 1 }
    return index
  }

  private enum Sequence {
    case whole(Int)
    /// Valid as far as it goes, at the end of the bytes.
    case cut
    case invalid
  }

  /// The UTF-8 sequence of a byte beyond ASCII (Unicode 15, table 3-7).
  private static func sequenceLength(_ bytes: UnsafeRawBufferPointer, at index: Int) -> Sequence {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch bytes[index] {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    case 0xF1...0xF3: length = 4
    default: return .invalid
    }
    for step in 1..<length {
      guard index + step < bytes.count else { return .cut }
      guard (step == 1 ? second : 0x80...0xBF).contains(bytes[index + step]) else { return .invalid }
    }
    return .whole(length)
  }

  private mutating func decodeWindows1252(
    _ input: [UInt8], from used: inout Int, isLast: Bool, into output: inout [UInt8]
  ) throws(Stop) {
    var before = previous
    while used < input.count {
      let byte = input[used]
      if byte < 0x80 {
        guard byte != 0 else { throw .binary(.unknown) }
        output.append(byte)
      } else {
        guard used + 1 < input.count || isLast else { return }
        let next = used + 1 < input.count ? input[used + 1] : 0
        let isUTF8 = input.withUnsafeBytes { bytes in
          if case .whole = TextDecoder.sequenceLength(bytes, at: used) { true } else { false }
        }
        guard !isUTF8, Windows1252.isPlausible(byte, after: before, before: next),
          let scalar = Windows1252.scalar(byte)
        else { throw .invalid(isDecided ? .windows1252 : .utf8, offset: offset + used) }
        isDecided = true
        output.append(contentsOf: UTF8.encode(scalar)!)
      }
      before = byte
      used += 1
    }
  }

  private func decodeUTF16(
    _ input: [UInt8], from used: inout Int, isLast: Bool, into output: inout [UInt8]
  ) throws(Stop) {
    func unit(at index: Int) -> UInt16 {
      let (first, second) = (UInt16(input[index]), UInt16(input[index + 1]))
      return encoding == .utf16BigEndian ? first << 8 | second : second << 8 | first
    }
    while used < input.count {
      guard used + 2 <= input.count else {
        if isLast { throw .invalid(encoding, offset: offset + used) }
        return
      }
      let first = unit(at: used)
      guard first != 0 else { throw .binary(.unknown) }
      if let scalar = Unicode.Scalar(first) {
        output.append(contentsOf: UTF8.encode(scalar)!)
        used += 2
        continue
      }
      guard used + 4 <= input.count || isLast else { return }
      guard used + 4 <= input.count, UTF16.isLeadSurrogate(first), UTF16.isTrailSurrogate(unit(at: used + 2)) else {
        throw .invalid(encoding, offset: offset + used)
      }
      let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(unit(at: used + 2)) - 0xDC00)
      output.append(contentsOf: UTF8.encode(Unicode.Scalar(value)!)!)
      used += 4
    }
  }
}
