import PPIDScript
import PPIDValues

/// A demo as it is written: an ordinary script whose statements are the steps, with notes in the comments above them.
struct DemoScript: Sendable {
  let source: SourceText
  private(set) var steps: [DemoStep] = []
  /// The definitions of functions: known from the beginning on, and no steps.
  private(set) var functions: [SourceRange] = []

  /// Reads a script that was checked already.
  ///
  /// - Parameters:
  ///   - activities: how many activities the SOP has.
  ///   - faults: takes what is wrong with the notes.
  init(_ source: SourceText, activities: Int, faults: inout [Diagnostic]) {
    self.source = source
    let parsed = Parser.parse(source)
    var lines = NoteLine.all(in: source, parsed.marks, around: parsed.script.statements, faults: &faults)[...]
    var reader = NoteReader(source, activities: activities)
    // Stage directions that wait for the statement they belong to.
    var directions: [SourceRange] = []
    var notes = DemoStep.Notes()
    for statement in parsed.script.statements {
      if case .function = statement.kind {
        functions.append(statement.range)
        continue
      }
      let own = lines.prefix { $0.range.lowerBound < statement.range.lowerBound }
      lines = lines.dropFirst(own.count)
      let ownNotes = reader.read(own)
      if ownNotes.text != nil || directions.isEmpty {
        // Directions with a note of their own are a step.
        if !directions.isEmpty, notes.text != nil {
          steps.append(DemoStep(notes: notes, statements: directions, isDirection: true))
          directions = []
        }
        notes = ownNotes
      } else {
        notes.add(ownNotes)
      }
      directions.append(statement.range)
      guard !DemoScript.isDirection(statement) else { continue }
      steps.append(DemoStep(notes: notes, statements: directions, isDirection: false))
      directions = []
    }
    if !directions.isEmpty { steps.append(DemoStep(notes: notes, statements: directions, isDirection: true)) }
    reader.refuse(lines, Phrase(id: "catatan ini tidak punya perintah di bawahnya", en: "this note has no command below it"))
    faults += reader.faults
  }

  /// Whether a statement says who acts or when: `demo peran …`, `demo jam …`.
  private static func isDirection(_ statement: Statement) -> Bool {
    guard case .pipeline(let pipeline) = statement.kind, pipeline.segments.count == 1,
      case .command(let command) = pipeline.segments[0].kind, command.head.text == "demo",
      case .word(let word)? = command.arguments.first?.kind
    else { return false }
    return word == "peran" || word == "jam"
  }
}

extension SourceText {
  /// The text with nothing but these pieces, each in its place.
  func keeping(_ ranges: [SourceRange]) -> SourceText {
    var kept = bytes.map { $0 == UInt8(ascii: "\n") ? $0 : UInt8(ascii: " ") }
    for range in ranges {
      let place = range.lowerBound..<range.upperBound
      kept.replaceSubrange(place, with: bytes[place])
    }
    return SourceText(name: name, bytes: kept)
  }
}
