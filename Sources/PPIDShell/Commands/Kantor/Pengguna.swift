import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let pengguna = Command(
    "pengguna", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan orang-orang kantor: nama, akun, peran, unit.", en: "Lists the office's people: name, account, roles, unit."),
    gives: .rows(Office.personColumns), examples: [Example("pengguna | saring peran cocok \"*ppid*\" | pilih nama")]
  ) { session in session.table(try session.engine.office.people()) }
}

extension Role: ChoiceArgument {
  var meaning: Phrase? {
    switch self {
    case .pengelola: Phrase(id: "mengurus orang, unit, kalender, aturan", en: "looks after people, units, the calendar, settings")
    case .pendukung: Phrase(id: "Tim Pendukung sebuah unit: langkah 1-4", en: "a unit's support team: steps 1-4")
    case .sekretariat: Phrase(id: "Tim Sekretariat: langkah 5-7, 9, 10, 13", en: "the secretariat: steps 5-7, 9, 10, 13")
    case .ppid: Phrase(id: "PPID: memutus dan menetapkan, langkah 7, 8, 11, 12, 14, 15", en: "the officer: decides 7, 8, 11, 12, 14, 15")
    case .pertimbangan: Phrase(id: "Tim Pertimbangan: masukan pada langkah 11", en: "the advisers: their input at step 11")
    case .atasan: Phrase(id: "Atasan PPID: menerima laporan langkah 12", en: "the officer's superior: receives the report of step 12")
    case .pemeriksa: Phrase(id: "membaca semuanya", en: "reads everything")
    case .tamu: Phrase(id: "hanya DIP yang berlaku", en: "the DIP in force only")
    }
  }
}
