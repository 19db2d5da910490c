/// What may stand where the cursor is, in an entry that is being typed.
package struct CompletionPlace: Sendable {
  package enum Kind: Sendable {
    case nothing
    /// `$…`
    case variable
    /// A field or column of an operand, behind its `.`
    case field
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
  /// In the brackets of a list, the items that stand before; nil elsewhere.
  package let listed: [String]?
  /// What is asked about: the entry up to a pipeline's or an operand's end, with everything that is open closed.
  private let inputs: [Probe]

  /// A source, and where in it stands the end of what is asked about.
  private typealias Probe = (source: SourceText, end: Int)

  /// Looks at an entry up to the cursor, a place between two characters, in bytes.
  package init(in text: String, at cursor: Int) {
    let bytes = Array(text.utf8.prefix(cursor))
    let entry = OpenEntry(bytes)
    let frame = entry.context
    isQuoted = frame.bracket == .text
    let around = isQuoted ? entry.frames.dropLast() : entry.frames[...]
    // The stage that an open text or bracket is an argument of.
    let outer = around.last { $0.bracket != .group && $0.bracket != .list } ?? frame
    let start = isQuoted ? frame.start : CompletionPlace.wordStart(bytes, from: outer.stage)
    isPiped = outer.pipe != nil
    let typed = bytes[(isQuoted ? start + 1 : start)...]
    let isCode = !entry.isInComment && entry.rawText == nil
    if isCode, !isQuoted, let dot = CompletionPlace.dot(bytes, start) {
      (kind, word, range, listed) = (.field, String(decoding: bytes[(dot + 1)...], as: UTF8.self), (dot + 1)..<bytes.count, nil)
      inputs = CompletionPlace.probes(of: Array(bytes[..<dot]), operand: start)
      return
    }
    (word, range) = (String(decoding: typed, as: UTF8.self), start..<bytes.count)
    if isCode, !isQuoted, typed.first == Byte.dollar {
      (kind, listed) = (.variable, nil)
      inputs = CompletionPlace.probes(of: Array(bytes[..<start]) + Array("$_".utf8), operand: start)
      return
    }
    inputs = CompletionPlace.inputs(bytes, outer)
    let list = around.last?.bracket == .list ? around.last : nil
    listed = list.map { CompletionPlace.items(bytes[($0.start + 1)..<start]) }
    guard isCode, outer.bracket != .record, list.map({ entry.isArgument($0, of: outer) }) ?? true else {
      kind = .nothing
      return
    }
    let kind = CompletionPlace.kind(bytes[outer.stage..<start], list: list?.start, isQuoted: isQuoted)
    // What stands in round brackets as an argument is a calculation.
    if case .command(let words) = kind, !words.isEmpty, around.last?.bracket == .group { self.kind = .nothing } else { self.kind = kind }
  }

  /// The same place, where only the last part of the word counts.
  package func narrowed(to part: String) -> CompletionPlace {
    CompletionPlace(self, word: part, range: (range.upperBound - part.utf8.count)..<range.upperBound)
  }

  private init(_ place: CompletionPlace, word: String, range: Range<Int>) {
    (kind, isPiped, inputs, listed) = (place.kind, place.isPiped, place.inputs, place.listed)
    (self.word, self.range) = (word, range)
    isQuoted = false
  }

  // MARK: What can be known before anything runs

  /// The columns of what is piped in.
  package func columns(_ catalog: any Catalog, _ session: Session) -> [Column]? {
    inputs.lazy.compactMap { Checker.columns(ofPipelineEndingAt: $0.end, in: $0.source, catalog: catalog, session: session) }.first
  }

  /// The fields of the operand before the `.`.
  package func fields(_ catalog: any Catalog, _ session: Session) -> [Column] {
    inputs.lazy.compactMap { Checker.operand(endingAt: $0.end, in: $0.source, catalog: catalog, session: session)?.type.fields }
      .first { !$0.isEmpty } ?? []
  }

  /// The variables that can be named here, by name, each with the type that it is known to have.
  package func variables(_ catalog: any Catalog, _ session: Session) -> [(name: String, type: ValueType?)] {
    let operand = inputs.lazy.compactMap { Checker.operand(endingAt: $0.end, in: $0.source, catalog: catalog, session: session) }.first
    return (operand?.variables ?? [:]).map { (name: $0.key, type: $0.value.type) }.sorted { $0.name < $1.name }
  }

  // MARK: The stage

  /// What may stand behind `stage`, the bytes of the stage before the word, or before the list that the word is in.
  private static func kind(_ stage: ArraySlice<UInt8>, list: Int?, isQuoted: Bool) -> Kind {
    var words = OpenEntry.words(stage[..<(list ?? stage.endIndex)])
    if words.first == Keyword.jelaskan.rawValue { words.removeFirst() }
    switch words.first {
    case nil: return isQuoted || list != nil ? .nothing : .command(words: [])
    case "saring": return .row(column: comparedColumn(stage))
    case "dengan": return words.contains { $0.contains("=") } ? .row(column: comparedColumn(stage)) : .nothing
    case "kelompok": return groupPlace(stage)
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
    return before.firstMatch(of: /([A-Za-z_][A-Za-z0-9_]*)\s*(?:[=!]=|[<>]=?|\bdi\b|\bcocok\b)\s*(?:\(|\[[^\]]*)?$/).map { String($0.1) }
  }

  /// The items of a list, without their quotes.
  private static func items(_ list: ArraySlice<UInt8>) -> [String] {
    list.split(whereSeparator: { $0 == Byte.comma || $0 == Byte.newline }).map { item in
      String(decoding: item.filter { $0 != Byte.space && $0 != Byte.tab && $0 != Byte.quote }, as: UTF8.self)
    }.filter { !$0.isEmpty }
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

  /// The last `.` behind an operand: in a word that begins with `$`, or that touches a closing bracket.
  private static func dot(_ bytes: [UInt8], _ start: Int) -> Int? {
    guard let first = bytes[start...].first else { return nil }
    let isBehindBracket = first == Byte.dot && start > 0 && (bytes[start - 1] == Byte.rightParen || bytes[start - 1] == Byte.rightBracket)
    return first == Byte.dollar || isBehindBracket ? bytes[start...].lastIndex(of: Byte.dot) : nil
  }

  private static let delimiters = Set(" \t\n|;(){}[],\"$".utf8)
  private static let operators = Set("=<>!+*/%".utf8)

  // MARK: What is asked about

  private static func inputs(_ bytes: [UInt8], _ frame: OpenEntry.Frame) -> [Probe] {
    guard let pipe = frame.pipe else { return [] }
    let blanks = bytes[..<pipe].reversed().prefix { $0 == Byte.space || $0 == Byte.tab || $0 == Byte.newline }.count
    let end = pipe - blanks
    guard end > frame.pipeline else { return [] }
    let whole = Array(bytes[..<end])
    let alone = bytes[frame.pipeline..<end].drop { $0 == Byte.space || $0 == Byte.tab || $0 == Byte.newline }
    return [probe(whole, OpenEntry(whole).closers), probe(Array(alone), [])]
  }

  /// More brackets than these are closed in one way only.
  private static let mostClosers = 8

  /// The operand that `bytes` end with; where a statement like `jika` still lacks its block, that is put where it may belong. At last
  /// the operand alone.
  private static func probes(of bytes: [UInt8], operand start: Int) -> [Probe] {
    let closers = OpenEntry(bytes).closers
    var probes = [probe(bytes, closers)]
    if closers.count <= mostClosers {
      probes += (0...closers.count).map { place in
        var closers = closers
        closers.insert("{ }", at: place)
        return probe(bytes, closers)
      }
    }
    return probes + [probe(Array(bytes[start...]), [])]
  }

  private static func probe(_ bytes: [UInt8], _ closers: [String]) -> Probe {
    (SourceText(name: "prompt", bytes: bytes + Array((" " + closers.joined(separator: " ")).utf8)), bytes.count)
  }
}
