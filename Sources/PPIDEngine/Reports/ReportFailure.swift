import PPIDValues

/// Why a report is not made, shown or issued.
package enum ReportFailure: Refusal, Hashable {
  /// A report on months was asked for a half-year, or the other way round.
  case wrongPeriod(ReportKind, Period)
  /// The office's report was asked for one unit.
  case notOfUnits(ReportKind)
  /// A unit's document is to be issued, and no unit was named.
  case unitMissing(ReportKind)
  /// Documents of deliveries may tell of excluded information.
  case mayNotRead(ReportKind)
  case mayNotIssue(ReportKind, roles: [Role])
  case issuedAlready(IssuedDocument)
  case numberTaken(String)
  case emptyNumber
  case unknownRound(ReportKind, Period, round: Int)
  /// The file's name ends in none of the forms.
  case unknownForm(path: String)

  package var kind: RefusalKind {
    switch self {
    case .mayNotRead, .mayNotIssue: .forbidden
    default: .rule
    }
  }

  package var message: Phrase {
    switch self {
    case .wrongPeriod(let kind, let period):
      kind.span == .month
        ? Phrase(id: "\(period) bukan bulan", en: "\(period) is no month")
        : Phrase(id: "\(period) bukan semester", en: "\(period) is no half-year")
    case .notOfUnits(let kind):
      Phrase(
        id: "\(kind.title.id) dibuat untuk seluruh kantor, bukan untuk satu unit",
        en: "the \(kind.title.en) is the office's, not a unit's")
    case .unitMissing(let kind):
      Phrase(id: "\(kind.title.id) diterbitkan untuk satu unit", en: "the \(kind.title.en) is issued for one unit")
    case .mayNotRead(let kind):
      Phrase(
        id: "\(kind.title.id) hanya untuk unitnya sendiri dan yang boleh melihat informasi yang dikecualikan",
        en: "the \(kind.title.en) is for its own unit and those who may see excluded information")
    case .mayNotIssue(let kind, let roles):
      Phrase(
        id: "peran Anda tidak boleh menerbitkan \(kind.title.id); yang boleh: \(ReportFailure.names(roles))",
        en: "your role may not issue the \(kind.title.en); those who may: \(ReportFailure.names(roles))")
    case .issuedAlready(let document):
      Phrase(
        id: "\(document.kind.title.id) \(document.period) sudah terbit sebagai \(document.name)",
        en: "the \(document.kind.title.en) \(document.period) is issued already as \(document.name)")
    case .numberTaken(let number):
      Phrase(id: "nomor `\(number)` sudah dipakai dokumen lain", en: "the number `\(number)` is another document's")
    case .emptyNumber:
      Phrase(id: "nomor dokumen kosong atau lebih dari satu baris", en: "the document's number is empty or has more than one line")
    case .unknownRound(let kind, let period, let round):
      Phrase(
        id: "\(kind.title.id) \(period) putaran \(round) belum terbit", en: "round \(round) of the \(kind.title.en) \(period) is not issued"
      )
    case .unknownForm(let path):
      Phrase(id: "`\(path)` tidak menyebut bentuk yang dikenal", en: "`\(path)` names no form that is known")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .wrongPeriod(let kind, _):
      kind.span == .month
        ? Phrase(id: "tulis bulan seperti 2026-11", en: "write a month like 2026-11")
        : Phrase(id: "tulis semester seperti 2026-S2", en: "write a half-year like 2026-S2")
    case .notOfUnits: Phrase(id: "hilangkan `--unit`", en: "leave out `--unit`")
    case .unitMissing: Phrase(id: "sebutkan dengan `--unit KODE`", en: "name it with `--unit CODE`")
    case .mayNotRead, .mayNotIssue: nil
    case .issuedAlready, .unknownRound: Phrase(id: "lihat `laporan`", en: "see `laporan`")
    case .numberTaken, .emptyNumber: Phrase(id: "pilih nomor lain dengan `--nomor`", en: "choose another with `--nomor`")
    case .unknownForm: Phrase(id: "akhiri dengan .html, .md, .csv, atau .json", en: "end it in .html, .md, .csv or .json")
    }
  }

  private static func names(_ roles: [Role]) -> String { roles.map(\.rawValue).joined(separator: ", ") }
}
