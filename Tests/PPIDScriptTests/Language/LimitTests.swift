import Foundation
import PPIDValues
import Testing

@testable import PPIDScript

/// A program may be wrong or hostile: it ends within its bounds.
struct LimitTests {
  private func outcome(_ text: String, _ change: (inout Limits) -> Void = { _ in }) -> Outcome {
    var limits = Limits()
    change(&limits)
    return Outcome(text, limits: limits)
  }

  @Test("A bound on steps ends an endless loop, and coba can't hold it up")
  func steps() {
    let text = "selama benar { coba { selama benar { } } tangkap g { cetak tertangkap } }"
    let outcome = outcome(text) { $0.steps = 10_000 }
    #expect(outcome.errors.first?.message == "skrip melewati batas 10000 langkah")
    #expect(outcome.lines.isEmpty)
    #expect(outcome.status == .failed)
  }

  @Test("Rounds and calls count as steps, exactly")
  func exactSteps() {
    let text = "untuk i di 1..10 { }\nfungsi f() { }\nf\nf\n"
    #expect(outcome(text) { $0.steps = 12 }.status == .done)
    #expect(outcome(text) { $0.steps = 11 }.status == .failed)
  }

  @Test("A bound on time ends an endless loop")
  func time() {
    let outcome = outcome("selama benar { }") { $0.time = .milliseconds(20) }
    #expect(outcome.errors.first?.message.hasPrefix("skrip melewati batas waktu") == true)
  }

  @Test(
    "A bound on memory ends what grows without end",
    arguments: [
      "misal t = \"abcdefgh\"\nselama benar { $t += $t }",
      "misal l = [1]\nselama benar { $l += $l }",
      "misal l = []\nselama benar { $l += [{a: [1, 2, 3], b: \"x\"}] }",
      "misal l = []\nselama benar { $l = [$l] + [$l] }",
      "misal r = {a: 1}\nmisal i = 0\nselama benar { $i += 1; $r[\"k{$i}\"] = \"{$i}\" }",
    ])
  func memory(_ text: String) {
    let outcome = outcome(text) { $0.memory = 64 << 20 }
    #expect(outcome.status == .failed, "\(outcome.drawings)")
    #expect(outcome.errors.count == 1)
  }

  @Test("An interrupt ends a program that catches everything, and undoes its transaction")
  func interrupt() throws {
    let text = "transaksi { selama benar { coba { selama benar { } } tangkap g { } } }"
    let source = SourceText(name: "uji.ppid", text)
    let program = try #require(Checker.check(source, catalog: TestCatalog.shared, mode: .file).program)
    let host = TestHost()
    let flag = InterruptFlag()
    let machine = Machine(host: host, language: .indonesian, interruptFlag: flag.pointer)
    let stop = Thread {
      Thread.sleep(forTimeInterval: 0.02)
      flag.pointer.pointee = 1
    }
    stop.start()
    let error = #expect(throws: ScriptError.self) { try machine.run(program) }
    #expect(error?.status == .interrupted)
    #expect(host.transactions.undone == 1)
  }

  @Test("A command's interruption can't be caught")
  func interruption() {
    let outcome = outcome("transaksi { coba { hentikan } tangkap g { cetak a } }")
    #expect(outcome.status == .interrupted)
    #expect(outcome.lines.isEmpty)
    #expect(outcome.host.transactions.undone == 1)
  }

  @Test(
    "The status is the error's",
    arguments: [(3, PPIDScript.ExitStatus.input), (4, .forbidden), (5, .storage), (1, .failed)])
  func status(_ code: Int, _ status: PPIDScript.ExitStatus) {
    #expect(outcome("tolak x --kode \(code)").status == status)
    #expect(outcome("cetka").status == .usage)
  }

  @Test("Stepping asks before each statement")
  func stepping() throws {
    let source = SourceText(name: "uji.ppid", "misal x = 1\njika benar { cetak $x }\n")
    let result = Checker.check(source, catalog: TestCatalog.shared, mode: .file, isStepping: true)
    let host = TestHost()
    let flag = InterruptFlag()
    let program = try #require(result.program)
    try Machine(host: host, language: .indonesian, interruptFlag: flag.pointer).run(program)
    #expect(host.steps.map { source.text(in: $0) } == ["misal x = 1", "jika benar { cetak $x }", "cetak $x"])
  }

  @Test("A loop over a table asks for the fields that its body reads only")
  func pruning() {
    let outcome = outcome("untuk r di $(arsip) { cetak $r.nomor $r.akun }\nuntuk r di $(arsip) { cetak $r }")
    #expect(outcome.host.archive.readings == [[0, 2], [0, 1, 2, 3]])
  }
}
