import PPIDValues

/// Why the engine refuses what concerns disposals and legal holds.
package enum DisposalRefusal: Refusal {
  case nothingDue(DisposalKind)
  /// What each record's retention says instead; nil where nothing is due.
  case unfit(DisposalKind, [(RecordNumber, DueAction?)])
  case held([RecordNumber])
  case frozen([(RecordNumber, by: String)])
  case unknown(DisposalNumber)
  case otherState(DisposalNumber, DisposalState, needs: DisposalState)
  case ownProposal(DisposalNumber, person: String)
  case reasonMissing
  /// Minutes are written in a few forms, which the file's name ends with.
  case unknownForm(String)
  case alreadyHeld(RecordNumber)
  case notHeld(RecordNumber)

  package var kind: RefusalKind {
    if case .ownProposal = self { return .forbidden }
    return .rule
  }

  package var message: Phrase {
    switch self {
    case .nothingDue(let kind):
      return Phrase(id: "tidak ada arsip yang dapat diusulkan untuk \(kind.rawValue)", en: "no record can be proposed for \(kind.rawValue)")
    case .unfit(let kind, let records):
      let list = records.map { "\($0) (\($1?.rawValue ?? "belum jatuh tempo"))" }.joined(separator: ", ")
      let english = records.map { "\($0) (\($1?.rawValue ?? "not due yet"))" }.joined(separator: ", ")
      return Phrase(
        id: "retensinya tidak membolehkan \(kind.rawValue): \(list)", en: "the retention doesn't allow \(kind.rawValue): \(english)")
    case .held(let records):
      let list = DisposalRefusal.list(records)
      return Phrase(id: "ditahan (legal hold): \(list)", en: "under a legal hold: \(list)")
    case .frozen(let records):
      let list = records.map { "\($0) (\($1))" }.joined(separator: ", ")
      return Phrase(id: "sedang dalam penyerahan atau usul lain: \(list)", en: "in a hand-over or another proposal now: \(list)")
    case .unknown(let number):
      return Phrase(id: "tidak ada penyusutan \(number)", en: "there is no disposal \(number)")
    case .otherState(let number, let state, let needed):
      return Phrase(
        id: "\(number) \(state.rawValue); seharusnya \(needed.rawValue)",
        en: "\(number) is \(state.rawValue); it must be \(needed.rawValue)")
    case .ownProposal(let number, let person):
      return Phrase(
        id: "\(person) mengusulkan \(number), jadi tidak boleh menyetujuinya (pemisahan-tugas)",
        en: "\(person) proposed \(number), so may not approve it (pemisahan-tugas)")
    case .reasonMissing:
      return Phrase(id: "alasannya belum disebut", en: "the reason is not named")
    case .unknownForm(let path):
      return Phrase(id: "`\(path)` tidak menyebut bentuk berita acara", en: "`\(path)` names no form of minutes")
    case .alreadyHeld(let number):
      return Phrase(id: "\(number) sudah ditahan", en: "\(number) is held already")
    case .notHeld(let number):
      return Phrase(id: "\(number) tidak ditahan", en: "\(number) isn't held")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .nothingDue, .unfit: Phrase(id: "lihat `retensi`", en: "see `retensi`")
    case .held: Phrase(id: "lihat `tahan daftar`; lepaskan dengan `lepas`", en: "see `tahan daftar`; release with `lepas`")
    case .frozen: Phrase(id: "selesaikan itu dulu", en: "finish that first")
    case .unknown, .otherState: Phrase(id: "lihat `susut`", en: "see `susut`")
    case .ownProposal:
      Phrase(
        id: "minta orang lain menyetujui; kantor yang hanya satu orang: `atur pemisahan-tugas tidak`",
        en: "have somebody else approve it; an office of one person: `atur pemisahan-tugas tidak`")
    case .reasonMissing: Phrase(id: "sebutkan dengan `--alasan \"…\"`", en: "name it with `--alasan \"…\"`")
    case .unknownForm:
      Phrase(id: "akhiri nama berkasnya dengan .md, .html, .csv, atau .json", en: "end the file's name with .md, .html, .csv or .json")
    case .alreadyHeld, .notHeld: Phrase(id: "lihat `tahan daftar`", en: "see `tahan daftar`")
    }
  }

  private static func list(_ records: [RecordNumber]) -> String {
    let shown = 10
    let list = records.prefix(shown).map(\.description).joined(separator: ", ")
    return records.count > shown ? "\(list), …" : list
  }
}
