import Foundation
import PPIDShell

// A small shell around the line editor, for tests to look at on a real terminal: fixed words to complete and to suggest,
// entries that go on while a bracket is open, and each entry said back as a Swift literal.

let environment = ProcessInfo.processInfo.environment
let terminal = Terminal(environment: environment)
Signals.install(interactive: terminal.isInteractive)

let words: [(String, String)] = [
  ("arsip", "isi arsip"), ("arsip cari", "mencari dalam arsip"), ("antrean", "pekerjaan yang menunggu"),
  ("dip", "daftar informasi publik"), ("dip terbit", "menerbitkan daftar"), ("bantuan", "halaman bantuan"),
  ("日本語", "aksara lebar 日本語"),
]

let history = History(
  at: environment["PROBE_HISTORY"], session: environment["PROBE_SESSION"] ?? "probe",
  limit: environment["PROBE_LIMIT"].flatMap { Int($0) } ?? 1000)

// Only writes history, as fast as it can: for tests with many sessions at once.
if let count = environment["PROBE_WRITE"].flatMap({ Int64($0) }) {
  for number in 1...count {
    if let ticket = history.begin("\(history.session) \(number)", at: number) {
      history.finish(ticket, duration: number, status: 0)
    }
  }
  guard let problem = history.takeProblem() else { exit(0) }
  say(problem.en)
  exit(1)
}

func needsMore(_ text: String) -> Bool {
  text.count { $0 == "{" } > text.count { $0 == "}" } || text.last == "|"
}

@MainActor func assistance() -> Assistance {
  var assistance = Assistance()
  // Nothing but an editor, for tests that compare it with a model.
  if environment["PROBE_PLAIN"] != nil { return assistance }
  assistance.needsMore = needsMore
  assistance.highlight = { text in
    let first = text.utf8.prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\n") }.count
    guard first > 0 else { return [] }
    let isKnown = words.contains { $0.0 == String(text.utf8.prefix(first)) }
    return [Highlight(0..<first, isKnown ? .command : .error)]
  }
  assistance.suggest = { text in
    history.suggestion(for: text) ?? (text.isEmpty ? nil : words.first { $0.0.hasPrefix(text) }?.0)
  }
  assistance.complete = { text, cursor in
    let beginning = String(decoding: Array(text.utf8)[..<cursor], as: UTF8.self)
    let start = beginning.utf8.lastIndex(of: UInt8(ascii: "\n")).map { beginning[beginning.index(after: $0)...] }
    let typed = start.map(String.init) ?? beginning
    return words.filter { $0.0.hasPrefix(typed) }
      .map { Candidate($0.0, replacing: (cursor - typed.utf8.count)..<cursor, description: $0.1) }
  }
  return assistance
}

let editor =
  terminal.canEdit
  ? LineEditor(
    history: history, assistance: assistance(), language: .indonesian, colour: terminal.promptColour, environment: environment) : nil
let reader: any LineReader = editor ?? PlainLineReader(showsPrompt: terminal.isInteractive, needsMore: needsMore)

// Tells what was drawn, as lines of JSON, to those who compare it with the screen.
if let path = environment["PROBE_DRAWN"], let file = FileHandle(forWritingAtPath: path) {
  editor?.didDraw = { drawing in
    let fields: [String: Any] = [
      "text": drawing.text, "cursor": drawing.cursor, "rows": drawing.size.rows, "columns": drawing.size.columns,
      "more": drawing.hasMore, "searching": drawing.isSearching, "read": drawing.bytesRead,
    ]
    guard let line = try? JSONSerialization.data(withJSONObject: fields) else { return }
    try? file.write(contentsOf: line + Data("\n".utf8))
  }
}

/// Runs out of stack.
@inline(never) func depth(of number: Int) -> Int { number == 0 ? 0 : 1 + depth(of: number + 1) }

func say(_ text: String) {
  print(text)
  fflush(nil)
}

var time: Int64 = 0
session: while true {
  let prompt = Prompt(
    left: StyledText("uji> ", .strong), right: StyledText(environment["PROBE_RIGHT"] ?? "", .faint),
    continuation: StyledText("  … ", .faint))
  let result = reader.readLine(prompt)
  if let problem = history.takeProblem() { say("masalah: \(problem.id)") }
  switch result {
  case .endOfInput:
    say("selesai")
    break session
  case .interrupted: say("batal")
  case .line(let text):
    time += 1
    let ticket = history.begin(text, at: time)
    say("baris: \(text.debugDescription)")
    switch text {
    case "mati": abort()
    case "tumpah": say("\(depth(of: 1))")
    case "panjang":
      let pager = Pager(terminal: terminal, environment: environment)
      for number in 1...200 where !pager.isClosed { pager.write("baris ke-\(number)\n") }
      pager.finish()
    case "tunggu":
      while !Signals.takeInterrupt() { usleep(10_000) }
      say("dihentikan")
    default: break
    }
    if let ticket { history.finish(ticket, duration: 5, status: 0) }
  }
}
