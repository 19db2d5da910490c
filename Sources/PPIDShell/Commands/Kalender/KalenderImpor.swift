import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let kalenderImpor = Command(
    "kalender impor", needs: .manageOffice,
    help: Phrase(
      id: """
        Memasukkan daftar hari libur (tanggal, jenis, nama), menggantikan yang lama dari tahun-tahun itu. \
        Tenggat yang belum selesai dihitung ulang.
        """,
      en: """
        Takes in a list of holidays (tanggal, jenis, nama), in place of what those years had. \
        Due times that are open are reckoned again.
        """),
    Parameter<String>.argument("berkas", Phrase(id: "berkas CSV", en: "the CSV file")).completing(.files),
    gives: .record([Column("tahun", .list), Column("berubah", .int)]),
    examples: [Example("kalender impor libur-2027.csv", prints: "kalender 2027: 2 hari berubah")]
  ) { session, path in
    let (years, changed) = try session.engine.office.importHolidays(path)
    let names = years.map(String.init).joined(separator: ", ")
    return session.change(
      [("tahun", .list(List(years.map(Value.int)))), ("berubah", .int(changed))],
      changed == 0
        ? Phrase(id: "kalender \(names) sudah seperti itu", en: "the calendar of \(names) is like that already")
        : Phrase(id: "kalender \(names): \(changed) hari berubah", en: "calendar of \(names): \(changed) days changed"))
  }
}
