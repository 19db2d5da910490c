import PPIDValues

/// The decision that excludes a record, as a document: the sheet of the consequence test, and what the PPID decided on it (UU 14/2008 arts.
/// 2(4), 17 and 19; PP 61/2010 arts. 3 to 6).
struct ExclusionDecision {
  let number: RecordNumber
  let content: RecordContent
  let unit: Report.Unit
  let exclusion: Exclusion
  /// The office as it is set now; its name and place are those of the decision, where that holds them.
  let office: Report.Office
  /// The officer's superior, who approves (PerKI 1/2021).
  let superior: String?

  var report: Report {
    Report(
      kind: .exclusion, period: Period(monthOf: exclusion.decided.date), record: number, unit: unit, round: 1, number: nil,
      date: exclusion.decided.date, isIssued: true,
      office: Report.Office(name: exclusion.office ?? office.name, address: office.address, place: place),
      sections: [test, decision],
      signatures: [
        Report.Signature(Phrase(id: "Menyetujui, Atasan PPID", en: "Approved, Atasan PPID"), superior),
        Report.Signature(Phrase("PPID"), exclusion.officer),
      ])
  }

  private var place: String? { exclusion.place ?? office.place }

  /// What was weighed.
  private var test: Report.Section {
    let day = exclusion.decided.date.inWords
    let place = self.place.map { Phrase(id: " di \($0)", en: " in \($0)") } ?? Phrase("")
    return Report.Section(
      Phrase(id: "Lembar uji konsekuensi", en: "Sheet of the consequence test"),
      [
        .paragraph(
          Phrase(
            id:
              "Pada \(day.id)\(place.id) telah diuji konsekuensi informasi berikut menurut UU 14/2008 pasal 2 ayat (4) dan pasal 19.",
            en:
              "On \(day.en)\(place.en) the consequences of the following information were tested under UU 14/2008 articles 2(4) and 19.")),
        .figures([
          Report.Figure(Phrase(id: "Nomor rekaman", en: "Record"), .text(number.description)),
          Report.Figure(Phrase(id: "Informasi", en: "Information"), .text(content.title)),
          Report.Figure(Phrase(id: "Ringkasan isi", en: "Summary"), .optional(content.summary)),
          Report.Figure(Phrase(id: "Unit", en: "Unit"), .text("\(unit.name) (\(unit.code))")),
          Report.Figure(
            Phrase(id: "Kategori semula", en: "Category before"), exclusion.categoryBefore.map { .phrase($0.heading) } ?? .none),
          Report.Figure(Phrase(id: "Ketentuan", en: "Provision"), .phrase(provision)),
          Report.Figure(Phrase(id: "Dasar hukum dan pertimbangan", en: "Laws and reasons"), .text(exclusion.test.basis)),
          Report.Figure(Phrase(id: "Konsekuensi bila dibuka", en: "Consequence if opened"), .text(exclusion.test.ifOpened)),
          Report.Figure(Phrase(id: "Konsekuensi bila ditutup", en: "Consequence if closed"), .text(exclusion.test.ifClosed)),
          Report.Figure(Phrase(id: "Jangka waktu", en: "Period"), .phrase(exclusion.test.span.inWords)),
        ]),
      ])
  }

  /// What was decided on it.
  private var decision: Report.Section {
    let (day, end) = (exclusion.decided.date.inWords, exclusion.ends.inWords)
    let start = place.map { "\($0), " } ?? ""
    return Report.Section(
      Phrase(id: "Penetapan", en: "Decision"),
      [
        .paragraph(
          Phrase(
            id: "Dengan memperhatikan hasil uji konsekuensi di atas, PPID menetapkan:",
            en: "Having regard to the consequence test above, the PPID decides:")),
        .figures([
          Report.Figure(
            Phrase(id: "Kesatu", en: "First"),
            .phrase(
              Phrase(
                id: "\(content.title) adalah informasi yang dikecualikan menurut \(provision.id).",
                en: "\(content.title) is excluded information under \(provision.en)."))),
          Report.Figure(
            Phrase(id: "Kedua", en: "Second"),
            .phrase(
              Phrase(
                id: "Pengecualian berlaku \(exclusion.test.span.inWords.id), sampai dengan \(end.id).",
                en: "The exclusion holds for \(exclusion.test.span.inWords.en), until \(end.en)."))),
          Report.Figure(
            Phrase(id: "Ketiga", en: "Third"),
            .phrase(
              Phrase(
                id: "Sesudahnya, atau bila alasannya tidak ada lagi, informasi ini dibuka dengan keputusan PPID.",
                en: "Afterwards, or once its reasons no longer hold, the information is opened by a decision of the PPID."))),
        ]),
        .figures([
          Report.Figure(Phrase(id: "Pejabat", en: "Officer"), .text(exclusion.officer)),
          Report.Figure(
            Phrase(id: "Tempat dan tanggal", en: "Place and date"),
            .phrase(Phrase(id: "\(start)\(day.id)", en: "\(start)\(day.en)"))),
        ]),
      ])
  }

  /// `UU 14/2008 pasal 17 huruf a: informasi yang dapat menghambat …`
  private var provision: Phrase {
    let ground = exclusion.test.ground
    return Phrase(
      id: "UU 14/2008 pasal 17 huruf \(ground.letter) (\(ground.words.id))",
      en: "UU 14/2008 article 17 letter \(ground.letter) (\(ground.words.en))")
  }
}

extension TimeSpan {
  /// `5 tahun`, `18 bulan`, `20 hari`
  fileprivate var inWords: Phrase {
    let number = Int(count)
    func words(_ number: Int, _ id: String, _ en: String) -> Phrase {
      Phrase(id: "\(number) \(id)", en: "\(number) \(en)\(number == 1 ? "" : "s")")
    }
    switch kind {
    case .months where number % 12 == 0: return words(number / 12, "tahun", "year")
    case .months: return words(number, "bulan", "month")
    case .days: return words(number, "hari", "day")
    case .minutes, .workingDays: return Phrase(description)
    }
  }
}
