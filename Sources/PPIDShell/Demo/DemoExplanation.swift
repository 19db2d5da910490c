import PPIDEngine
import PPIDScript
import PPIDValues

/// What a step means: its notes, the activity of the SOP, where that is written, and what its commands do.
struct DemoExplanation {
  private let step: DemoStep
  private let source: SourceText
  private let procedure: Procedure
  private let catalog: CommandTable
  private let language: Language

  init(_ step: DemoStep, of source: SourceText, _ procedure: Procedure, _ catalog: CommandTable, _ language: Language) {
    self.step = step
    self.source = source
    self.procedure = procedure
    self.catalog = catalog
    self.language = language
  }

  /// Lines with their ends.
  func text(width: Int) -> String {
    var parts: [String] = []
    if let heading = step.notes.heading { parts.append(heading[language]) }
    if let note = step.notes.text { parts.append(note[language]) }
    if let activity = step.notes.activity.flatMap({ procedure[$0] }) {
      let lane = activity.lane.rawValue
      let time = activity.time.map { ", \($0)" } ?? ""
      parts.append(
        Phrase(
          id: "Kegiatan \(activity.number) (\(lane)\(time)): \(activity.text)",
          en: "Activity \(activity.number) (\(lane)\(time)): \(activity.text)")[language])
      if let gate = activity.gate?.meaning[language] {
        parts.append(Phrase(id: "Syaratnya: \(gate)", en: "It asks for: \(gate)")[language])
      }
    }
    if let basis = step.notes.basis { parts.append(Phrase(id: "Dasar: \(basis)", en: "Basis: \(basis)")[language]) }
    if let refusal = step.notes.refusal {
      parts.append(
        Phrase(
          id: "Langkah ini akan ditolak, dengan status \(refusal.rawValue): penolakan itu pelajarannya.",
          en: "This step will be refused, with status \(refusal.rawValue): the refusal is the lesson.")[language])
    }
    parts += commands.map { "\($0.name): \($0.help[language])" }
    let paragraphs = parts.map { CellText.lines(of: $0, width: width).joined(separator: "\n") }
    return paragraphs.joined(separator: "\n\n") + "\n"
  }

  /// The commands that the step runs, each once; who acts and when is told on the board.
  private var commands: [Signature] {
    let all = catalog.signatures + Builtins.signatures
    let marks = Parser.parse(source.keeping(step.isDirection ? step.statements : step.statements.suffix(1))).marks
    var found: [Signature] = []
    for (index, mark) in marks.enumerated() where mark.kind == .command {
      let head = source.text(in: mark.range)
      let second = index + 1 < marks.count ? source.text(in: marks[index + 1].range) : ""
      guard let signature = all.first(where: { $0.name == "\(head) \(second)" }) ?? all.first(where: { $0.name == head }),
        !found.contains(where: { $0.name == signature.name })
      else { continue }
      found.append(signature)
    }
    return found
  }
}
