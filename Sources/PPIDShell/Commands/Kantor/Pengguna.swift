import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let pengguna = Command(
    "pengguna", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan orang-orang kantor: nama, akun, peran, unit.", en: "Lists the office's people: name, account, roles, unit."),
    gives: .rows(Engine.personColumns), examples: [Example("pengguna | saring peran cocok \"*ppid*\" | pilih nama")]
  ) { session in session.table(try session.engine.people()) }
}

extension Role: ChoiceArgument {}
