import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let penggunaTambah = Command(
    "pengguna tambah", needs: .manageOffice,
    help: Phrase(
      id: "Menambah orang dengan perannya. Orang itu dikenali dari akunnya di sistem operasi.",
      en: "Adds a person with their roles. They are known by their account of the operating system."),
    Parameter<PersonName>.argument("nama", Phrase(id: "nama orang itu", en: "the person's name")).completing(.nothing),
    Parameter<[Role]>.options("peran", Phrase(id: "satu peran atau lebih", en: "one role or more")),
    Parameter<UnitCode?>.option("unit", Phrase(id: "unitnya; wajib untuk pendukung", en: "their unit; required for pendukung")),
    Parameter<PersonName?>.option("akun", Phrase(id: "akunnya, bila bukan namanya", en: "their account, unless it is the name")).completing(
      .nothing),
    gives: .record([Column("pengguna", .text), Column("peran", .list), Column("unit", .text), Column("akun", .text)]),
    examples: [
      Example("pengguna tambah sari --peran sekretariat", prints: "pengguna sari (sekretariat) ditambahkan"),
      Example("pengguna tambah joko --peran pendukung --unit SETDA", prints: "pengguna joko (pendukung) ditambahkan"),
    ]
  ) { session, name, roles, unit, account in
    let account = account ?? name
    try session.engine.office.addPerson(name.text, roles: Set(roles), unit: unit, account: account.text)
    let list = roles.map(\.rawValue)
    return session.change(
      [
        ("pengguna", .text(name.text)), ("peran", .list(List(list.map { .text($0) }))), ("unit", .optional(unit?.text)),
        ("akun", .text(account.text)),
      ],
      Phrase(
        id: "pengguna \(name.text) (\(list.joined(separator: ", "))) ditambahkan",
        en: "\(name.text) (\(list.joined(separator: ", "))) added"))
  }
}

/// What a person or an account of the machine is called: a text of one line, of a sensible length.
struct PersonName: WordArgument {
  let text: String

  static var completion: CompletionSource { .archive(.people) }
  static let form = Phrase(id: "nama: satu baris, paling panjang 100 huruf", en: "a name: one line, at most 100 letters")

  init?(_ text: String) {
    let name = text.split(separator: " ").joined(separator: " ")
    guard !name.isEmpty, name.count <= 100,
      !name.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { return nil }
    self.text = name
  }
}
