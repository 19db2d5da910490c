import PPIDValues

/// Why the engine refuses what concerns the office, its people and what they may do.
package enum OfficeFailure: Refusal {
  case notPermitted(Permission)
  case foreignUnit(UnitCode)
  case unknownPerson(String)
  case unknownUnit(String, nearest: String?)
  case unitExists(UnitCode)
  case unknownScript(ScriptName, nearest: String?)
  case unfitSetting(Setting, String)
  case noWorkingDay
  case breakOutsideHours(Weekday)
  case hoursMissing(Weekday)
  case personExists(String)
  case accountTaken(String)
  case rolesMissing
  case supportWithoutUnit
  case lastManager

  package var kind: RefusalKind {
    switch self {
    case .notPermitted, .foreignUnit: .forbidden
    case .unfitSetting: .input
    default: .rule
    }
  }

  package var message: Phrase {
    switch self {
    case .notPermitted(let permission):
      Phrase(
        id: "peran Anda tidak boleh melakukan ini; yang boleh: \(permission.roleNames)",
        en: "your role may not do this; those who may: \(permission.roleNames)")
    case .foreignUnit(let unit):
      Phrase(id: "unit \(unit) bukan unit Anda", en: "the unit \(unit) is not yours")
    case .unfitSetting(let setting, let value):
      Phrase(id: "`\(value)` bukan nilai untuk `\(setting.rawValue)`", en: "`\(value)` is no value for `\(setting.rawValue)`")
    case .noWorkingDay:
      Phrase(id: "paling sedikit satu hari harus tetap hari kerja", en: "at least one day must remain a working day")
    case .breakOutsideHours(let day):
      Phrase(id: "istirahat hari \(day.name) di luar jam kerjanya", en: "the break on \(day.name) lies outside of its office hours")
    case .hoursMissing(let day):
      Phrase(id: "hari \(day.name) belum punya jam kerja", en: "\(day.name) has no office hours yet")
    case .personExists(let name):
      Phrase(id: "pengguna \(name) sudah ada", en: "the person \(name) exists already")
    case .accountTaken(let account):
      Phrase(id: "akun \(account) sudah milik pengguna lain", en: "the account \(account) is another person's")
    case .rolesMissing:
      Phrase(id: "peran pengguna belum disebut", en: "the person's role is not named")
    case .supportWithoutUnit:
      Phrase(id: "pengguna berperan pendukung harus punya unit", en: "a person of the role pendukung must have a unit")
    case .lastManager:
      Phrase(id: "kantor harus tetap punya pengelola yang berakun", en: "the office must keep a pengelola who has an account")
    case .unknownPerson(let name):
      Phrase(id: "tidak ada pengguna bernama `\(name)`", en: "there is no person named `\(name)`")
    case .unknownUnit(let code, _):
      Phrase(id: "tidak ada unit berkode `\(code)`", en: "there is no unit with the code `\(code)`")
    case .unitExists(let code):
      Phrase(id: "unit \(code) sudah ada", en: "the unit \(code) exists already")
    case .unknownScript(let name, _):
      Phrase(id: "tidak ada skrip tersimpan bernama `\(name)`", en: "there is no saved script named `\(name)`")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .notPermitted, .noWorkingDay: nil
    case .foreignUnit: Phrase(id: "minta unit itu, atau Tim Sekretariat", en: "ask that unit, or the secretariat")
    case .unfitSetting(let setting, _):
      Phrase(id: "diharapkan \(setting.form.id)", en: "expected \(setting.form.en)")
    case .breakOutsideHours, .hoursMissing:
      Phrase(id: "sebutkan jamnya dengan `--jam 07.30-16.00`", en: "name its hours with `--jam 07.30-16.00`")
    case .unknownPerson, .personExists, .accountTaken: Phrase(id: "lihat `pengguna`", en: "see `pengguna`")
    case .rolesMissing: Phrase(id: "sebutkan dengan `--peran`", en: "name it with `--peran`")
    case .supportWithoutUnit: Phrase(id: "sebutkan dengan `--unit KODE`", en: "name it with `--unit CODE`")
    case .lastManager:
      Phrase(id: "beri peran pengelola kepada orang lain dulu", en: "give somebody else the role pengelola first")
    case .unknownUnit(_, let nearest?): Phrase(id: "maksud Anda `\(nearest)`?", en: "did you mean `\(nearest)`?")
    case .unknownUnit(let code, nil):
      Phrase(
        id: "tambahkan dengan `unit tambah \(code) \"nama unit\"`",
        en: "add it with `unit tambah \(code) \"name of the unit\"`")
    case .unitExists: Phrase(id: "lihat `unit`", en: "see `unit`")
    case .unknownScript(_, let nearest?): Phrase(id: "maksud Anda `\(nearest)`?", en: "did you mean `\(nearest)`?")
    case .unknownScript(_, nil): Phrase(id: "lihat `skrip`", en: "see `skrip`")
    }
  }
}

extension Permission {
  fileprivate var roleNames: String {
    Role.allCases.filter(roles.contains).map(\.rawValue).joined(separator: ", ")
  }
}
