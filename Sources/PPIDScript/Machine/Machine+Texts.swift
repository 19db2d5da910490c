/// Texts that are put together.
extension Machine {
  /// The parts of a text, one after the other; the registers that they stand in are emptied.
  func text(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws -> Text {
    let (template, parts) = (template(instruction, frame), registers + Int(instruction.b))
    let most = try measure(template, parts)
    guard most <= Text.largestByteCount else { throw RuntimeProblem.tooLarge(.text) }
    try charge(most)
    return Text(String(atMost: most) { write(template, parts, to: $0) })
  }

  func appendText(_ instruction: Instruction, _ registers: Registers, _ frame: RunningFrame) throws {
    let a = registers + Int(instruction.a)
    guard case .text = a.pointee else {
      return try a.pointee.add(.text(text(instruction, registers, frame)))
    }
    guard case .text(var own) = a.take() else { return }
    defer { a.initialize(to: .text(own)) }
    let (template, parts) = (template(instruction, frame), registers + Int(instruction.b))
    let most = try measure(template, parts)
    try charge(most)
    // A part may be the text itself.
    if !isKnownUniquelyReferenced(&own) { own = own.copy() }
    try own.append(atMost: most) { write(template, parts, to: $0) }
  }

  @inline(__always)
  private func template(_ instruction: Instruction, _ frame: RunningFrame) -> UnsafeMutablePointer<TextTemplate> {
    frame.pointee.chunk._withUnsafeGuaranteedRef { $0.texts.baseAddress.unsafelyUnwrapped + Int(instruction.d) }
  }

  /// How many bytes the parts of a text take at most. Those that are neither texts nor integers become texts.
  @inline(__always)
  private func measure(_ template: UnsafeMutablePointer<TextTemplate>, _ parts: Registers) throws -> Int {
    var most = template.pointee.byteCount
    for index in 0..<template.pointee.valueCount {
      switch parts[index] {
      case .text(let text): most += text.byteCount
      case .int: most += DecimalSpelling.longestInteger
      case let value:
        // Reading a table may fail.
        let text = try value.canonicalText()
        (parts + index).put(.text(text))
        most += text.byteCount
      }
    }
    return most
  }

  /// Writes the parts of a text where there is room for what they take at most; how many bytes they took.
  @inline(__always)
  private func write(
    _ template: UnsafeMutablePointer<TextTemplate>, _ parts: Registers, to start: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var next = start
    template.pointee.write(0, to: &next)
    for index in 0..<template.pointee.valueCount {
      switch parts[index] {
      case .text(let text):
        text.string.withBytes { bytes in
          if let first = bytes.baseAddress { next.update(from: first, count: bytes.count) }
          next += bytes.count
        }
      case .int(let number): next += DecimalSpelling.write(number, to: next)
      default: break
      }
      (parts + index).put(.null)
      template.pointee.write(index + 1, to: &next)
    }
    return next - start
  }
}

/// A text that is put together: characters, the value of a register, characters, the value of the next register, and so on.
struct TextTemplate {
  /// How many registers there are.
  let valueCount: Int
  /// The characters, one after the other, in UTF-8.
  private let characters: UnsafeMutableBufferPointer<UInt8>
  /// Where the characters in front of each value end, and those behind the last.
  private let ends: UnsafeMutableBufferPointer<Int>

  var byteCount: Int { characters.count }

  /// Characters, or nil for a value. Its memory is its chunk's to free.
  init(_ parts: [String?]) {
    var (bytes, ends): ([UInt8], [Int]) = ([], [])
    for part in parts {
      if let part { bytes += Array(part.utf8) } else { ends.append(bytes.count) }
    }
    valueCount = ends.count
    ends.append(bytes.count)
    characters = .allocate(capacity: bytes.count)
    _ = characters.initialize(from: bytes)
    self.ends = .allocate(capacity: ends.count)
    _ = self.ends.initialize(from: ends)
  }

  func deallocate() {
    characters.deallocate()
    ends.deallocate()
  }

  /// Writes the characters in front of the value at `index`.
  @inline(__always)
  func write(_ index: Int, to next: inout UnsafeMutablePointer<UInt8>) {
    let start = index == 0 ? 0 : ends[index - 1]
    let count = ends[index] - start
    guard count > 0, let first = characters.baseAddress else { return }
    next.update(from: first + start, count: count)
    next += count
  }
}
