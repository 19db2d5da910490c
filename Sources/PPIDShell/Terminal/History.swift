import Glibc
import PPIDValues

/// What was entered at the prompt, in this session, in earlier ones, and in those that run at the same time.
///
/// Nothing is read before it is needed. Where the file can't be used, history lives in memory and says so once.
package final class History {
  /// Names an entry for as long as it runs.
  package struct Ticket: Sendable {
    fileprivate let time: Int64
  }

  /// Oldest first; at most `limit` of the file, and what was entered since.
  package var entries: [HistoryEntry] {
    merge()
    return known
  }

  package let session: String
  /// The number of the oldest entry in `known`: entries keep their numbers as long as the file isn't made anew.
  private var firstNumber = 1
  private let file: HistoryFile?
  private let limit: Int
  private var known: [HistoryEntry] = []
  /// How many lines the file has, as far as known.
  private var lines = 0
  private var hasFailed = false
  private var problem: Phrase?
  private var lastTime: Int64 = 0
  private var recallCache: [String]?
  /// The last answer to `suggestion`; forgotten with what history knows.
  private var lastSuggestion: (beginning: String, archive: String?, text: String?)?

  /// `path` nil keeps history in memory. `session` tells this sitting from all others.
  package init(at path: String?, session: String, limit: Int = 10_000) {
    file = path.map(HistoryFile.init)
    self.session = session
    self.limit = limit
  }

  /// `$XDG_STATE_HOME/ppid/riwayat.jsonl`, by default below `~/.local/state`; nil where there is no home.
  package static func defaultPath(environment: [String: String]) -> String? {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/ppid/riwayat.jsonl" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.local/state/ppid/riwayat.jsonl"
  }

  /// Why history isn't kept, if it isn't: to be said once.
  package func takeProblem() -> Phrase? {
    defer { problem = nil }
    return problem
  }

  // MARK: Writing

  /// Remembers that `text` was entered at `time`, in milliseconds since 1970. A text that begins with a space, an empty
  /// one and the one just entered aren't written: then there is no ticket.
  package func begin(_ text: String, archive: String? = nil, at time: Int64) -> Ticket? {
    guard let first = text.first, first != " ", text.contains(where: { !$0.isWhitespace }) else { return nil }
    guard known.last(where: { $0.session == session })?.text != text else { return nil }
    lastTime = max(time, lastTime + 1)
    let entry = HistoryEntry(text: text, time: lastTime, session: session, archive: archive)
    write(.entry(entry))
    if lines > 2 * limit { compact() }
    return Ticket(time: entry.time)
  }

  /// Notes how the entry of `ticket` went; `duration` in milliseconds.
  package func finish(_ ticket: Ticket, duration: Int64, status: Int32) {
    write(.end(session: session, time: ticket.time, duration: duration, status: status))
  }

  private func write(_ line: HistoryLine) {
    attempt { file throws(HistoryFile.Failure) in
      try file.append(line.encoded) { bytes, isNew in take(bytes, isNew: isNew) }
      lines += 1
    }
    take(line)
    trim()
    (recallCache, lastSuggestion) = (nil, nil)
  }

  /// Reads what other sessions have written meanwhile.
  package func merge() {
    attempt { file throws(HistoryFile.Failure) in
      let (bytes, isNew) = try file.read()
      take(bytes, isNew: isNew)
    }
  }

  private func attempt(_ body: (HistoryFile) throws(HistoryFile.Failure) -> Void) {
    guard let file, !hasFailed else { return }
    do {
      try body(file)
    } catch {
      hasFailed = true
      problem = Self.explanation(of: error, path: file.path)
    }
  }

  private static func explanation(of failure: HistoryFile.Failure, path: String) -> Phrase {
    switch failure {
    case .system(let number):
      let reason = String(cString: strerror(number))
      return Phrase(
        id: "Riwayat tidak dapat disimpan di \(path) (\(reason)); riwayat sesi ini hanya diingat sampai selesai.",
        en: "History can't be kept in \(path) (\(reason)); this session's is remembered until it ends.")
    case .busy:
      return Phrase(
        id: "Berkas riwayat \(path) sedang dikunci sesi lain; riwayat sesi ini hanya diingat sampai selesai.",
        en: "The history file \(path) is locked by another session; this session's is remembered until it ends.")
    }
  }

  // MARK: Reading

  private func take(_ bytes: [UInt8], isNew: Bool) {
    if isNew {
      known = []
      firstNumber = 1
      lines = 0
    }
    guard !bytes.isEmpty else { return }
    for line in bytes.split(separator: UInt8(ascii: "\n")) {
      lines += 1
      if let line = HistoryLine(line) { take(line) }
    }
    trim()
    (recallCache, lastSuggestion) = (nil, nil)
  }

  private func take(_ line: HistoryLine) {
    switch line {
    case .entry(let entry): known.append(entry)
    case .end(let session, let time, let duration, let status):
      guard let index = known.lastIndex(where: { $0.time == time && $0.session == session }) else { return }
      known[index].duration = duration
      known[index].status = status
    }
  }

  private func trim() {
    guard known.count > limit + limit / 10 else { return }
    firstNumber += known.count - limit
    known.removeFirst(known.count - limit)
  }

  /// Writes the newest entries, each in one line, to a new file.
  private func compact() {
    attempt { file throws(HistoryFile.Failure) in
      try file.rewrite { all in
        known = []
        var broken: [UInt8] = []
        for bytes in all.split(separator: UInt8(ascii: "\n")) {
          if let line = HistoryLine(bytes) { take(line) } else { broken += bytes + [UInt8(ascii: "\n")] }
        }
        return (known.suffix(limit).flatMap { HistoryLine.entry($0).encoded }, broken)
      }
      let (bytes, isNew) = try file.read()
      take(bytes, isNew: isNew)
    }
  }

  // MARK: Looking up

  /// What was entered before the entry that is running, with numbers to call it by, oldest first.
  package func numbered() -> [(number: Int, entry: HistoryEntry)] {
    let all = Array(zip(firstNumber..., entries).map { (number: $0, entry: $1) })
    let isRunning = all.last.map { $0.entry.session == session && $0.entry.duration == nil } ?? false
    return isRunning ? all.dropLast() : all
  }

  /// What ↑ and Ctrl-R go through: this session's texts first, then all others', newest first, each once.
  package var recall: [String] {
    if let recallCache { return recallCache }
    var seen = Set<String>()
    let newestFirst = known.reversed()
    let own = newestFirst.filter { $0.session == session }
    let others = newestFirst.filter { $0.session != session }
    let texts = (own + others).map(\.text).filter { seen.insert($0).inserted }
    recallCache = texts
    return texts
  }

  /// The newest text that begins with `beginning` and is longer, one entered in `archive` before all others.
  package func suggestion(for beginning: String, archive: String? = nil) -> String? {
    guard !beginning.isEmpty else { return nil }
    if let last = lastSuggestion, last.archive == archive, beginning.utf8.starts(with: last.beginning.utf8) {
      // What fitted a shorter beginning best still does, if it fits; what nothing began with, nothing does.
      guard let text = last.text else { return nil }
      if text.utf8.count > beginning.utf8.count, text.utf8.starts(with: beginning.utf8) { return text }
    }
    let text = search(for: beginning, archive)
    lastSuggestion = (beginning, archive, text)
    return text
  }

  private func search(for beginning: String, _ archive: String?) -> String? {
    var wanted = beginning
    return wanted.withUTF8 { wanted in
      var other: String?
      for index in known.indices.reversed() {
        let fits = known[index].text.utf8.withContiguousStorageIfAvailable { text in
          guard text.count > wanted.count, let found = text.baseAddress, let sought = wanted.baseAddress else { return false }
          return memcmp(found, sought, wanted.count) == 0
        }
        guard fits == true else { continue }
        if known[index].archive == archive { return known[index].text }
        other = other ?? known[index].text
      }
      return other
    }
  }
}
