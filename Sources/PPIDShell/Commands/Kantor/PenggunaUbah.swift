import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let penggunaUbah = Command(
    "pengguna ubah", needs: .manageOffice,
    help: Phrase(
      id: "Mengubah peran, unit, atau akun seseorang; yang tidak disebut tetap.",
      en: "Changes a person's roles, unit or account; what isn't named stays."),
    Parameter<PersonName>.argument("nama", Phrase(id: "nama orang itu", en: "the person's name")),
    Parameter<[Role]>.options("peran", Phrase(id: "peran barunya, menggantikan yang lama", en: "their new roles, in place of the old")),
    Parameter<UnitCode?>.option("unit", Phrase(id: "unit barunya", en: "their new unit")),
    Parameter<Bool>.flag("tanpa-unit", Phrase(id: "tidak lagi terikat satu unit", en: "no longer bound to one unit")),
    Parameter<PersonName?>.option("akun", Phrase(id: "akun barunya", en: "their new account")).completing(.nothing),
    gives: .record([Column("pengguna", .text), Column("berubah", .bool)]),
    examples: [Example("pengguna ubah budi --peran \"sekretariat,ppid\"", prints: "pengguna budi diubah")]
  ) { session, name, roles, unit, isUnbound, account in
    if isUnbound, unit != nil {
      throw Failure(
        Phrase(id: "`--unit` dan `--tanpa-unit` tidak dapat dipakai bersama", en: "`--unit` and `--tanpa-unit` exclude each other"))
    }
    var edit = Office.PersonEdit()
    edit.roles = roles.isEmpty ? nil : Set(roles)
    edit.unit = isUnbound ? .some(nil) : unit.map { .some($0) }
    edit.account = account?.text
    let hasChanged = try session.engine.office.updatePerson(name.text, edit)
    return session.change(
      [("pengguna", .text(name.text)), ("berubah", .bool(hasChanged))],
      hasChanged
        ? Phrase(id: "pengguna \(name.text) diubah", en: "\(name.text) changed")
        : Phrase(id: "pengguna \(name.text) tidak berubah", en: "\(name.text) is as before"))
  }
}
