import PPIDValues

/// Why the engine refuses what concerns the office, its people, records, and the order of months and editions.
package enum EngineFailure: Refusal {
  // Permission
  case notPermitted(Permission)
  case foreignUnit(UnitCode)
  case unknownPerson(String)

  // The office
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

  // Records
  case unknownRecord(RecordNumber)
  case nothingToSearch(String)
  case emptyTitle
  case excludedStaysExcluded(RecordNumber)
  case finishedRecord(RecordNumber, status: String)
  case unitMissing
  case importRefused(ImportResult)
  case duplicateRow(RecordNumber)

  // Cycles and editions
  case cycleExists(Period)
  case noCycle(Period)
  case notAMonth(Period)
  case unknownProcedure(String)
  case noActiveUnit
  case cycleBeforeEdition(Period, latest: Period)
  case deliveriesOpen(Period, [Track])
  case editionExists(Period, Edition)
  case editionBeforeLatest(Period, latest: Period)
  case earlierMonthOpen(Period, earlier: Period)
  case numberTaken(String)
  case cycleForOutside(Period)
  case noEdition(Period)

  // Files
  case fileNotWritten(path: String, reason: String)
  case folderInUse(path: String)
  /// What should be written over is a device or a pipe.
  case noFile(path: String)
  /// What should be written over is an archive, or belongs to one.
  case archiveInPlace(path: String)
  /// What should be read as a file is the archive at work.
  case archiveAtWork(path: String)
}

extension EngineFailure {
  package var kind: RefusalKind {
    switch self {
    case .notPermitted, .foreignUnit: .forbidden
    case .importRefused, .unfitSetting, .archiveInPlace, .archiveAtWork, .noFile: .input
    case .fileNotWritten: .storage
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
    case .unknownRecord(let number):
      Phrase(id: "tidak ada rekaman \(number)", en: "there is no record \(number)")
    case .nothingToSearch(let text):
      Phrase(id: "tidak ada kata yang dapat dicari dalam `\(text)`", en: "there is no word to look for in `\(text)`")
    case .emptyTitle:
      Phrase(id: "judul tidak boleh kosong", en: "the title must not be empty")
    case .excludedStaysExcluded(let number):
      Phrase(
        id: "\(number) dikecualikan; kategorinya tidak dapat diubah begitu saja",
        en: "\(number) is excluded; its category can't simply be changed")
    case .finishedRecord(let number, let status):
      Phrase(
        id: "\(number) berstatus \(status) dan tidak dapat diubah lagi",
        en: "\(number) is \(status) and can't be changed any more")
    case .unitMissing:
      Phrase(id: "unit pemilik rekaman belum disebut", en: "the unit that holds the records is not named")
    case .importRefused(let result):
      Phrase(
        id: "\(result.refused) dari \(result.read) rekaman ditolak; tidak ada yang disimpan",
        en: "\(result.refused) of \(result.read) records were refused; nothing was stored")
    case .duplicateRow(let number):
      Phrase(id: "isinya berbeda dari \(number) yang sudah ada", en: "it differs from \(number), which exists already")
    case .cycleExists(let period):
      Phrase(id: "siklus \(period) sudah dibuka", en: "the cycle \(period) is open already")
    case .noCycle(let period):
      Phrase(id: "siklus \(period) belum dibuka", en: "the cycle \(period) has not been opened")
    case .notAMonth(let period):
      Phrase(id: "\(period) bukan bulan", en: "\(period) is no month")
    case .unknownProcedure(let name):
      Phrase(id: "tidak ada edisi SOP `\(name)`", en: "there is no edition `\(name)` of the SOP")
    case .noActiveUnit:
      Phrase(id: "belum ada unit aktif", en: "there is no active unit yet")
    case .cycleBeforeEdition(let period, let latest):
      Phrase(
        id: "siklus \(period) tidak dapat dibuka: DIP \(latest) sudah ditetapkan",
        en: "the cycle \(period) can't be opened: the DIP of \(latest) is determined already")
    case .deliveriesOpen(let period, let tracks):
      Phrase(
        id:
          "DIP \(period) belum dapat ditetapkan; yang belum selesai: \(tracks.map(\.inIndonesian).joined(separator: ", "))",
        en:
          "the DIP of \(period) can't be determined yet; still open: \(tracks.map(\.inEnglish).joined(separator: ", "))"
      )
    case .editionExists(let period, let edition):
      Phrase(
        id: "DIP \(period) sudah ditetapkan dengan nomor \(edition.number)",
        en: "the DIP of \(period) is determined already, under the number \(edition.number)")
    case .editionBeforeLatest(let period, let latest):
      Phrase(
        id: "DIP \(period) tidak dapat ditetapkan: edisi \(latest) sudah ada sesudahnya",
        en: "the DIP of \(period) can't be determined: the edition of \(latest) follows it already")
    case .earlierMonthOpen(let period, let earlier):
      Phrase(
        id: "DIP \(period) belum dapat ditetapkan: penetapan \(earlier) belum selesai",
        en: "the DIP of \(period) can't be determined yet: that of \(earlier) is not done")
    case .numberTaken(let number):
      Phrase(id: "nomor `\(number)` sudah dipakai edisi lain", en: "the number `\(number)` is another edition's")
    case .cycleForOutside(let period):
      Phrase(
        id: "siklus \(period) sudah dibuka, jadi DIP-nya ditetapkan di dalam siklus",
        en: "the cycle \(period) is open, so its DIP is determined within the cycle")
    case .noEdition(let period):
      Phrase(id: "DIP \(period) belum ditetapkan", en: "the DIP of \(period) is not determined yet")
    case .fileNotWritten(let path, let reason):
      Phrase(id: "`\(path)` tidak dapat ditulis (\(reason))", en: "`\(path)` can't be written (\(reason))")
    case .archiveInPlace(let path):
      Phrase(id: "`\(path)` milik sebuah arsip dan tidak akan ditimpa", en: "`\(path)` belongs to an archive and is not overwritten")
    case .noFile(let path):
      Phrase(id: "`\(path)` bukan berkas biasa dan tidak diganti", en: "`\(path)` is no regular file and is not replaced")
    case .archiveAtWork(let path):
      Phrase(id: "`\(path)` adalah arsip yang sedang dipakai", en: "`\(path)` is the archive at work")
    case .folderInUse(let path):
      Phrase(
        id: "`\(path)` berisi hal lain dan tidak akan ditimpa",
        en: "`\(path)` holds something else and is not overwritten")
    }
  }

