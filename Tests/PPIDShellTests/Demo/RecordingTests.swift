import Foundation
import Testing

/// Recordings are asciicast v2, as asciinema plays them.
@Suite struct RecordingTests {
  private func office() throws -> Office {
    let office = try Office()
    try office.write("latihan.ppid", Stage.script)
    return office
  }

  /// The events of a recording, each line of which must be JSON.
  private func events(_ data: Data) throws -> [(time: Double, kind: String, text: String)] {
    let lines = data.split(separator: UInt8(ascii: "\n"))
    let header = try #require(JSONSerialization.jsonObject(with: Data(lines[0])) as? [String: Any])
    #expect(header["version"] as? Int == 2 && header["width"] as? Int == 80 && header["height"] as? Int == 24)
    #expect(data.last == UInt8(ascii: "\n"))
    return try lines.dropFirst().map { line in
      let event = try #require(JSONSerialization.jsonObject(with: Data(line)) as? [Any])
      return try (#require(event[0] as? Double), #require(event[1] as? String), #require(event[2] as? String))
    }
  }

  @Test func `a recording holds all that was shown, in order`() throws {
    let office = try office()
    let outcome = try office.ppid("-c", "demo mulai latihan.ppid --otomatis --rekam kelas.cast; arsip ubah A-999 --lokasi X")
    #expect(outcome.status == 1)
    let events = try events(office.bytes("kelas.cast"))
    #expect(events.map(\.time) == events.map(\.time).sorted())
    let shown = events.filter { $0.kind == "o" }.map(\.text).joined()
    #expect(shown.replacing("\r\n", with: "\n") == outcome.output + outcome.errors)
  }

  @Test func `a recording is whole up to where the program was killed`() throws {
    let office = try office()
    let run = try office.start(
      [Office.program.path, "-c", "demo mulai latihan.ppid --rekam kelas.cast; demo lanjut 3; selama benar { }"])
    #expect(Screen.wait { run.output.contains(" DEMO latihan.ppid 4/") })
    run.send(SIGKILL)
    _ = try run.wait()
    #expect(try events(office.bytes("kelas.cast")).contains { $0.text.contains(" DEMO latihan.ppid 4/") })
  }

  @Test func `only recordings are written over`() throws {
    let office = try office()
    try office.write("surat.cast", "Surat penting\n")
    let refused = try office.ppid("-c", "demo mulai latihan.ppid --rekam surat.cast")
    #expect(refused.status == 3 && refused.errors.contains("bukan rekaman"))
    #expect(try office.bytes("surat.cast") == Data("Surat penting\n".utf8))
    for _ in 1...2 {
      _ = try office.ppid("-c", "demo mulai latihan.ppid; demo rekam kelas.cast; demo lanjut; demo rekam; demo lanjut").succeeded()
    }
    let shown = try events(office.bytes("kelas.cast")).map(\.text).joined()
    #expect(shown.contains(" DEMO latihan.ppid 2/") && !shown.contains(" DEMO latihan.ppid 3/"))
  }

  @Test func `a sitting is recorded with what is typed and how windows change`() throws {
    let stage = try Stage()
    try stage.enter("demo mulai latihan.ppid --rekam kelas.cast", to: 0)
    try stage.enter("n", to: 1)
    try stage.screen.resize(columns: 100, rows: 30)
    try stage.screen.type("siapa")
    try stage.screen.press("Enter")
    try stage.screen.expect(containing: "pendukung")
    try stage.enter("n", to: 2)
    try stage.screen.type("selesai")
    try stage.screen.press("Enter")
    try stage.screen.expect(containing: "Ini kembali arsip Anda.")
    let events = try events(stage.office.bytes("kelas.cast"))
    #expect(events.contains { $0.kind == "r" && $0.text == "100x30" })
    let shown = events.filter { $0.kind == "o" }.map(\.text).joined()
    #expect(shown.contains("siapa") && shown.contains("\u{1B}[") && shown.contains("pendukung"))
  }

  private static let hasPlayer = (try? Office().start(["asciinema", "--version"]).wait().status) == 0

  @Test(.enabled(if: hasPlayer, "asciinema is not installed")) func `asciinema plays a recording to its end`() throws {
    let office = try office()
    let outcome = try office.ppid("-c", "demo mulai latihan.ppid --otomatis --rekam kelas.cast")
    // It wants a terminal of its own.
    let terminal = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"
    let played = try office.start(
      ["python3", "-c", terminal, "asciinema", "cat", "kelas.cast"], environment: ["LC_ALL": "C.UTF-8"]
    ).wait()
    try #require(outcome.status == 0 && played.status == 0, "\(outcome.errors)\(played.output)\(played.errors)")
    let (shown, printed) = (played.output.replacing("\r\n", with: "\n"), outcome.output)
    let common = zip(shown.unicodeScalars, printed.unicodeScalars).prefix { $0 == $1 }.count
    let difference = [shown, printed].map { String($0.unicodeScalars.dropFirst(common).prefix(80)).debugDescription }
    #expect(shown == printed, "after \(common) characters: \(difference); on standard error: \(outcome.errors.debugDescription)")
  }
}
