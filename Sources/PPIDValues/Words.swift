extension CalendarDate {
  /// The date as people write it: `22 November 2026` (in both languages, with their own names of the months).
  package var inWords: Phrase {
    let (year, month, day) = components
    let name = monthNames[month - 1]
    return Phrase(id: "\(day) \(name.id) \(year)", en: "\(day) \(name.en) \(year)")
  }
}

extension Period {
  /// `November 2026`, or `semester 2 tahun 2026`.
  package var inWords: Phrase {
    switch kind {
    case .month:
      let name = monthNames[month - 1]
      return Phrase(id: "\(name.id) \(year)", en: "\(name.en) \(year)")
    case .halfYear:
      let half = month / 6 + 1
      return Phrase(
        id: "semester \(half) tahun \(year)", en: half == 1 ? "first half of \(year)" : "second half of \(year)")
    }
  }
}

extension LocalTime {
  /// `22 November 2026 pukul 08.30`.
  package var inWords: Phrase {
    let hour = padded(minuteOfDay / 60, 2)
    let minute = padded(minuteOfDay % 60, 2)
    let day = date.inWords
    return Phrase(id: "\(day.id) pukul \(hour).\(minute)", en: "\(day.en), \(hour):\(minute)")
  }
}

private let monthNames = [
  Phrase(id: "Januari", en: "January"), Phrase(id: "Februari", en: "February"), Phrase(id: "Maret", en: "March"),
  Phrase("April"), Phrase(id: "Mei", en: "May"), Phrase(id: "Juni", en: "June"), Phrase(id: "Juli", en: "July"),
  Phrase(id: "Agustus", en: "August"), Phrase("September"), Phrase(id: "Oktober", en: "October"),
  Phrase("November"), Phrase(id: "Desember", en: "December"),
]
