import PPIDValues
import Testing

@testable import PPIDEngine

/// Terms and fates as retention schedules word them, and what is asked instead of guessed.
@Suite struct RetentionTextTests {
  private static func years(_ count: Int32, after event: String? = nil) -> RetentionTerm {
    .span(TimeSpan(.months, 12 * count), after: event)
  }

  @Test(arguments: [
    ("2 Tahun", years(2)), ("2 tahun", years(2)), ("2Tahun", years(2)), ("2 (dua) tahun", years(2)), ("10 Tahun", years(10)),
    ("6 Bulan", .span(TimeSpan(.months, 6), after: nil)), ("30 hari", .span(TimeSpan(.days, 30), after: nil)),
    ("2 minggu", .span(TimeSpan(.days, 14), after: nil)),
    ("-", RetentionTerm.none), ("–", .none), ("Permanen", .lasting),
    ("2 Tahun setelah tidak berlaku", years(2, after: "tidak berlaku")),
    ("2 Tahun Setelah Tidak Berlaku", years(2, after: "Tidak Berlaku")),
    ("1 Tahun, setelah identitas/status\nditetapkan", years(1, after: "identitas/status ditetapkan")),
    (
      "2 Tahun setelah tindak lanjut\nhasil pemeriksaan telah selesai",
      years(2, after: "tindak lanjut hasil pemeriksaan telah selesai")
    ),
    ("5 tahun terhitung sejak kontrak berakhir", years(5, after: "kontrak berakhir")),
    ("Selama Berlaku", .span(TimeSpan(.months, 0), after: "tidak lagi berlaku")),
    ("Selama masih digunakan", .span(TimeSpan(.months, 0), after: "tidak lagi digunakan")),
  ])
  func `a term is read`(_ text: String, _ term: RetentionTerm) {
    #expect(RetentionTerm(text) == term)
    #expect(RetentionTermReading(text).suggestion == nil)
  }

  @Test(arguments: [
    ("2 Tshun", "2 Tahun"), ("2 Tahum", "2 Tahun"), ("l Tahun", "1 Tahun"), ("dua tahun", "2 tahun"), ("Z Tahun", "2 Tahun"),
    ("2 Tahun Surat Keputusan\nditetapkan", "2 Tahun setelah Surat Keputusan ditetapkan"),
    ("2 Tahun setlah pensiun", "2 Tahun setelah pensiun"), ("3 Bulam setelah pensiun", "3 Bulan setelah pensiun"),
    ("2 Tahun anqqaran berialan", "2 Tahun setelah anqqaran berialan"),
  ])
  func `a term with a typing error is not read, but what was probably meant is named`(_ text: String, _ meant: String) {
    #expect(RetentionTerm(text) == nil)
    #expect(RetentionTermReading(text).suggestion == meant)
    #expect(RetentionTerm(meant) != nil)
  }

  @Test(arguments: [
    "", "Tahun", "2", "2 - 3 Tahun", "lihat lampiran", "9999999999999999999 Tahun", "Tahun 2 setelah", "2 (dua tahun", "🙂", "(",
    "1,5 Tahun",
  ])
  func `what says nothing clear is neither read nor guessed`(_ text: String) {
    #expect(RetentionTerm(text) == nil)
    #expect(RetentionTermReading(text).suggestion == nil)
  }

  @Test(
    arguments: [
      ("Musnah", FinalFate.Kind.destroyed, nil), ("MUSNAH", .destroyed, nil), ("Permanen", .permanent, nil),
      ("Dinilai Kembali", .reassessed, nil), ("Masuk berkas Perorangan", .personalFile, nil),
      ("Masuk berkas Perseorangan", .personalFile, nil), ("Masuk ke berkas perseorangan", .personalFile, nil),
      ("Masuk berkas Perseoranaan", .personalFile, nil),
      ("Musnah, kecuali yang bernilai guna sejarah Permanen", .destroyed, "yang bernilai guna sejarah Permanen"),
      ("Musnah kecuali eselon 1\nPermanen", .destroyed, "eselon 1 Permanen"),
      ("Musnah\nKecuali Master File dan\nMaster Data Base", .destroyed, "Master File dan Master Data Base"),
      (
        "Musnah, kecuali Surat\nKeputusan masuk berkas\nPerseoranaan", .destroyed,
        "Surat Keputusan masuk berkas Perseoranaan"
      ),
      ("Musnah, setelah masuk\nmenjadi evaluasi program", .destroyed, "setelah masuk menjadi evaluasi program"),
    ] as [(String, FinalFate.Kind, String?)])
  func `a fate is read, and its exception kept`(_ text: String, _ kind: FinalFate.Kind, _ exception: String?) {
    #expect(FinalFate(text) == FinalFate(kind: kind, exception: exception))
    #expect(FinalFate(FinalFate(kind: kind, exception: exception).text) == FinalFate(kind: kind, exception: exception))
    #expect(FinalFateReading(text).isUnusual == (text == "Masuk berkas Perseoranaan"))
  }

  @Test(arguments: [
    ("Miusnah", "Musnah"), ("Permamen", "Permanen"), ("Dinilai kembal", "Dinilai kembali"),
    ("Masuk berkas orang", "Masuk berkas Perseorangan"),
    ("Miusnah, kecuali yang bernilai sejarah", "Musnah kecuali yang bernilai sejarah"),
    ("Musnah kecuaii eselon 1", "Musnah kecuali eselon 1"),
  ])
  func `a fate with a typing error is not read, but what was probably meant is named`(_ text: String, _ meant: String) {
    #expect(FinalFate(text) == nil)
    #expect(FinalFateReading(text).suggestion == meant)
    #expect(FinalFate(meant) != nil)
  }

  @Test(arguments: ["", "Musnah Permanen", "lihat lampiran", "kecuali", "-", "🙂"])
  func `a fate that could be anything is asked for`(_ text: String) {
    #expect(FinalFate(text) == nil)
    #expect(FinalFateReading(text).suggestion == nil)
  }

  @Test(
    arguments: [
      (years(2), "2019-12-31", "2021-12-31"), (years(1), "2020-02-29", "2021-02-28"), (.none, "2020-05-05", "2020-05-05"),
      (.span(TimeSpan(.days, 30), after: nil), "2023-12-15", "2024-01-14"),
      (.span(TimeSpan(.months, 6), after: nil), "2023-08-31", "2024-02-29"),
    ] as [(RetentionTerm, String, String)])
  func `an age ends as many months or days after its beginning`(_ term: RetentionTerm, _ start: String, _ end: String) {
    #expect(term.end(from: CalendarDate(start)!)?.description == end)
  }
}
