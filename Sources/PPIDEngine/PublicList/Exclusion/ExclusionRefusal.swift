import PPIDValues

/// Why information is not excluded, or not opened.
package enum ExclusionRefusal: Refusal {
  case unfitSpan(TimeSpan)
  case tooLong(ExclusionGround, TimeSpan)
  /// A field of the test that says nothing.
  case emptyField(String)
  case alreadyExcluded(RecordNumber, until: CalendarDate)
  case notExcluded(RecordNumber)
  /// It was taken in as excluded, and no test decided on it yet.
  case notTested(RecordNumber)
  /// Nobody knows what the record was before.
  case categoryMissing(RecordNumber)
  /// It still runs, so that opening it needs a reason.
  case stillRunning(RecordNumber, until: CalendarDate)
}

extension ExclusionRefusal {
  package var kind: RefusalKind {
    switch self {
    case .unfitSpan, .tooLong, .emptyField: .input
    case .alreadyExcluded, .notExcluded, .notTested, .categoryMissing, .stillRunning: .rule
    }
  }

  package var message: Phrase {
    switch self {
    case .unfitSpan(let span):
      Phrase(id: "`\(span)` bukan jangka waktu pengecualian", en: "`\(span)` is no period for an exclusion")
    case .tooLong(let ground, let span):
      Phrase(
        id: "pengecualian menurut pasal \(ground.rawValue) tidak boleh selama \(span)",
        en: "an exclusion under article \(ground.rawValue) may not last \(span)")
    case .emptyField(let name):
      Phrase(id: "`--\(name)` tidak boleh kosong", en: "`--\(name)` must not be empty")
    case .alreadyExcluded(let number, let end):
      Phrase(
        id: "\(number) sudah dikecualikan sampai \(end.inWords.id)", en: "\(number) is excluded already, until \(end.inWords.en)")
    case .notExcluded(let number):
      Phrase(id: "\(number) tidak dikecualikan", en: "\(number) is not excluded")
    case .notTested(let number):
      Phrase(
        id: "\(number) belum diuji konsekuensinya, jadi belum ada penetapannya",
        en: "no consequence test was made of \(number) yet, so there is no decision")
    case .categoryMissing(let number):
      Phrase(
        id: "kategori \(number) sebelum dikecualikan tidak diketahui",
        en: "what category \(number) had before it was excluded is not known")
    case .stillRunning(let number, let end):
      Phrase(
        id: "pengecualian \(number) masih berlaku sampai \(end.inWords.id)",
        en: "the exclusion of \(number) still runs, until \(end.inWords.en)")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .unfitSpan:
      Phrase(id: "tulis hari, bulan, atau tahun: `--jangka 5tahun`", en: "write days, months or years: `--jangka 5tahun`")
    case .tooLong(let ground, _):
      ground.longestMonths.map { Phrase(id: "paling lama \($0 / 12) tahun", en: "\($0 / 12) years at most") }
    case .emptyField: nil
    case .alreadyExcluded:
      Phrase(id: "ganti keputusannya dengan `--ganti`", en: "have a new decision take its place with `--ganti`")
    case .notExcluded: Phrase(id: "lihat `kecuali`", en: "see `kecuali`")
    case .notTested: Phrase(id: "uji dengan `kecuali tambah`", en: "test it with `kecuali tambah`")
    case .categoryMissing:
      Phrase(
        id: "sebutkan dengan `--kategori berkala|serta-merta|setiap-saat`", en: "name one with `--kategori berkala|serta-merta|setiap-saat`"
      )
    case .stillRunning:
      Phrase(id: "sebutkan mengapa dibuka dengan `--alasan`", en: "say why it is opened with `--alasan`")
    }
  }
}
