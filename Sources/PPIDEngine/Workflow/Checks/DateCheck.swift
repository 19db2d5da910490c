import PPIDValues

/// The time of making can be true: not in the future, not before the archives of the Republic, and one with itself.
enum DateCheck: Check {
  static let rule = "waktu"
  static let title = Phrase(id: "waktu pembuatan masuk akal", en: "the time of making is plausible")

  /// Colonial archives that offices still keep go back to about here.
  private static let firstYear = 1800

  static func fault(in record: CheckedRecord) -> CheckFault? {
    let (date, year) = (record.content.date, record.content.year)
    let today = record.today
    let message: Phrase
    if let date, date > today {
      message = Phrase(id: "tanggal \(date) belum terjadi", en: "the day \(date) lies in the future")
    } else if let year, year > today.year {
      message = Phrase(id: "tahun \(year) belum terjadi", en: "the year \(year) lies in the future")
    } else if let date, let year, date.year != year {
      message = Phrase(id: "tanggal \(date) bukan dalam tahun \(year)", en: "the day \(date) isn't in the year \(year)")
    } else if let year = year ?? date?.year, year < firstYear {
      message = Phrase(id: "tahun \(year) terlalu lampau", en: "the year \(year) is too long ago")
    } else {
      return nil
    }
    return CheckFault(
      message: message,
      remedy: Phrase(id: "`arsip ubah \(record.number) --waktu \"…\"`", en: "`arsip ubah \(record.number) --waktu \"…\"`"))
  }
}
