import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let unit = Command(
    "unit", needs: .readArchive, help: Phrase(id: "Menampilkan semua unit: kode, nama, aktif.", en: "Lists all units: code, name, active."),
    gives: .rows(Office.unitColumns), examples: [Example("unit | saring aktif | pilih kode nama")]
  ) { session in session.table(session.engine.office.units()) }
}
