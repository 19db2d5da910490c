import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let arsipPeriksaBerkas = Command(
    "arsip periksa-berkas", needs: .readArchive,
    help: Phrase(
      id: "Membaca ulang semua berkas arsip dan mencocokkan SHA-256-nya. Yang hilang, berubah, atau berlebih disebut (status 5).",
      en: "Reads all files of the archive again and compares their SHA-256. What is missing, changed or extra is named (status 5)."),
    gives: .record([Column("diperiksa", .int), Column("bita", .int), Column("utuh", .bool)]),
    examples: [Example("arsip periksa-berkas", prints: "berkas arsip utuh: 0 berkas, 0 bita")]
  ) { session in
    do {
      let (count, bytes) = try session.engine.holdings.checkFiles()
      return session.change(
        [("diperiksa", .int(count)), ("bita", .int(bytes)), ("utuh", .bool(true))],
        Phrase(
          id: "berkas arsip utuh: \(count) berkas, \(bytes) bita", en: "the archive's files are sound: \(count) files, \(bytes) bytes"))
    } catch HoldingFailure.unsound(let faults) {
      session.console.note(faults.map { "\($0.text[session.language])\n" }.joined())
      throw HoldingFailure.unsound(faults)
    }
  }
}

extension [FixityFault] {
  /// The faults as scripts see them.
  var value: Value {
    .list(
      List(
        map { fault in
          .record(
            Record([
              ("masalah", .text(fault.kind.rawValue)), ("letak", .text(fault.path)),
              ("berkas", .list(List(fault.holders.map { .record(Record($0.fields)) }))),
            ]))
        }))
  }
}
