import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let wajibImpor = Command(
    "wajib impor", needs: .expect,
    help: Phrase(
      id: "Memasukkan daftar jenis informasi yang diwajibkan (unit, jenis, kategori); yang sudah ada tetap.",
      en: "Takes in a list of expected kinds (unit, jenis, kategori); what is expected already stays."),
    Parameter<String>.argument("berkas", Phrase(id: "berkas CSV", en: "the CSV file")).completing(.files),
    gives: .record([Column("dibaca", .int), Column("baru", .int)]),
    examples: [Example("wajib impor wajib.csv", prints: "2 jenis dibaca: 2 baru")]
  ) { session, path in
    let (read, added) = try session.engine.workflow.importExpectedKinds(path)
    return session.change(
      [("dibaca", .int(read)), ("baru", .int(added))],
      Phrase(id: "\(read) jenis dibaca: \(added) baru", en: "\(read) kinds read: \(added) new"))
  }
}
