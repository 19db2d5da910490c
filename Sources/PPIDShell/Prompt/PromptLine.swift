import PPIDEngine
import PPIDValues

/// What stands before the line: the archive, the month and how far it is, who one is; narrow windows get less.
///
/// It is asked for once an entry, and costs one small question to the archive.
struct PromptLine {
  let archive: String
  let standing: Standing?
  let marks: [Phrase]
  let language: Language

  /// Windows narrower than this get the shorter forms.
  private static let wide = 72
  private static let narrow = 44
  /// A command that took longer is told of, in milliseconds.
  private static let longCommand = 500

  init(_ session: Session) {
    let engine = session.engine
    let file = engine.path.split(separator: "/").last.map(String.init) ?? engine.path
    archive = file.hasSuffix(".db") ? String(file.dropLast(3)) : file
    // A prompt that fails would keep people from mending what is wrong.
    standing = engine.exists ? try? engine.completion.standing() : nil
    var marks: [Phrase] = []
    if let mark = session.promptMark { marks.append(mark) }
    if session.settings.isDryRun { marks.append(Phrase(id: "coba", en: "dry run")) }
    if engine.isReadOnly { marks.append(Phrase(id: "hanya baca", en: "read only")) }
    if !engine.exists { marks.append(Phrase(id: "baru", en: "new")) }
    self.marks = marks
    language = session.language
  }

  /// The prompt for a window of so many columns; `took` is how long the last command ran, in milliseconds.
  func prompt(columns: Int, took: Int?) -> Prompt {
    var left = StyledText(columns < PromptLine.narrow ? "ppid" : archive, .command)
    if let standing {
      if columns >= PromptLine.narrow { left += StyledText(" \(standing.month?.period ?? standing.now)", .date) }
      if columns >= PromptLine.wide {
        if let month = standing.month { left += StyledText(" " + progress(of: month), .faint) }
        left += StyledText(" " + who(standing), .plain)
      }
    }
    for mark in marks { left += StyledText(" (\(mark[language]))", .warning) }
    var right = StyledText()
    if let took, took >= PromptLine.longCommand { right = StyledText(duration(took), .faint) }
    var prompt = Prompt(left: left + StyledText("> "), right: right, continuation: StyledText("  … ", .faint))
    prompt.fitted = { self.prompt(columns: $0, took: took) }
    return prompt
  }

  /// Where the SOP stands: how many deliveries are settled, then the month's own step.
  private func progress(of month: Standing.Month) -> String {
    if month.isDone { return Phrase(id: "selesai", en: "done")[language] }
    guard month.settled == month.deliveries else { return "\(month.settled)/\(month.deliveries) unit" }
    return Phrase(id: "langkah \(month.step)", en: "step \(month.step)")[language]
  }

  private func who(_ standing: Standing) -> String {
    let roles = Role.allCases.filter(standing.person.roles.contains)
    let named =
      roles.count >= Role.allCases.count - 1
      ? Phrase(id: "semua peran", en: "all roles")[language]
      : roles.count > 2 ? "\(roles[0].rawValue)+\(roles.count - 1)" : roles.map(\.rawValue).joined(separator: ",")
    return standing.isActedFor ? "\(standing.person.name):\(named)" : named
  }

  /// `1,2 dtk`, `3 mnt 5 dtk`.
  private func duration(_ milliseconds: Int) -> String {
    let tenths = (milliseconds + 50) / 100
    guard tenths >= 600 else {
      return Phrase(id: "\(tenths / 10),\(tenths % 10) dtk", en: "\(tenths / 10).\(tenths % 10) s")[language]
    }
    let seconds = milliseconds / 1000
    return Phrase(id: "\(seconds / 60) mnt \(seconds % 60) dtk", en: "\(seconds / 60) min \(seconds % 60) s")[language]
  }
}
