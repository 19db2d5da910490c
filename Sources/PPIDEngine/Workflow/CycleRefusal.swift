import PPIDValues

/// Why the engine refuses to open or to go on with a month or a half-year.
package enum CycleRefusal: Refusal {
  case cycleExists(Period)
  case noCycle(Period)
  case notAMonth(Period)
  case unknownProcedure(String)
  case noActiveUnit
  case cycleBeforeEdition(Period, latest: Period)
  case deliveriesOpen(Period, [Track])

  package var message: Phrase {
    switch self {
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
    }
  }

  package var advice: Phrase? {
    switch self {
    case .cycleExists: nil
    case .noCycle(let period):
      Phrase(id: "buka dengan `siklus buka \(period)`", en: "open it with `siklus buka \(period)`")
    case .notAMonth: Phrase(id: "tulis bulan seperti 2026-11", en: "write a month like 2026-11")
    case .unknownProcedure: Phrase(id: "lihat `sop edisi`", en: "see `sop edisi`")
    case .noActiveUnit:
      Phrase(id: "tambahkan dengan `unit tambah KODE \"nama\"`", en: "add one with `unit tambah CODE \"name\"`")
    case .cycleBeforeEdition:
      Phrase(id: "edisi ditetapkan menurut urutan bulan", en: "editions are determined in the order of their months")
    case .deliveriesOpen: Phrase(id: "lihat `antrean --semua`", en: "see `antrean --semua`")
    }
  }
}

extension Track {
  fileprivate var inIndonesian: String { "\(unit?.text ?? "bulan") (langkah \(step))" }
  fileprivate var inEnglish: String { "\(unit?.text ?? "month") (step \(step))" }
}
