import PPIDValues

/// Why a DIP is not published.
package enum PublicationRefusal: Refusal {
  case unfitBase(String)
  /// Public numbers come with the first edition.
  case noNumbersYet
  case unknownNumber(PublicNumber)
}

extension PublicationRefusal {
  package var kind: RefusalKind {
    switch self {
    case .unfitBase: .input
    case .noNumbersYet, .unknownNumber: .rule
    }
  }

  package var message: Phrase {
    switch self {
    case .unfitBase(let text):
      Phrase(id: "`\(text)` bukan alamat situs", en: "`\(text)` is no site's address")
    case .noNumbersYet:
      Phrase(id: "belum ada nomor publik: DIP belum pernah ditetapkan", en: "there are no public numbers: no DIP was ever determined")
    case .unknownNumber(let number):
      Phrase(id: "tidak ada rekaman dengan nomor publik \(number)", en: "there is no record with the public number \(number)")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .unfitBase: Phrase(id: "tulis seperti https://ppid.contoh.go.id", en: "write it like https://ppid.example.go.id")
    case .noNumbersYet: Phrase(id: "lihat `dip tetapkan`", en: "see `dip tetapkan`")
    case .unknownNumber: nil
    }
  }
}
