import PPIDValues

/// Why the engine refuses what concerns a record's retention.
package enum RetentionFailure: Refusal {
  /// The term of that age begins with the record's own time, or there is none.
  case awaitsNothing(RecordNumber, RetentionAge?, term: String?)

  package var message: Phrase {
    switch self {
    case .awaitsNothing(let number, nil, _):
      Phrase(id: "retensi \(number) tidak menunggu peristiwa", en: "the retention of \(number) waits for no event")
    case .awaitsNothing(let number, let age?, nil):
      Phrase(id: "\(number) tidak mempunyai retensi \(age.rawValue)", en: "\(number) has no retention of that age (\(age.rawValue))")
    case .awaitsNothing(let number, let age?, let term?):
      Phrase(
        id: "retensi \(age.rawValue) \(number) (`\(term)`) tidak menunggu peristiwa",
        en: "the retention (\(age.rawValue)) of \(number) (`\(term)`) waits for no event")
    }
  }

  package var advice: Phrase? {
    Phrase(id: "lihat `retensi`", en: "see `retensi`")
  }
}
