/// What an entry that is being typed has open where it breaks off: brackets, texts, the pipeline and its stage.
///
/// The parser reads what is complete; this looks at what is not, and never fails.
struct OpenEntry {
  enum Bracket: Equatable {
    /// `$( … )`
    case call
    /// `{ … }` of a statement
    case block
    /// `{ … }` of a record
    case record
    /// `( … )`
    case group
    /// `[ … ]`
    case list
    /// `" … "`
    case text
    /// `{ … }` in a text
    case interpolation

    /// What closes it.
    var closer: String {
      switch self {
      case .call, .group: ")"
      case .block, .record, .interpolation: "}"
      case .list: "]"
      case .text: "\""
      }
    }
  }

  /// Something that is open: the entry itself, or a bracket in it. Places are offsets of bytes.
  struct Frame {
    /// Nil for the entry itself.
    let bracket: Bracket?
    let start: Int
    /// Where the pipeline begins, and its last stage.
    var pipeline: Int
    var stage: Int
    /// The `|` before the last stage.
    var pipe: Int?
  }

  let bytes: [UInt8]
  private(set) var frames: [Frame]
  private(set) var isInComment = false
  /// Where a raw text begins that isn't closed.
  private(set) var rawText: Int?

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    frames = [Frame(bracket: nil, start: 0, pipeline: 0, stage: 0)]
    scan()
  }

  /// The innermost frame that holds pipelines, or a text.
  var context: Frame { frames.last { $0.bracket != .group && $0.bracket != .list } ?? frames[0] }

  /// What closes all that is open, the innermost first.
  var closers: [String] { frames.reversed().compactMap { $0.bracket?.closer } }

  /// Whether `list` is an argument, or part of an expression, in the stage of `outer`: an index or a list in a list is neither.
  func isArgument(_ list: Frame, of outer: Frame) -> Bool {
    let isAlone = !frames.contains { $0.bracket == .list && $0.start > outer.start && $0.start < list.start }
    return isAlone && list.start > 0 && " \t\n=(".utf8.contains(bytes[list.start - 1])
  }

  private var bracket: Bracket? { frames[frames.count - 1].bracket }

  private mutating func scan() {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if bracket == .text {
        switch byte {
        case Byte.backslash: index += 1
        case Byte.quote: frames.removeLast()
        case Byte.leftBrace: open(.interpolation, index, length: 1)
        default: break
        }
      } else {
        switch byte {
        case Byte.quote: open(.text, index, length: 1)
        case Byte.apostrophe where beginsWord(index):
          guard let end = bytes[(index + 1)...].firstIndex(of: Byte.apostrophe) else {
            rawText = index
            return
          }
          index = end
        case Byte.hash where beginsWord(index):
          guard let end = bytes[index...].firstIndex(of: Byte.newline) else {
            isInComment = true
            return
          }
          index = end - 1
        case Byte.dollar where index + 1 < bytes.count && bytes[index + 1] == Byte.leftParen:
          open(.call, index, length: 2)
          index += 1
        case Byte.leftParen: open(.group, index, length: 1)
        case Byte.leftBracket: open(.list, index, length: 1)
        case Byte.leftBrace: open(isBeforeBlock ? .block : .record, index, length: 1)
        case Byte.rightParen, Byte.rightBracket, Byte.rightBrace:
          if frames.count > 1 { frames.removeLast() }
        case Byte.pipe:
          frames[frames.count - 1].pipe = index
          frames[frames.count - 1].stage = index + 1
        case UInt8(ascii: ";"): beginPipeline(index + 1)
        case Byte.newline: if endsStatement(index) { beginPipeline(index + 1) }
        default: break
        }
      }
      index += 1
    }
  }

  private mutating func open(_ bracket: Bracket, _ start: Int, length: Int) {
    frames.append(Frame(bracket: bracket, start: start, pipeline: start + length, stage: start + length))
  }

  private mutating func beginPipeline(_ start: Int) {
    frames[frames.count - 1].pipeline = start
    frames[frames.count - 1].stage = start
    frames[frames.count - 1].pipe = nil
  }

  private func beginsWord(_ index: Int) -> Bool {
    index == 0 || " \t\n|;(){}[],=".utf8.contains(bytes[index - 1])
  }

  /// Whether the statement at hand is one that goes on in a block.
  private var isBeforeBlock: Bool {
    guard let first = OpenEntry.words(bytes[context.stage...]).first, let keyword = Keyword(rawValue: first) else { return false }
    return [.jika, .lainnya, .untuk, .selama, .fungsi, .coba, .tangkap, .transaksi].contains(keyword)
  }

  /// Whether the line end at `index` ends a statement: not in brackets, not behind a `|`, not before one.
  private func endsStatement(_ index: Int) -> Bool {
    if bracket == .group || bracket == .list { return false }
    let frame = frames[frames.count - 1]
    let isBlank = bytes[frame.stage..<index].allSatisfy { $0 == Byte.space || $0 == Byte.tab || $0 == Byte.newline }
    if frame.pipe != nil, isBlank { return false }
    let next = bytes[(index + 1)...].first { $0 != Byte.space && $0 != Byte.tab && $0 != Byte.newline }
    return next != Byte.pipe
  }

  /// The words of a stage, split at blanks outside of texts and brackets.
  static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var depth = 0
    var quote: UInt8?
    for byte in bytes {
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == Byte.quote || byte == Byte.apostrophe && word.isEmpty {
        quote = byte
      } else if byte == Byte.leftParen || byte == Byte.leftBracket || byte == Byte.leftBrace {
        depth += 1
      } else if byte == Byte.rightParen || byte == Byte.rightBracket || byte == Byte.rightBrace {
        depth -= 1
      } else if depth <= 0, byte == Byte.space || byte == Byte.tab || byte == Byte.newline {
        if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
        word = []
        continue
      }
      word.append(byte)
    }
    if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
    return words
  }
}
