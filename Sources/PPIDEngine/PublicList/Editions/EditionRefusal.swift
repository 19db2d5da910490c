import PPIDValues

/// Why the engine refuses to determine an edition, or knows none.
package enum EditionRefusal: Refusal {
  case editionExists(Period, Edition)
  case editionBeforeLatest(Period, latest: Period)
  case earlierMonthOpen(Period, earlier: Period)
  case numberTaken(String)
  case cycleForOutside(Period)
  case noEdition(Period)

  package var message: Phrase {
    switch self {
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
    }
  }

  package var advice: Phrase? {
    switch self {
    case .editionBeforeLatest:
      Phrase(id: "edisi ditetapkan menurut urutan bulan", en: "editions are determined in the order of their months")
    case .editionExists: Phrase(id: "lihat `dip edisi`", en: "see `dip edisi`")
    case .earlierMonthOpen(_, let earlier):
      Phrase(id: "selesaikan dulu `dip tetapkan \(earlier)`", en: "do `dip tetapkan \(earlier)` first")
    case .numberTaken: Phrase(id: "pilih nomor lain dengan `--nomor`", en: "choose another with `--nomor`")
    case .cycleForOutside: Phrase(id: "hilangkan `--di-luar-siklus`", en: "leave out `--di-luar-siklus`")
    case .noEdition(let period):
      Phrase(id: "tetapkan dengan `dip tetapkan \(period)`", en: "determine it with `dip tetapkan \(period)`")
    }
  }
}