  /// What the user may do about it.
  package var advice: Phrase? {
    switch self {
    case .notPermitted, .cycleExists, .emptyTitle, .finishedRecord, .nothingToSearch, .fileNotWritten: nil
    case .foreignUnit: Phrase(id: "minta unit itu, atau Tim Sekretariat", en: "ask that unit, or the secretariat")
    case .unfitSetting(let setting, _):
      Phrase(id: "diharapkan \(setting.form.id)", en: "expected \(setting.form.en)")
    case .noWorkingDay: nil
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
    case .unknownRecord: Phrase(id: "cari dengan `arsip cari \"kata\"`", en: "look it up with `arsip cari \"word\"`")
    case .excludedStaysExcluded(let number):
      Phrase(
        id: "PPID membukanya dengan `kecuali buka \(number)`", en: "the PPID opens it with `kecuali buka \(number)`")
    case .unitMissing: Phrase(id: "sebutkan dengan `--unit KODE`", en: "name it with `--unit CODE`")
    case .importRefused:
      Phrase(
        id: "perbaiki baris itu, atau simpan yang lain saja dengan `--sebagian`",
        en: "mend these rows, or store only the others with `--sebagian`")
    case .duplicateRow:
      Phrase(
        id: "perbarui dengan `--ganda perbarui`, atau biarkan dengan `--ganda lewati`",
        en: "update it with `--ganda perbarui`, or leave it with `--ganda lewati`")
    case .noCycle(let period):
      Phrase(id: "buka dengan `siklus buka \(period)`", en: "open it with `siklus buka \(period)`")
    case .notAMonth: Phrase(id: "tulis bulan seperti 2026-11", en: "write a month like 2026-11")
    case .unknownProcedure: Phrase(id: "lihat `sop edisi`", en: "see `sop edisi`")
    case .noActiveUnit:
      Phrase(id: "tambahkan dengan `unit tambah KODE \"nama\"`", en: "add one with `unit tambah CODE \"name\"`")
    case .cycleBeforeEdition, .editionBeforeLatest:
      Phrase(id: "edisi ditetapkan menurut urutan bulan", en: "editions are determined in the order of their months")
    case .deliveriesOpen: Phrase(id: "lihat `antrean --semua`", en: "see `antrean --semua`")
    case .editionExists: Phrase(id: "lihat `dip edisi`", en: "see `dip edisi`")
    case .earlierMonthOpen(_, let earlier):
      Phrase(id: "selesaikan dulu `dip tetapkan \(earlier)`", en: "do `dip tetapkan \(earlier)` first")
    case .numberTaken: Phrase(id: "pilih nomor lain dengan `--nomor`", en: "choose another with `--nomor`")
    case .cycleForOutside: Phrase(id: "hilangkan `--di-luar-siklus`", en: "leave out `--di-luar-siklus`")
    case .noEdition(let period):
      Phrase(id: "tetapkan dengan `dip tetapkan \(period)`", en: "determine it with `dip tetapkan \(period)`")
    case .archiveInPlace, .noFile: Phrase(id: "pilih nama lain", en: "choose another name")
    case .archiveAtWork: Phrase(id: "buat dulu salinannya dengan `cadangkan`", en: "make a copy with `cadangkan` first")
    case .folderInUse: Phrase(id: "pilih folder yang kosong atau baru", en: "choose a folder that is empty or new")
    }
  }
}

extension Permission {
  fileprivate var roleNames: String {
    Role.allCases.filter(roles.contains).map(\.rawValue).joined(separator: ", ")
  }
}

extension Track {
  fileprivate var inIndonesian: String { "\(unit?.text ?? "bulan") (langkah \(step))" }
  fileprivate var inEnglish: String { "\(unit?.text ?? "month") (step \(step))" }
}
