import Foundation
import Testing

@Suite("The terminal stays sane")
struct SignalTests {
  /// Runs the probe between two looks at the terminal's state.
  private static let watched = [
    "sh", "-c",
    #"a=$(stty -g); "$0"; s=$?; b=$(stty -g); [ "$a" = "$b" ] && echo "utuh $s" || echo "rusak $s: $a $b"; sleep 100"#,
    Probe.path,
  ]

  @Test("Ctrl-C stops what runs, and the prompt comes back")
  func interruptedCommand() throws {
    let screen = try Screen()
    try screen.type("tunggu")
    try screen.press("Enter")
    try screen.expect(containing: "baris:")
    try screen.press("C-c")
    try screen.expect(containing: "dihentikan")
    try screen.type("lagi")
    try screen.press("Enter")
    try screen.expect(containing: #"baris: "lagi""#)
  }

  @Test(
    "Whatever ends the program, the terminal is as it was",
    arguments: [SIGTERM, SIGHUP, SIGSEGV, SIGABRT, SIGILL])
  func deaths(signal: Int32) throws {
    let screen = try Screen(Self.watched)
    try screen.type("setengah")
    try screen.expect(containing: "uji> setengah")
    let shell = try screen.processID()
    let probe = try #require(try child(of: shell))
    kill(probe, signal)
    try screen.expect(containing: "utuh \(128 + signal)")
    try screen.resize(columns: 40, rows: 10)
    #expect(try screen.rows()[0] == "uji> setengah")
  }

  @Test("A crash while a command runs leaves the terminal as it was")
  func crash() throws {
    let screen = try Screen(Self.watched)
    try screen.type("mati")
    try screen.press("Enter")
    try screen.expect(containing: "utuh \(128 + SIGABRT)")
  }

  @Test("Running out of stack leaves the terminal as it was")
  func overflow() throws {
    let screen = try Screen(Self.watched)
    try screen.type("tumpah")
    try screen.press("Enter")
    try screen.expect(containing: "utuh \(128 + SIGSEGV)")
  }

  @Test("The end of the session leaves the terminal as it was")
  func ordinaryEnd() throws {
    let screen = try Screen(Self.watched)
    try screen.press("C-d")
    try screen.expect(containing: "utuh 0")
  }

  @Test("Ctrl-Z stops the shell, and fg brings the line back")
  func suspending() throws {
    let screen = try Screen(environment: ["PS1": "luar$ "], ["sh", "-i"])
    try screen.type("\(Probe.path)")
    try screen.press("Enter")
    try screen.expect(containing: "uji>")
    try screen.type("setengah")
    try screen.expect(containing: "uji> setengah")
    try screen.press("C-z")
    try screen.expect(containing: "Stopped")
    try screen.type("echo $((40 + 2)); fg")
    try screen.press("Enter")
    try screen.expect(containing: "42")
    _ = try screen.wait { try screen.rows().last == "uji> setengah" }
    try screen.type(" lagi")
    try screen.press("Enter")
    try screen.expect(containing: #"baris: "setengah lagi""#)
  }

  @Test("Where nobody could take over, Ctrl-Z does nothing")
  func suspendingAlone() throws {
    let screen = try Screen()
    try screen.type("satu")
    try screen.press("C-z")
    try screen.type("dua")
    try screen.press("Enter")
    try screen.expect(containing: #"baris: "satudua""#)
  }

  @Test("Stopped and continued from outside, the editor draws its line anew")
  func stoppedFromOutside() throws {
    let screen = try Screen()
    try screen.type("setengah")
    try screen.expect(containing: "uji> setengah")
    let probe = try screen.processID()
    kill(probe, SIGSTOP)
    usleep(50_000)
    kill(probe, SIGCONT)
    try screen.type("!")
    try screen.press("Enter")
    try screen.expect(containing: #"baris: "setengah!""#)
  }

  @Test("A storm of signals and window changes loses no key")
  func storm() throws {
    let screen = try Screen(columns: 60, rows: 10)
    let probe = try screen.processID()
    for step in 0..<60 {
      try screen.type(String(step % 10))
      kill(probe, SIGWINCH)
      if step % 7 == 0 { try screen.resize(columns: 30 + step, rows: 8 + step % 5) }
      kill(probe, SIGCONT)
    }
    try screen.resize(columns: 100, rows: 10)
    try screen.press("Enter")
    let digits = (0..<60).map { String($0 % 10) }.joined()
    try screen.expect(containing: "baris: \"\(digits)\"")
  }

  // MARK: Other programs

  @Test("Long results go through the pager, and leaving it early leads back to the prompt")
  func paging() throws {
    let screen = try Screen(environment: ["PAGER": "less -FRX"])
    try screen.type("panjang")
    try screen.press("Enter")
    try screen.expect(containing: "baris ke-10")
    #expect(!(try screen.rows().contains("baris ke-50")))
    try screen.press("C-c")
    // The pager forgets what was typed before it has answered Ctrl-C.
    let isAtEnd = try screen.wait {
      try screen.type("G")
      usleep(50_000)
      return try screen.rows().contains("baris ke-200")
    }
    #expect(isAtEnd)
    try screen.type("q")
    _ = try screen.wait { try screen.rows().last == "uji>" }
    try screen.type("lagi")
    try screen.press("Enter")
    try screen.expect(containing: #"baris: "lagi""#)
  }

  @Test("A pager that fails does no harm")
  func failingPager() throws {
    let screen = try Screen(environment: ["PAGER": "/tidak/ada"])
    try screen.type("panjang")
    try screen.press("Enter")
    _ = try screen.wait { try screen.rows().last == "uji>" }
    try screen.type("lagi")
    try screen.press("Enter")
    try screen.expect(containing: #"baris: "lagi""#)
  }

  // MARK: Without an editor

  @Test("On a dumb terminal lines are read plainly")
  func dumbTerminal() throws {
    let screen = try Screen(environment: ["TERM": "dumb"])
    try screen.type("untuk {")
    try screen.press("Enter")
    try screen.expect(["uji> untuk {", "  …"])
    try screen.type("日本 }")
    try screen.press("Enter")
    try screen.expect(["uji> untuk {", "  … 日本 }", #"baris: "untuk {\n日本 }""#, "uji>"])
    try screen.press("C-c")
    try screen.expect(containing: "batal")
    try screen.press("C-d")
    try screen.expect(containing: "selesai")
  }

  @Test("From a pipe lines are read without prompt and colour")
  func pipe() throws {
    let screen = try Screen(["sh", "-c", #"printf 'satu\nuntuk {\ndua }\ntiga' | "$0" 2>&1; sleep 100"#, Probe.path])
    try screen.expect([#"baris: "satu""#, #"baris: "untuk {\ndua }""#, #"baris: "tiga""#, "selesai"])
  }

  @Test("Results may go to a file while the prompt stays on the terminal")
  func redirected() throws {
    let folder = try Probe.folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("hasil")
    let screen = try Screen(["sh", "-c", #""$0" > "$1"; sleep 100"#, Probe.path, file.path])
    try screen.type("ke berkas")
    try screen.press("Enter", "C-d")
    try screen.expect(containing: "uji> ke berkas")
    #expect(screen.wait { (try? String(contentsOf: file, encoding: .utf8)) == "baris: \"ke berkas\"\nselesai\n" })
  }

  private func child(of parent: pid_t) throws -> pid_t? {
    var found: pid_t?
    let path = "/proc/\(parent)/task/\(parent)/children"
    _ = try Screen.wait {
      found = try pid_t(String(contentsOfFile: path, encoding: .utf8).split(separator: " ").first ?? "")
      return found != nil
    }
    return found
  }
}
