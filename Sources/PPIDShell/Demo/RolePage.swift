import PPIDEngine
import PPIDValues

/// What somebody on stage may and may not do, in words, from the one table of permissions.
struct RolePage {
  private let person: Actor
  private let language: Language

  init(_ person: Actor, _ language: Language) {
    self.person = person
    self.language = language
  }

  /// In lines of `width` columns, broken between words; nil for no bound.
  func text(width: Int?) -> String {
    let unit = person.unit.map { " (\($0))" } ?? ""
    let known = Permission.allCases.compactMap { permission in permission.meaning.map { (permission, $0[language]) } }
    let may = known.filter { person.may($0.0) }.map(\.1).joined(separator: "; ")
    let mayNot = known.filter { !person.may($0.0) }.map(\.1).joined(separator: "; ")
    let nothing = Phrase(id: "tidak ada", en: "nothing")[language]
    return [
      Phrase(
        id: "\(person.name)\(unit) kini bertindak, sebagai \(person.roleNames).",
        en: "\(person.name)\(unit) acts now, as \(person.roleNames).")[language],
      Phrase(id: "Boleh: \(may.isEmpty ? nothing : may).", en: "May: \(may.isEmpty ? nothing : may).")[language],
      Phrase(id: "Tidak boleh: \(mayNot.isEmpty ? nothing : mayNot).", en: "May not: \(mayNot.isEmpty ? nothing : mayNot).")[language],
    ].flatMap { CellText.lines(of: $0, width: width) }.joined(separator: "\n")
  }
}

extension Permission {
  /// What it lets people do; nil for what everybody may.
  fileprivate var meaning: Phrase? {
    switch self {
    case .anything, .readEdition: nil
    case .readArchive: Phrase(id: "membaca arsip, siklus, dan jejak", en: "read records, cycles and the journal")
    case .readExcluded: Phrase(id: "melihat informasi dikecualikan", en: "see excluded information")
    case .manageOffice: Phrase(id: "mengatur kantor, orang, dan kalender", en: "manage the office, its people and calendar")
    case .backUp: Phrase(id: "membuat cadangan", en: "back the archive up")
    case .restore: Phrase(id: "memulihkan cadangan", en: "restore a backup")
    case .writeScripts: Phrase(id: "menyimpan skrip", en: "keep scripts")
    case .writeRecords: Phrase(id: "mencatat dan mengimpor arsip", en: "write and import records")
    case .careForArchive:
      Phrase(id: "merawat arsip: klasifikasi, tahan, usul susut", en: "care for records: schemes, holds, proposing disposal")
    case .approveDisposal: Phrase(id: "menyetujui penyusutan", en: "approve disposals")
    case .openCycle: Phrase(id: "membuka dan menutup siklus", en: "open and close cycles")
    case .work: Phrase(id: "menyelesaikan kegiatan di lajurnya", en: "finish activities of their lane")
    case .deliver: Phrase(id: "menyediakan dan menyerahkan (1-4)", en: "provide and hand over (1-4)")
    case .receive: Phrase(id: "menerima dan memverifikasi (5, 6)", en: "receive and verify (5, 6)")
    case .decide: Phrase(id: "memutus di 7 dan 11", en: "decide at 7 and 11")
    case .advise: Phrase(id: "memberi pertimbangan di 11", en: "advise at 11")
    case .acknowledge: Phrase(id: "menerima laporan di 12", en: "acknowledge the report at 12")
    case .expect: Phrase(id: "menetapkan apa yang wajib disediakan unit", en: "say what units must provide")
    case .stateNil: Phrase(id: "menyatakan nihil", en: "state that there is nothing")
    case .determine: Phrase(id: "menetapkan DIP (8)", en: "determine the DIP (8)")
    case .exclude: Phrase(id: "mengecualikan dan membuka informasi", en: "exclude and open information")
    case .proposeListing: Phrase(id: "mengusulkan isi DIP", en: "propose records for the DIP")
    case .publish: Phrase(id: "menyajikan di website (9)", en: "publish on the website (9)")
    case .evaluate: Phrase(id: "menilai monev (14, 15)", en: "score the evaluation (14, 15)")
    case .recordFindings: Phrase(id: "mencatat temuan dan masukan (13)", en: "record findings and input (13)")
    case .followUp: Phrase(id: "mencatat tindak lanjut", en: "record follow-up")
    }
  }
}
