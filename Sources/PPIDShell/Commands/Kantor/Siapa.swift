import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let siapa = Command(
    "siapa", needs: .anything,
    help: Phrase(
      id: "Menampilkan siapa Anda bagi arsip ini: nama, peran, unit.", en: "Tells who you are to this archive: name, roles, unit."),
    gives: .record([Column("nama", .text), Column("peran", .list), Column("unit", .text)]), examples: [Example("siapa")]
  ) { session in
    let person = try session.engine.actor()
    let roles = Role.allCases.filter(person.roles.contains).map { Value.text($0.rawValue) }
    return .record(
      Record([
        ("nama", .text(person.name)), ("peran", .list(List(roles))), ("unit", person.unit.map { .text($0.text) } ?? .null),
      ]))
  }
}
