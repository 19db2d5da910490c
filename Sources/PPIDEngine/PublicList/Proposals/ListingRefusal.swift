import PPIDValues

/// Why a record is not proposed for the DIP, or not taken out of it.
package enum ListingRefusal: Refusal {
  case alreadyListed(RecordNumber)
  case excluded(RecordNumber)
  case alreadyOut(RecordNumber)
  case reasonMissing
}

extension ListingRefusal {
  package var message: Phrase {
    switch self {
    case .alreadyListed(let number):
      Phrase(id: "\(number) sudah tercantum dalam DIP", en: "\(number) is listed in the DIP already")
    case .excluded(let number):
      Phrase(
        id: "\(number) dikecualikan, jadi tidak pernah masuk DIP", en: "\(number) is excluded, so it never enters the DIP")
    case .alreadyOut(let number):
      Phrase(id: "\(number) sudah dikeluarkan dari DIP", en: "\(number) was taken out of the DIP already")
    case .reasonMissing:
      Phrase(id: "alasan mengeluarkan tidak boleh kosong", en: "the reason for taking out must not be empty")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .alreadyListed: Phrase(id: "lihat `dip`", en: "see `dip`")
    case .excluded(let number):
      Phrase(id: "dibuka dengan `kecuali buka \(number)`", en: "it is opened with `kecuali buka \(number)`")
    case .alreadyOut(let number):
      Phrase(id: "ia kembali dengan `dip usul \(number)`", en: "it returns with `dip usul \(number)`")
    case .reasonMissing: nil
    }
  }
}
