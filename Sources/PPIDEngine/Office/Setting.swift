import PPIDValues

/// What an office decides once: its name and place, how numbers look, when it works.
package enum Setting: String, Sendable, CaseIterable {
  case officeName = "kantor.nama"
  case officeAddress = "kantor.alamat"
  case officer = "kantor.ppid"
  case superior = "kantor.atasan"
  case place = "kantor.tempat"
  case zone = "kantor.zona"
  case numberPattern = "nomor.pola"
  case separatesDuties = "pemisahan-tugas"
  case monday = "kalender.senin"
  case tuesday = "kalender.selasa"
  case wednesday = "kalender.rabu"
  case thursday = "kalender.kamis"
  case friday = "kalender.jumat"
  case saturday = "kalender.sabtu"
  case sunday = "kalender.minggu"
  case collectiveLeave = "kalender.cuti-bersama"

  /// The setting of a weekday's office hours.
  package static func hours(_ day: Weekday) -> Setting {
    switch day {
    case .monday: .monday
    case .tuesday: .tuesday
    case .wednesday: .wednesday
    case .thursday: .thursday
    case .friday: .friday
    case .saturday: .saturday
    case .sunday: .sunday
    }
  }

  package static let periodMark = "{periode}"
  /// The values of a switch.
  static let (yes, no) = ("ya", "tidak")
  /// Whether collective leave is taken, or worked through.
  package static let (leaveIsTaken, leaveIsWorked) = ("libur", "kerja")

  /// What holds as long as the office has decided nothing.
  package var standard: String? {
    switch self {
    case .officeName, .officeAddress, .officer, .superior, .place: nil
    case .zone: OfficeZone.wib.rawValue
    case .numberPattern: "DIP/\(Setting.periodMark)"
    case .separatesDuties: Setting.yes
    case .monday, .tuesday, .wednesday, .thursday: "07.30-12.00, 13.00-16.00"
    case .friday: "07.30-11.30, 13.00-16.30"
    case .saturday, .sunday: OfficeHours.closed.description
    case .collectiveLeave: Setting.leaveIsTaken
    }
  }

  /// Whether due times rest on it.
  var movesDeadlines: Bool { self == .collectiveLeave || Weekday.allCases.contains { Setting.hours($0) == self } }

  /// The value as it is kept; nil when it is none for this setting.
  package func normalized(_ text: String) -> String? {
    switch self {
    case .officeName, .officeAddress, .officer, .superior, .place:
      let line = text.split(separator: " ").joined(separator: " ")
      return !line.isEmpty && line.count <= 500 && !line.unicodeScalars.contains { $0.properties.generalCategory == .control }
        ? line : nil
    case .zone: return OfficeZone(rawValue: text.uppercased())?.rawValue
    case .numberPattern: return text.contains(Setting.periodMark) && text.count <= 200 ? text : nil
    case .separatesDuties: return choice(text, Setting.yes, Setting.no)
    case .monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday: return OfficeHours(text)?.description
    case .collectiveLeave: return choice(text, Setting.leaveIsTaken, Setting.leaveIsWorked)
    }
  }

  private func choice(_ text: String, _ words: String...) -> String? {
    words.first { $0 == text.lowercased() }
  }

  /// What a value looks like.
  package var form: Phrase {
    switch self {
    case .officeName, .officeAddress, .officer, .superior, .place:
      Phrase(id: "teks satu baris, paling panjang 500 huruf", en: "a text of one line, at most 500 letters")
    case .zone: Phrase("WIB|WITA|WIT")
    case .numberPattern:
      Phrase(id: "teks yang memuat \(Setting.periodMark)", en: "a text that holds \(Setting.periodMark)")
    case .separatesDuties: Phrase("\(Setting.yes)|\(Setting.no)")
    case .monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday:
      Phrase(id: "jam seperti \"07.30-12.00, 13.00-16.00\", atau libur", en: "hours like \"07.30-12.00, 13.00-16.00\", or libur")
    case .collectiveLeave: Phrase("\(Setting.leaveIsTaken)|\(Setting.leaveIsWorked)")
    }
  }

  /// What it means.
  package var help: Phrase {
    switch self {
    case .officeName: Phrase(id: "nama kantor", en: "the office's name")
    case .officeAddress: Phrase(id: "alamat kantor", en: "the office's address")
    case .officer: Phrase(id: "nama PPID, penanda tangan DIP", en: "the information officer's name, who signs the DIP")
    case .superior: Phrase(id: "nama Atasan PPID", en: "the name of the officer's superior")
    case .place: Phrase(id: "kota yang tertulis di atas tanda tangan", en: "the town that stands above a signature")
    case .zone: Phrase(id: "zona waktu kantor", en: "the office's time zone")
    case .numberPattern: Phrase(id: "pola nomor keputusan DIP", en: "how the DIP's decisions are numbered")
    case .separatesDuties:
      Phrase(id: "apakah pemeriksa tidak boleh memutus pekerjaannya sendiri", en: "whether nobody may decide on their own work")
    case .monday: Phrase(id: "jam kerja hari Senin", en: "office hours on Mondays")
    case .tuesday: Phrase(id: "jam kerja hari Selasa", en: "office hours on Tuesdays")
    case .wednesday: Phrase(id: "jam kerja hari Rabu", en: "office hours on Wednesdays")
    case .thursday: Phrase(id: "jam kerja hari Kamis", en: "office hours on Thursdays")
    case .friday: Phrase(id: "jam kerja hari Jumat", en: "office hours on Fridays")
    case .saturday: Phrase(id: "jam kerja hari Sabtu", en: "office hours on Saturdays")
    case .sunday: Phrase(id: "jam kerja hari Minggu", en: "office hours on Sundays")
    case .collectiveLeave: Phrase(id: "cuti bersama itu libur atau hari kerja", en: "whether collective leave is taken or worked through")
    }
  }
}
