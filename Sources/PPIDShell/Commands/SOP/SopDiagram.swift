import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let sopDiagram = Command(
    "sop diagram", needs: .anything,
    help: Phrase(
      id: """
        Diagram alir SOP: tiga pelaksana, panah, ke mana Y dan T, dan unit mana yang kini ada di langkah mana. \
        Dengan --ke ditulis sebagai gambar (.svg) atau teks (.txt).
        """,
      en: """
        The SOP's flow chart: its three lanes, the arrows, where Y and T lead, and which units stand at which step now. \
        With --ke it is written as an image (.svg) or a text (.txt).
        """),
    Parameter<Period?>.option(
      "siklus", Phrase(id: "hanya siklus ini; tanpa ini semua yang terbuka", en: "this cycle only; all that are open, when left out")),
    Parameter<String?>.option("ke", Phrase(id: "berkas .svg atau .txt", en: "the file, .svg or .txt")).completing(.files),
    gives: .any,
    examples: [
      Example("sop diagram"), Example("siklus buka 2026-11; sop diagram --siklus 2026-11"),
      Example("sop diagram --ke sop.svg", prints: "diagram SOP ditulis ke sop.svg"),
    ]
  ) { session, period, path in
    let form = try path.map(DiagramForm.init)
    let layout = FlowLayout(try session.engine.workflow.swimlane(of: period))
    func drawn(_ form: DiagramForm) -> String {
      switch form {
      case .svg: SVGFlow(layout, session.language).text()
      case .text: TextFlow(layout, width: nil, isASCII: false, session.language).text() + "\n"
      }
    }
    guard let path, let form else {
      let view = TextFlow(layout, width: session.console.width, isASCII: !session.console.terminal.showsUTF8, session.language)
      return .text(Text(view.text()))
    }
    let file = try StagedFile(path: path)
    try file.write(drawn(form).utf8)
    try file.close()
    try session.engine.stage(file)
    return session.change(
      [("berkas", .text(path))], Phrase(id: "diagram SOP ditulis ke \(path)", en: "the SOP's diagram is written to \(path)"))
  }
}

/// What a diagram is written as.
private enum DiagramForm {
  case svg
  case text

  /// By the ending of the file's name.
  init(_ path: String) throws {
    let name = path.lowercased()
    if name.hasSuffix(".svg") {
      self = .svg
    } else if name.hasSuffix(".txt") {
      self = .text
    } else {
      throw Failure(
        Phrase(id: "`\(path)`: diagram ditulis sebagai .svg atau .txt", en: "`\(path)`: a diagram is written as .svg or .txt"))
    }
  }
}
