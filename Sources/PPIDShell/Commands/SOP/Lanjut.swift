import Glibc
import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let lanjut = Command(
    "lanjut", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan hal berikut yang menunggu Anda; di prompt, menanyakan yang diperlukan lalu menjalankannya.",
      en: "Shows the next thing that waits for you; at the prompt, asks for what it needs and runs it."),
    gives: .record(columns), examples: [Example("lanjut")]
  ) { session in
    guard let row = try session.engine.workflow.nextInQueue() else {
      return session.change(
        columns.map { ($0.name, .null) }, Phrase(id: "tidak ada yang menunggu Anda", en: "nothing waits for you"))
    }
    let values = row.map { Value($0) }
    let next = zip(columns, values).map { ($0.name, $1) }
    guard let command = values.last?.string else { return session.change(next, Phrase("")) }
    let number = if case .int(let step) = row[1] { step } else { 0 }
    let activity = try session.engine.workflow.procedure()[number]?.text ?? ""
    let place = [values[2].string.map { "unit \($0)" }, values[0].plainText].compactMap(\.self).joined(separator: ", ")
    let title = Phrase(id: "langkah \(number) (\(place)): \(activity)", en: "step \(number) (\(place)): \(activity)")
    guard session.history != nil, isatty(STDIN_FILENO) == 1 else {
      return session.change(next, Phrase(id: "\(title.id)\n\(command)", en: "\(title.en)\n\(command)"))
    }
    session.console.note("\(title[session.language])\n")
    session.again = StepQuestions(session.language).filled(command)
    return .null
  }

  private static let columns = [
    Column("siklus", .period), Column("langkah", .int), Column("unit", .text), Column("tenggat", .time), Column("perintah", .text),
  ]
}

/// Asks the person at the terminal for what a command leaves open: a decision and its reason, a text, a number.
private struct StepQuestions {
  private let language: Language
  private let reader = PlainLineReader(showsPrompt: true) { _ in false }

  init(_ language: Language) {
    self.language = language
  }

  /// The command with every blank filled in; nil when the person leaves one empty.
  func filled(_ command: String) -> String? {
    var command = command
    if command.contains("ya|tidak") {
      guard let answer = ask(Phrase(id: "Putusan (ya/tidak)", en: "Decision (ya/tidak)")).flatMap(YesNo.init) else { return nil }
      command = command.replacing("ya|tidak", with: answer.isYes ? "ya" : "tidak")
      if !answer.isYes {
        let isDelivery = command.contains("--unit")
        let question =
          isDelivery
          ? Phrase(id: "Alasan (tidak-lengkap/tidak-sesuai)", en: "Reason (tidak-lengkap/tidak-sesuai)")
          : Phrase(id: "Alasan", en: "Reason")
        guard let reason = ask(question) else { return nil }
        command += " --alasan \(StepQuestions.quoted(reason))"
      }
    }
    if command.hasPrefix("dip tetapkan"),
      let number = ask(Phrase(id: "Nomor keputusan (kosong: menurut pola)", en: "Number of the decision (empty: by the pattern)"))
    {
      command += " --nomor \(StepQuestions.quoted(number))"
    }
    if command.contains("\"…\"") {
      guard let text = ask(Phrase(id: "Isi", en: "Text")) else { return nil }
      command = command.replacing("\"…\"", with: StepQuestions.quoted(text))
    }
    if command.contains("…") {
      guard let number = ask(Phrase(id: "Hasil hitung", en: "How many were counted")).flatMap({ Int($0) }) else { return nil }
      command = command.replacing("…", with: "\(number)")
    }
    return command
  }

  private func ask(_ question: Phrase) -> String? {
    guard case .line(let line) = reader.readLine(Prompt(left: StyledText("\(question[language]): "))) else { return nil }
    return line.allSatisfy(\.isWhitespace) ? nil : line
  }

  /// A text as a script writes it.
  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("{", with: "\\{"))\""
  }
}
