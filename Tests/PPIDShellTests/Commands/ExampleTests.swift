import Foundation
import PPIDScript
import Testing

@testable import PPIDShell

/// The examples of all commands, run in an archive that `Data/contoh.ppid` makes.
@Suite struct ExampleTests {
  struct Case: CustomTestStringConvertible {
    let command: String
    let example: Example

    var testDescription: String { example.line }
  }

  private static let cases = Definitions.signatures.flatMap { signature in
    signature.examples.map { Case(command: signature.name, example: $0) }
  }

  /// The office in which the examples are typed, made once; each gets a copy.
  private static let office = Result {
    let office = try Office()
    try office.write(
      "masuk/daftar.csv", "judul,kategori,unit\nRencana Kerja 2026,berkala,SETDA\nNeraca 2025,berkala,SETDA\n")
    try office.write(
      "jumlah-arsip.ppid", "cetak $(arsip | saring kategori == $(argumen 0 --baku berkala) | hitung)\n")
    try office.write("libur-2027.csv", "tanggal,jenis,nama\n2027-01-01,libur,Tahun Baru Masehi\n2027-08-17,libur,Hari Kemerdekaan\n")
    try office.write("catatan.txt", "Rapat tim PPID: Senin.\n")
    _ = try office.ppid(Office.source.appendingPathComponent("PPIDShellTests/Data/contoh.ppid").path).succeeded()
    return office
  }

  @Test(arguments: cases) func `an example passes every check that is made before running`(_ example: Case) {
    let source = SourceText(name: example.command, example.example.line)
    let checked = Checker.check(source, catalog: CommandTable.shared, mode: .session)
    #expect(checked.diagnostics.map { $0.problem.message.en } == [])
    #expect(checked.program != nil)
  }

  @Test(arguments: cases) func `an example runs, and prints what it says`(_ example: Case) throws {
    let prepared = try Self.office.get()
    let office = try Office()
    for name in try FileManager.default.contentsOfDirectory(atPath: prepared.folder.path) {
      try FileManager.default.copyItem(atPath: prepared.path(name), toPath: office.path(name))
    }
    let printed = try office.line(example.example.line).succeeded()
    if let prints = example.example.prints { #expect(printed == prints) }
  }
}
