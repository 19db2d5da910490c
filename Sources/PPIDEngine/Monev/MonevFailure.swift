import PPIDValues

/// Why monev refuses something.
package enum MonevFailure: Refusal, Hashable {
  case notAHalfYear(Period)
  case evaluationExists(Period)
  case noEvaluation(Period?)
  case closed(Period)
  case instrumentTaken(name: String, version: Int)
  case unknownIndicator(String, nearest: String?)
  case computedIndicator(String)
  case gradeBetween(String)
  case evidenceMissing(String)
  case unknownFinding(FindingNumber)
  case unknownRecommendation(RecommendationNumber)
  case unknownInput(PublicInputNumber)
  case unknownOwner(String, nearest: String?)
  case recommendationDone(RecommendationNumber)
  case doneWithoutEvidence(RecommendationNumber)
  case emptyText
  case unknownStep(Int)
  case answeredAlready(PublicInputNumber)
  case decidedAlready(PublicInputNumber)
  case noProposal(RecordNumber)
  case unitMissing(PublicInputNumber)
  case unitForRecord(RecordNumber)

  package var kind: RefusalKind { .rule }

  package var message: Phrase {
    switch self {
    case .notAHalfYear(let period): Phrase(id: "\(period) bukan semester", en: "\(period) is no half-year")
    case .evaluationExists(let period): Phrase(id: "monev \(period) sudah dibuka", en: "the monev of \(period) is open already")
    case .noEvaluation(let period?): Phrase(id: "monev \(period) belum dibuka", en: "the monev of \(period) has not been opened")
    case .noEvaluation(nil): Phrase(id: "belum ada monev yang dibuka", en: "no monev has been opened yet")
    case .closed(let period):
      Phrase(
        id: "monev \(period) sudah selesai dinilai dan tidak berubah lagi",
        en: "the monev of \(period) is finished and doesn't change any more")
    case .instrumentTaken(let name, let version):
      Phrase(
        id: "instrumen \(name) versi \(version) sudah ada dengan isi lain",
        en: "the instrument \(name), version \(version), exists with another content")
    case .unknownIndicator(let code, _): Phrase(id: "tidak ada indikator `\(code)`", en: "there is no indicator `\(code)`")
    case .computedIndicator(let code):
      Phrase(id: "\(code) dihitung oleh program, tidak diketik", en: "\(code) is counted by the program, not typed")
    case .gradeBetween(let code): Phrase(id: "\(code) hanya bernilai 1 atau 0", en: "\(code) can only be 1 or 0")
    case .evidenceMissing(let code): Phrase(id: "bukti untuk \(code) belum disebut", en: "the evidence for \(code) is not named")
    case .unknownFinding(let number): Phrase(id: "tidak ada temuan \(number)", en: "there is no finding \(number)")
    case .unknownRecommendation(let number): Phrase(id: "tidak ada rekomendasi \(number)", en: "there is no recommendation \(number)")
    case .unknownInput(let number): Phrase(id: "tidak ada masukan \(number)", en: "there is no input \(number)")
    case .unknownOwner(let name, _):
      Phrase(id: "`\(name)` bukan peran, unit, atau pengguna", en: "`\(name)` is no role, unit or person")
    case .recommendationDone(let number): Phrase(id: "\(number) sudah selesai", en: "\(number) is done already")
    case .doneWithoutEvidence(let number):
      Phrase(id: "\(number) belum dapat selesai tanpa bukti", en: "\(number) can't be done without evidence")
    case .emptyText: Phrase(id: "teksnya kosong", en: "the text is empty")
    case .unknownStep(let step): Phrase(id: "SOP tidak punya kegiatan \(step)", en: "the SOP has no activity \(step)")
    case .answeredAlready(let number): Phrase(id: "\(number) sudah ditanggapi", en: "\(number) is answered already")
    case .decidedAlready(let number): Phrase(id: "\(number) sudah diputus", en: "\(number) is decided already")
    case .noProposal(let number):
      Phrase(
        id: "\(number) bukan usulan: sudah tercantum di DIP, sudah diusulkan, atau tidak terbuka",
        en: "\(number) is no proposal: it is listed in the DIP, proposed already, or not open")
    case .unitMissing(let number):
      Phrase(id: "unit yang harus menyediakan \(number) belum disebut", en: "the unit that must provide \(number) is not named")
    case .unitForRecord(let number): Phrase(id: "\(number) sudah punya unit", en: "\(number) has its unit already")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .notAHalfYear: Phrase(id: "tulis semester seperti 2026-S2", en: "write a half-year like 2026-S2")
    case .evaluationExists(let period): Phrase(id: "lihat `monev hitung \(period)`", en: "see `monev hitung \(period)`")
    case .noEvaluation(let period):
      Phrase(
        id: "buka dengan `monev buka \(period?.description ?? "2026-S2")`",
        en: "open it with `monev buka \(period?.description ?? "2026-S2")`")
    case .instrumentTaken: Phrase(id: "naikkan `versi` di berkasnya", en: "raise `versi` in its file")
    case .unknownIndicator(_, let nearest?), .unknownOwner(_, let nearest?):
      Phrase(id: "maksud Anda `\(nearest)`?", en: "did you mean `\(nearest)`?")
    case .unknownIndicator: Phrase(id: "lihat `monev indikator`", en: "see `monev indikator`")
    case .computedIndicator: Phrase(id: "lihat angkanya dengan `monev indikator`", en: "see its figures with `monev indikator`")
    case .evidenceMissing, .doneWithoutEvidence:
      Phrase(id: "sebutkan rekamannya dengan `--bukti A-12`", en: "name its record with `--bukti A-12`")
    case .unknownFinding: Phrase(id: "lihat `monev temuan`", en: "see `monev temuan`")
    case .unknownRecommendation: Phrase(id: "lihat `monev rekomendasi`", en: "see `monev rekomendasi`")
    case .unknownInput, .answeredAlready: Phrase(id: "lihat `masukan`", en: "see `masukan`")
    case .decidedAlready, .noProposal: Phrase(id: "lihat `monev usulan`", en: "see `monev usulan`")
    case .unitMissing: Phrase(id: "sebutkan dengan `--unit KODE`", en: "name it with `--unit CODE`")
    case .unitForRecord: Phrase(id: "hilangkan `--unit`", en: "leave out `--unit`")
    case .unknownOwner(_, nil): Phrase(id: "misalnya `--pic sekretariat`", en: "such as `--pic sekretariat`")
    case .unknownStep: Phrase(id: "lihat `sop`", en: "see `sop`")
    case .closed, .gradeBetween, .recommendationDone, .emptyText: nil
    }
  }
}
