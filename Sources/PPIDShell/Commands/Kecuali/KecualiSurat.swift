import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let kecualiSurat = Command(
    "kecuali surat", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan lembar uji konsekuensi dan penetapan yang mengecualikan satu rekaman, atau menulisnya ke berkas untuk dicetak.",
      en: "Shows the consequence test and the decision that excludes one record, or writes them to a file to be printed."),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    Parameter<String?>.option(
      "ke", Phrase(id: "berkas .html, .md, .csv, atau .json yang ditulis", en: "the .html, .md, .csv or .json file to write")),
    gives: .record(reportColumns),
    examples: [Example("kecuali surat A-4 --ke surat.html", prints: "Penetapan pengecualian A-4 ditulis ke surat.html")]
  ) { session, number, path in
    let report = try session.engine.publicList.exclusionDecision(of: number)
    guard let path else { return try session.value(of: report, sentence: session.text(of: report)) }
    try session.write(report, to: path)
    return try session.value(
      of: report,
      sentence: Phrase(
        id: "Penetapan pengecualian \(number) ditulis ke \(path)", en: "Decision on the exclusion of \(number) written to \(path)"))
  }
}
