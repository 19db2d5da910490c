/// What may stand where the cursor is, in an entry that is being typed.
package struct CompletionPlace: Sendable {
  package enum Kind: Sendable {
    case nothing
    /// `$…`
    case variable
    /// A command's name, or an argument of one: `words` stand before it in its stage.
    case command(words: [String])
    /// An expression about a row; `column` is what the value here is compared with.
    case row(column: String?)
    /// A column to group by.
    case groupKey
    /// `hitung()` and the like, behind a `nama =`.
    case aggregate
    /// A column that an aggregate works on.
    case aggregated
  }

  package let kind: Kind
  /// What is typed of the word so far, without its quote.
  package let word: String
  /// What a completion takes the place of, in bytes; with its quote.
  package let range: Range<Int>
  /// Whether the word began with a `"`.
  package let isQuoted: Bool
  /// Whether something is piped into the stage.
  package let isPiped: Bool
  /// What is piped in: the entry up to the `|`, with everything that is open closed, and where the pipeline ends in it.
  private let inputs: [(source: SourceText, end: Int)]

  /// Looks at an entry up to the cursor, a place between two characters, in bytes.
  package init(in text: String, at cursor: Int) {
    let bytes = Array(text.utf8.prefix(cursor))
    let entry = OpenEntry(bytes)
    let frame = entry.context
    isQuoted = frame.bracket == .text
    // The stage that an open text is an argument of.
    let outer = isQuoted ? entry.frames.dropLast().last { $0.bracket != .group && $0.bracket != .list } ?? frame : frame
    let start = isQuoted ? frame.start : CompletionPlace.wordStart(bytes, from: outer.stage)
    word = String(decoding: bytes[(isQuoted ? start + 1 : start)...], as: UTF8.self)
    range = start..<bytes.count
    isPiped = outer.pipe != nil
    inputs = CompletionPlace.inputs(bytes, outer)
    kind =
      entry.isInComment || entry.rawText != nil || outer.bracket == .record
      ? .nothing : CompletionPlace.kind(bytes, stage: outer.stage, word: word, start: start, isQuoted: isQuoted, isPiped: isPiped)
  }

  /// The same place, where only the last part of the word counts.
  package func narrowed(to part: String) -> CompletionPlace {
    CompletionPlace(self, word: part, range: (range.upperBound - part.utf8.count)..<range.upperBound)
  }

  private init(_ place: CompletionPlace, word: String, range: Range<Int>) {
    (kind, isPiped, inputs) = (place.kind, place.isPiped, place.inputs)
    (self.word, self.range) = (word, range)
    isQuoted = false
  }

  /// The columns of what is piped in, where they can be known before anything runs.
  package func columns(_ catalog: any Catalog, _ session: Session) -> [Column]? {
    for (source, end) in inputs {
      if let columns = Checker.columns(ofPipelineEndingAt: end, in: source, catalog: catalog, session: session) { return columns }
    }
    return nil
  }

  private static func kind(_ bytes: [UInt8], stage: Int, word: String, start: Int, isQuoted: Bool, isPiped: Bool) -> Kind {
    if word.hasPrefix("$"), !isQuoted { return .variable }
    var words = OpenEntry.words(bytes[stage..<start])
    if words.first == Keyword.jelaskan.rawValue { words.removeFirst() }
    switch words.first {
    case nil: return isQuoted ? .nothing : .command(words: [])
    case "saring": return .row(column: comparedColumn(bytes[stage..<start]))
    case "dengan":
      return words.contains { $0.contains("=") } ? .row(column: comparedColumn(bytes[stage..<start])) : .nothing
    case "kelompok": return groupPlace(bytes[stage..<start])
    case let first?:
      // Statements and expressions are not for completion; what stands in brackets in them is.
      guard Keyword(rawValue: first) == nil, first.first?.isLetter == true else { return .nothing }
      return .command(words: words)
    }
  }

  private static func groupPlace(_ stage: ArraySlice<UInt8>) -> Kind {
    switch stage.last(where: { $0 != Byte.space }) {
    case Byte.leftParen: return .aggregated
    case Byte.equals: return .aggregate
    default: return .groupKey
    }
  }

  /// The column that an operator before this place compares with what comes.
  private static func comparedColumn(_ stage: ArraySlice<UInt8>) -> String? {
    let before = String(decoding: stage, as: UTF8.self)
    return before.firstMatch(of: /([A-Za-z_][A-Za-z0-9_]*)\s*(?:[=!]=|[<>]=?|\bdi\b|\bcocok\b)\s*\(?$/).map { String($0.1) }
  }

  /// Where the word begins whose end is the end of `bytes`.
  private static func wordStart(_ bytes: [UInt8], from stage: Int) -> Int {
    let isArgument = !["saring", "dengan", "kelompok"].contains(OpenEntry.words(bytes[stage...]).first)
    var start = bytes.count
    while start > stage, !delimiters.contains(bytes[start - 1]), isArgument || !operators.contains(bytes[start - 1]) { start -= 1 }
    if start > stage, bytes[start - 1] == Byte.dollar { start -= 1 }
    // The value of `--nama=nilai` is a word of its own.
    if bytes[start...].starts(with: "--".utf8), let equals = bytes[start...].firstIndex(of: Byte.equals) { return equals + 1 }
    return start
  }

  private static let delimiters = Set(" \t\n|;(){}[],\"$".utf8)
  private static let operators = Set("=<>!+*/%".utf8)

  private static func inputs(_ bytes: [UInt8], _ frame: OpenEntry.Frame) -> [(source: SourceText, end: Int)] {
    guard let pipe = frame.pipe else { return [] }
    let blanks = bytes[..<pipe].reversed().prefix { $0 == Byte.space || $0 == Byte.tab || $0 == Byte.newline }.count
    let end = pipe - blanks
    guard end > frame.pipeline else { return [] }
    let whole = Array(bytes[..<end])
    let closed = whole + Array((" " + OpenEntry(whole).closers).utf8)
    let alone = bytes[frame.pipeline..<end].drop { $0 == Byte.space || $0 == Byte.tab || $0 == Byte.newline }
    return [
      (SourceText(name: "prompt", bytes: closed), end), (SourceText(name: "prompt", bytes: Array(alone)), alone.count),
    ]
  }
}

/// Where in a command's arguments the cursor is.
package struct CompletionCall: Sendable {
  /// The place of the parameter whose value stands here, in the signature; nil where none is left.
  package private(set) var parameter: Int?
  /// Whether it is the value of an option, so that nothing else may stand here.
  package private(set) var isOptionValue = false
  /// The options that stand before.
  package private(set) var given: Set<String> = []

  /// `words` stand behind the command's name, before the cursor.
  package init(_ signature: Signature, words: some Sequence<String>, isPiped: Bool) {
    let parameters = signature.parameters
    var positional = parameters.indices.filter { parameters[$0].isPositional }[...]
    if isPiped { _ = positional.popFirst() }
    var pending: Int?
    for word in words {
      if word.hasPrefix("--") {
        let parts = word.dropFirst(2).split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(parts.first ?? "")
        given.insert(name)
        let option = parameters.firstIndex { $0.name == name && !$0.isPositional && !$0.isFlag }
        // `--nama=` without its value is split off as a word of its own.
        pending = parts.count < 2 || parts[1].isEmpty ? option : nil
      } else if pending != nil {
        pending = nil
      } else if let first = positional.first, !parameters[first].takesRest {
        positional.removeFirst()
      }
    }
    isOptionValue = pending != nil
    parameter = pending ?? positional.first
  }
}
