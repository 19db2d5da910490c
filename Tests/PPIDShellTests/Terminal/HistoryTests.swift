import Foundation
import Testing

@testable import PPIDShell

@Suite("History")
final class HistoryTests {
  private let folder: URL
  private var path: String { folder.appendingPathComponent("keadaan/riwayat.jsonl").path }

  init() throws {
    folder = try Probe.folder()
  }

  deinit {
    try? FileManager.default.removeItem(at: folder)
  }

  private func history(_ session: String = "a", limit: Int = 100) -> History {
    History(at: path, session: session, limit: limit)
  }

  private func lines() throws -> [String] {
    try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
  }

  @Test(
    "Any text comes back as it was",
    arguments: ["satu", "dua\nbaris", "\"kutip\" \\ \t \u{1} \u{7F}", "日本 e\u{301} \u{1F600}", "{\"text\":\"x\"}"])
  func texts(text: String) throws {
    let first = history()
    let ticket = try #require(first.begin(text, archive: "kota.db", at: 1_700_000_000_000))
    first.finish(ticket, duration: 12, status: 3)
    let entry = try #require(history("b").entries.last)
    #expect(entry.text.unicodeScalars.elementsEqual(text.unicodeScalars))
    #expect(
      entry
        == HistoryEntry(
          text: text, time: 1_700_000_000_000, session: "a", archive: "kota.db", duration: 12, status: 3))
    #expect(try lines().count == 2)
  }

  @Test("What still ran when the program died is remembered")
  func unfinished() {
    _ = history().begin("lama sekali", at: 1)
    #expect(history("b").entries.last?.text == "lama sekali")
    #expect(history("b").entries.last?.duration == nil)
  }

  @Test("A leading space, blanks and the same again aren't written")
  func leftOut() {
    let history = history()
    #expect(history.begin("satu", at: 1) != nil)
    #expect(history.begin("satu", at: 2) == nil)
    #expect(history.begin(" rahasia", at: 3) == nil)
    #expect(history.begin("", at: 4) == nil)
    #expect(history.begin("\n", at: 5) == nil)
    #expect(history.begin("dua", at: 6) != nil)
    #expect(history.begin("satu", at: 7) != nil)
    #expect(history.entries.map(\.text) == ["satu", "dua", "satu"])
  }

  @Test("The file and its folder are the user's own")
  func permissions() throws {
    _ = history().begin("satu", at: 1)
    var found = stat()
    #expect(stat(path, &found) == 0 && found.st_mode & 0o777 == 0o600)
    #expect(stat(folder.appendingPathComponent("keadaan").path, &found) == 0 && found.st_mode & 0o777 == 0o700)
    chmod(path, 0o644)
    _ = history("b").entries
    #expect(stat(path, &found) == 0 && found.st_mode & 0o777 == 0o600)
  }

  @Test("Sessions see what the others write, their own first")
  func sharing() {
    let first = history("a")
    let second = history("b")
    _ = first.begin("satu", at: 1)
    _ = second.begin("dua", at: 2)
    _ = first.begin("tiga", at: 3)
    _ = second.begin("satu", at: 4)
    first.merge()
    second.merge()
    #expect(first.entries.map(\.text) == ["satu", "dua", "tiga", "satu"])
    #expect(first.recall == ["tiga", "satu", "dua"])
    #expect(second.recall == ["satu", "dua", "tiga"])
  }

  @Test("A suggestion comes from this archive first, then from the newest")
  func suggestions() {
    let history = history()
    _ = history.begin("arsip cari a", archive: "x.db", at: 1)
    _ = history.begin("arsip cari b", archive: "y.db", at: 2)
    #expect(history.suggestion(for: "arsip", archive: "x.db") == "arsip cari a")
    #expect(history.suggestion(for: "arsip", archive: "z.db") == "arsip cari b")
    #expect(history.suggestion(for: "arsip cari b", archive: "y.db") == nil)
    #expect(history.suggestion(for: "") == nil)
  }

  @Test("Broken lines are passed over, and put aside when the file is written anew")
  func brokenLines() throws {
    _ = history().begin("satu", at: 1)
    let file = try #require(FileHandle(forWritingAtPath: path))
    file.seekToEndOfFile()
    file.write(Data("bukan json\n{\"text\":\"tanpa waktu\"}\n\u{0}\u{1}\n[]\n{\"text\":\"putus".utf8))
    try file.close()
    let second = history("b", limit: 4)
    #expect(second.entries.map(\.text) == ["satu"])
    for number in 0..<10 { _ = second.begin("baru \(number)", at: Int64(number)) }
    #expect(history("c").entries.last?.text == "baru 9")
    let aside = try String(contentsOfFile: path + ".rusak", encoding: .utf8)
    #expect(aside.contains("bukan json") && aside.contains("putus"))
    #expect(!(try lines().contains { $0.contains("json") }))
  }

  @Test("The file stays bounded and keeps the newest")
  func bounded() throws {
    let first = history("a", limit: 10)
    let second = history("b", limit: 10)
    for number in 0..<200 {
      let writer = number.isMultiple(of: 2) ? first : second
      if let ticket = writer.begin("baris \(number)", at: Int64(number)) {
        writer.finish(ticket, duration: 1, status: 0)
      }
    }
    #expect(try lines().count <= 22)
    let texts = history("c", limit: 10).entries.map(\.text)
    #expect(texts.suffix(10) == (190..<200).map { "baris \($0)" })
    #expect(first.entries.count <= 22)
  }

  @Test(
    "Where it can't be kept, it is said once and goes on in memory",
    arguments: ["/dev/null/x/riwayat", "/proc/riwayat", "/tmp"])
  func unwritable(path: String) throws {
    let history = History(at: path, session: "a")
    _ = history.begin("satu", at: 1)
    _ = history.begin("dua", at: 2)
    let problem = try #require(history.takeProblem())
    #expect(problem.id.contains(path) && problem.en.contains(path))
    #expect(history.takeProblem() == nil)
    #expect(history.recall == ["dua", "satu"])
  }

  @Test("The place follows XDG_STATE_HOME, else HOME")
  func place() {
    #expect(History.defaultPath(environment: ["XDG_STATE_HOME": "/s", "HOME": "/h"]) == "/s/ppid/riwayat.jsonl")
    #expect(
      History.defaultPath(environment: ["XDG_STATE_HOME": "s", "HOME": "/h"]) == "/h/.local/state/ppid/riwayat.jsonl")
    #expect(History.defaultPath(environment: [:]) == nil)
  }

  @Test("Eight sessions at once, some of them killed, lose nothing that was written", arguments: [100_000, 60])
  func manySessions(limit: Int) throws {
    let count = 150
    let sessions = try (0..<8).map { number in
      try Program.start(
        [Probe.path],
        environment: [
          "PROBE_HISTORY": path, "PROBE_SESSION": "s\(number)", "PROBE_WRITE": "\(count)", "PROBE_LIMIT": "\(limit)",
        ])
    }
    usleep(60_000)
    for victim in sessions.prefix(3) { kill(victim, SIGKILL) }
    let endings = sessions.map(Program.wait)
    #expect(endings.suffix(5).allSatisfy { $0 == 0 })
    // A session that is killed may leave the line that it was writing, and only that.
    #expect(try lines().count { HistoryLine(Array($0.utf8)) == nil } <= 3)
    let entries = history("z", limit: 100_000).entries
    for number in 0..<8 {
      let written = entries.filter { $0.session == "s\(number)" }.compactMap { Int($0.text.split(separator: " ")[1]) }
      #expect(written == written.sorted())
      guard limit > 8 * count else { continue }
      // Without gaps, and for those who came through, to the end.
      #expect(written == Array(1..<(written.count + 1)))
      if number >= 3 { #expect(written.count == count) }
    }
    #expect(limit > 8 * count || entries.count <= 2 * limit + 8)
  }

  @Test("The prompt remembers across sessions, also after kill -9")
  func acrossSessions() throws {
    let screen = try Screen(environment: ["PROBE_HISTORY": path, "PROBE_SESSION": "pertama"])
    try screen.enter("satu {")
    try screen.enter("dua }")
    let other = try Screen(environment: ["PROBE_HISTORY": path, "PROBE_SESSION": "kedua"])
    try screen.type("tunggu")
    try screen.press("Enter")
    try screen.expect(containing: #"baris: "tunggu""#)
    kill(try screen.processID(), SIGKILL)
    // The line that was open already notices at the next prompt.
    try other.enter("x")
    try other.press("C-l", "Up", "Up")
    try other.expect(["uji> tunggu"])
    try other.press("Up")
    try other.expect(["uji> satu {", "  … dua }"])
  }
}
