import PPIDValues

/// The pattern language of `cocok`: `*` is any run of characters, `?` one code point, line ends included; letters match whatever
/// their case, by full Unicode case folding (`straße` like `STRASSE`). No pattern takes longer than its length times the text's;
/// throws what stops the program meanwhile.
package enum Glob {
  package static func matches(_ text: Text, _ pattern: Text) throws -> Bool {
    if text.isASCII, pattern.isASCII {
      return try text.string.withBytes { text in
        try pattern.string.withBytes { pattern in try matchesASCII(text, pattern) }
      }
    }
    return try matches(FoldedText(text), self.pattern(pattern))
  }

  private enum Part {
    case scalar(Unicode.Scalar)
    case one
    case run
  }

  private static func pattern(_ pattern: Text) throws -> [Part] {
    var parts: [Part] = []
    var pace = Pace(for: pattern.byteCount)
    for scalar in pattern.string.unicodeScalars {
      try pace.step()
      switch scalar {
      case "*": parts.append(.run)
      case "?": parts.append(.one)
      default: CaseFolding.fold(scalar) { parts.append(.scalar($0)) }
      }
    }
    return parts
  }

  // Both functions take each literal stretch at its first place after the last `*`. That suffices: a stretch that begins
  // earlier never ends later, so nothing that follows loses room.

  private static func matches(_ text: FoldedText, _ pattern: [Part]) throws -> Bool {
    var pace = Pace(for: text.scalars.count)
    var position = 0
    var part = 0
    var retry: (position: Int, part: Int)?
    while position < text.scalars.count || part < pattern.count {
      try pace.step()
      if part < pattern.count {
        switch pattern[part] {
        case .run:
          part += 1
          retry = (position, part)
          continue
        case .one:
          if position < text.scalars.count, text.ends[position] > 0 {
            position = text.ends[position]
            part += 1
            continue
          }
        case .scalar(let scalar):
          if position < text.scalars.count, text.scalars[position] == scalar {
            position += 1
            part += 1
            continue
          }
        }
      }
      guard let last = retry, last.position < text.scalars.count else { return false }
      retry = (last.position + 1, last.part)
      (position, part) = (last.position + 1, last.part)
    }
    return true
  }

  private static func matchesASCII(_ text: UnsafeBufferPointer<UInt8>, _ pattern: UnsafeBufferPointer<UInt8>) throws -> Bool {
    var pace = Pace(for: text.count)
    var position = 0
    var part = 0
    var retry: (position: Int, part: Int)?
    while position < text.count || part < pattern.count {
      try pace.step()
      if part < pattern.count {
        let byte = pattern[part]
        if byte == UInt8(ascii: "*") {
          part += 1
          retry = (position, part)
          continue
        }
        if position < text.count, byte == UInt8(ascii: "?") || lowercase(byte) == lowercase(text[position]) {
          position += 1
          part += 1
          continue
        }
      }
      guard let last = retry, last.position < text.count else { return false }
      retry = (last.position + 1, last.part)
      (position, part) = (last.position + 1, last.part)
    }
    return true
  }

  private static func lowercase(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}

/// A text with its case folded, which knows where each scalar of the original began.
private struct FoldedText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Where an original scalar began, the place after it; 0 inside one that folds to several.
  private(set) var ends: [Int] = []

  init(_ text: Text) throws {
    var pace = Pace(for: text.byteCount)
    for scalar in text.string.unicodeScalars {
      try pace.step()
      let start = scalars.count
      CaseFolding.fold(scalar) {
        scalars.append($0)
        ends.append(0)
      }
      ends[start] = scalars.count
    }
  }
}
