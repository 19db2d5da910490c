import PPIDValues

/// Functions that take texts apart, put them together and change them.
extension Builtin {
  static let pisah = Builtin(
    "pisah",
    help: Phrase(
      id: "Memisahkan teks pada setiap pemisah; dengan pemisah \"\" menjadi karakter.",
      en: "Splits a text at each separator; with \"\" into characters."),
    [.text, .separator], gives: .type(.list),
    examples: [Example("cetak $(pisah \"a,b,c\" \",\")", prints: "[\"a\",\"b\",\"c\"]")]
  ) { arguments, monitor in
    let text = try arguments.text(0)
    let separator = try arguments.text(1)
    var parts: [Value] = []
    var pace = Pace(monitor)
    func add(_ part: Text) throws {
      try pace.step(over: part.byteCount)
      guard parts.count < List.largestCount else { throw RuntimeProblem.tooLarge(.list) }
      parts.append(.text(part))
    }
    if separator.byteCount == 0 {
      for scalar in text.string.unicodeScalars {
        try add(scalar.isASCII ? Text.ascii(UInt8(scalar.value)) : Text(String(scalar)))
      }
    } else {
      try text.forEachPart(between: separator, monitor) { try add(Text($0)) }
    }
    return .list(List(parts))
  }

  static let sambung = Builtin(
    "sambung",
    help: Phrase(
      id: "Menyambung unsur-unsur daftar menjadi satu teks, dengan pemisah di antaranya.",
      en: "Joins the elements of a list into one text, with a separator between them."),
    [
      ParameterSignature(
        "daftar", .argument(required: true), .types([.list]), help: Phrase(id: "unsur-unsurnya", en: "the elements")),
      .separator,
    ],
    gives: .type(.text), examples: [Example("cetak $(sambung [1, 2, 3] \"-\")", prints: "1-2-3")]
  ) { arguments, monitor in
    guard case .list(let list) = try arguments.value(0) else { throw try arguments.wrong(0, [.list]) }
    let separator = try arguments.text(1).string
    var joined = ""
    var pace = Pace(monitor)
    for (index, element) in list.enumerated() {
      if index > 0 { joined += separator }
      let part = try element.canonicalText()
      try pace.step(over: part.byteCount + separator.utf8.count)
      joined += part.string
      guard joined.utf8.count <= Text.largestByteCount else { throw RuntimeProblem.tooLarge(.text) }
    }
    return .text(joined)
  }

  static let ganti = Builtin(
    "ganti",
    help: Phrase(
      id: "Mengganti setiap kemunculan teks lama dengan yang baru.",
      en: "Replaces every occurrence of a text by another."),
    [
      .text,
      ParameterSignature(
        "lama", .argument(required: true), .text, help: Phrase(id: "teks yang dicari", en: "the text to look for")),
      ParameterSignature(
        "baru", .argument(required: true), .text, help: Phrase(id: "penggantinya", en: "what comes in its place")),
    ],
    gives: .type(.text), examples: [Example("cetak $(ganti \"2025-01\" \"-\" \"/\")", prints: "2025/01")]
  ) { arguments, monitor in
    let old = try arguments.text(1)
    let new = try arguments.text(2).string
    guard old.byteCount > 0 else { throw RuntimeProblem.emptySearch(command: arguments.command) }
    var changed = ""
    var isFirst = true
    var pace = Pace(monitor)
    try arguments.text(0).forEachPart(between: old, monitor) { part in
      try pace.step(over: part.utf8.count + new.utf8.count)
      if !isFirst { changed += new }
      isFirst = false
      changed += part
      guard changed.utf8.count <= Text.largestByteCount else { throw RuntimeProblem.tooLarge(.text) }
    }
    return .text(changed)
  }

  static let hurufBesar = Builtin(
    "huruf-besar",
    help: Phrase(id: "Teks dengan huruf besar.", en: "The text in capitals."),
    [.text], gives: .type(.text), examples: [Example("cetak $(huruf-besar \"dip\")", prints: "DIP")]
  ) { arguments, monitor in try .text(arguments.text(0).changed(monitor) { $0.uppercased() }) }

  static let hurufKecil = Builtin(
    "huruf-kecil",
    help: Phrase(id: "Teks dengan huruf kecil.", en: "The text in small letters."),
    [.text], gives: .type(.text), examples: [Example("cetak $(huruf-kecil \"DIP\")", prints: "dip")]
  ) { arguments, monitor in try .text(arguments.text(0).changed(monitor) { $0.lowercased() }) }

  static let pangkas = Builtin(
    "pangkas",
    help: Phrase(
      id: "Teks tanpa spasi dan ganti baris di kedua ujungnya.", en: "The text without white space at its ends."),
    [.text], gives: .type(.text), examples: [Example("cetak $(pangkas \"  dip \")", prints: "dip")]
  ) { arguments, monitor in
    let scalars = try arguments.text(0).string.unicodeScalars
    var pace = Pace(monitor)
    func isVisible(_ scalar: Unicode.Scalar) throws -> Bool {
      try pace.step()
      return !scalar.properties.isWhitespace
    }
    guard let first = try scalars.firstIndex(where: isVisible), let last = try scalars.lastIndex(where: isVisible)
    else { return .text(Text.empty) }
    return .text(String(scalars[first...last]))
  }
}

extension ParameterSignature {
  /// The text that a text function works on.
  static let text = ParameterSignature(
    "teks", .argument(required: true), .text, help: Phrase(id: "teksnya", en: "the text"))

  fileprivate static let separator = ParameterSignature(
    "pemisah", .argument(required: true), .text, help: Phrase(id: "pemisahnya", en: "the separator"))
}

extension Text {
  /// Calls `body` with what stands before, between and after the occurrences of `separator`, which isn't empty.
  fileprivate func forEachPart(
    between separator: Text, _ monitor: any Monitor, _ body: (String) throws -> Void
  ) throws {
    try string.withBytes { bytes in
      try separator.string.withBytes { separator in
        let search = try ByteSearch(for: separator, check: monitor.check)
        var start = 0
        while let found = try search.first(in: bytes, from: start, check: monitor.check) {
          try body(String(decoding: bytes[start..<found], as: UTF8.self))
          start = found + separator.count
        }
        try body(String(decoding: bytes[start...], as: UTF8.self))
      }
    }
  }

  /// The text with each of its scalars changed by itself, a stretch at a time.
  fileprivate func changed(_ monitor: any Monitor, _ change: (String) -> String) throws -> String {
    try string.withBytes { bytes in
      var changed = ""
      var start = 0
      while start < bytes.count {
        var end = min(start + ByteSearch.stretch / 4, bytes.count)
        // Not within a scalar.
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        changed += change(String(decoding: bytes[start..<end], as: UTF8.self))
        guard changed.utf8.count <= Text.largestByteCount else { throw RuntimeProblem.tooLarge(.text) }
        try monitor.check()
        start = end
      }
      return changed
    }
  }
}
