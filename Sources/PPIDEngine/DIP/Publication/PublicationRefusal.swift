import PPIDValues

/// Why a DIP is not published.
package enum PublicationRefusal: Refusal {
  case unfitBase(String)
}

extension PublicationRefusal {
  package var kind: RefusalKind { .input }

  package var message: Phrase {
    switch self {
    case .unfitBase(let text):
      Phrase(id: "`\(text)` bukan alamat situs", en: "`\(text)` is no site's address")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .unfitBase: Phrase(id: "tulis seperti https://ppid.contoh.go.id", en: "write it like https://ppid.example.go.id")
    }
  }
}
