import PPIDScript
import PPIDValues
import Testing

@testable import PPIDShell

/// How the notes of a demo's script are read.
@Suite struct DemoNoteTests {
  private func read(_ text: String) -> (script: DemoScript, faults: [String]) {
    var faults: [Diagnostic] = []
    let script = DemoScript(SourceText(name: "uji", text), activities: 15, faults: &faults)
    return (script, faults.map { "\($0.source.line(at: $0.range.lowerBound)): \($0.problem.message.en)" })
  }

  @Test func `every statement is a step, with the notes above it`() throws {
    let (script, faults) = read(Stage.script)
    #expect(faults == [])
    #expect(script.steps.count == Stage.steps)
    let first = script.steps[0]
    #expect(first.notes.heading?.id == "Langkah 1: menyediakan" && first.notes.heading?.en == "Step 1: providing")
    #expect(first.notes.text?.id == "Bagian Umum mencatat informasinya.")
    #expect(first.notes.text?.en == "General Affairs records its information.")
    #expect(first.notes.basis == "UU 14/2008 Pasal 9" && first.notes.activity == 1)
    // Who acts and when belongs to what is done.
    #expect(first.statements.count == 3 && !first.isDirection)
    #expect(script.steps[1].command(in: script.source) == "misal n = $(arsip | hitung)")
    #expect(script.steps[1].notes.heading?.id == "Langkah 1: menyediakan" && script.steps[1].notes.basis == nil)
    #expect(script.steps[3].notes.refusal == .forbidden)
    #expect(script.steps[2].notes.text == nil && script.steps[2].notes.refusal == nil)
    #expect(script.functions.count == 1)
    #expect(script.steps.last?.notes.activity == 5)
  }

  @Test func `directions with a note of their own, before one with another, are a step`() {
    let (script, faults) = read(
      "#: Satu.\ndemo peran a\n#: Dua.\ndemo jam 2026-11-02T09:00\ncetak 1\ndemo peran b\ncetak 2\n#: Tiga.\ndemo peran c\n")
    #expect(faults == [])
    #expect(script.steps.map(\.isDirection) == [true, false, false, true])
    #expect(script.steps.map { $0.notes.text?.id } == ["Satu.", "Dua.", nil, "Tiga."])
    #expect(script.steps.map(\.statements.count) == [1, 2, 2, 1])
  }

  @Test(arguments: [
    ("#: galat: 9\ncetak 1", "1: `galat:` names one status: 1, 3, 4 or 5"),
    ("#: galat: 4\n#: galat: 4\ncetak 1", "2: `galat:` names one status: 1, 3, 4 or 5"),
    ("#: kegiatan: 16\ncetak 1", "1: `kegiatan:` names one activity of the SOP: 1 to 15"),
    ("#: dasr: UU\ncetak 1", "1: `dasr:` is unknown in notes"),
    ("#: en: English\ncetak 1", "1: the note is in English only"),
    ("#: == Judul\ncetak 1", "1: a heading is written `== Heading ==`"),
    ("cetak 1 #: catatan", "1: a note stands on a line of its own, above its command"),
    ("jika benar {\n  #: catatan\n  cetak 1\n}", "2: a note can't stand inside a command"),
    ("cetak 1\n#: catatan", "2: this note has no command below it"),
  ])
  func `notes that can't be understood are told with their place`(_ text: String, _ fault: String) {
    #expect(read(text).faults == [fault])
  }

  @Test func `a colon within a sentence is no key`() {
    let (script, faults) = read("#: Perhatikan: pukul 08:00 mulai.\ncetak 1")
    #expect(faults == [] && script.steps[0].notes.text?.id == "Perhatikan: pukul 08:00 mulai.")
  }
}
