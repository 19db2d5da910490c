import PPIDValues

/// What a published site tells of its office and editions.
struct Site {
  /// The office's name; the words "Badan Publik" where none was set.
  let office: String
  let address: String?
  /// Where the site will stand on the web, without a slash at its end; nil where nobody said.
  let base: String?
  /// The edition that is published.
  let edition: Edition
  /// All editions up to it, the oldest first.
  let editions: [Edition]
  /// What tells each edition from all others, by its id.
  let editionHashes: [Int: String]
  /// The numbers by which the site knows its records.
  let numbers: PublicNumbers
  /// The units' names by their codes.
  let unitNames: [String: String]

  func edition(_ id: Int) -> Edition? { editions.first { $0.id == id } }

  func unitName(_ code: String) -> String { unitNames[code] ?? code }
}

extension Edition {
  /// The edition's month in words; its ordinal where it isn't the month's first.
  func title(in language: Language) -> String {
    period.inWords[language] + (ordinal > 1 ? " (\(ordinal))" : "")
  }

  /// What pages tell of it.
  func values(in language: Language) -> [String: Any] {
    [
      "berkas": name, "bulan": title(in: language), "nomor": number, "tanggal": determined.date.inWords[language],
      "penanda_tangan": signer,
    ]
  }

  /// What pages tell of it, in short.
  var fingerprint: String { Fingerprint.of(name, number, determined.description, signer) }
}

/// How many of an edition's changes may be seen, by kind.
struct EditionTally {
  var added = 0
  var changed = 0
  var removed = 0

  mutating func count(_ change: String) {
    switch change {
    case "baru": added += 1
    case "berubah": changed += 1
    default: removed += 1
    }
  }

  var total: Int { added + changed + removed }
}

extension Int {
  /// With its thousands parted as the language does.
  func grouped(in language: Language) -> String {
    let spelling = IndonesianNumber.spelling(of: self)
    return language == .indonesian ? spelling : spelling.replacing(".", with: ",")
  }
}
