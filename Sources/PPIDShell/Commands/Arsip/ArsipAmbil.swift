import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let arsipAmbil = Command(
    "arsip ambil", needs: .readArchive,
    help: Phrase(
      id: "Menyalin berkas suatu rekaman ke luar arsip, setelah SHA-256-nya cocok.",
      en: "Copies a record's file out of the archive, once its SHA-256 is found right."),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    Parameter<String?>.optional("nama", Phrase(id: "nama berkas itu, bila ada beberapa", en: "the file's name, where there are several")),
    Parameter<String>.requiredOption("ke", Phrase(id: "berkas atau folder tujuan", en: "the file or folder to write to")),
    gives: .record([Column("nomor", .text), Column("nama", .text), Column("ke", .text)]),
    examples: [Example("arsip lampirkan A-1 catatan.txt; arsip ambil A-1 --ke salinan.txt")]
  ) { session, number, name, target in
    let (file, path) = try session.engine.holdings.copyOut(name, of: number, to: target)
    return session.change(
      [("nomor", .text(number.description)), ("nama", .text(file.name)), ("ke", .text(path))],
      Phrase(
        id: "\(number): \(VisibleText.of(file.name)) disalin ke \(VisibleText.of(path))",
        en: "\(number): \(VisibleText.of(file.name)) copied to \(VisibleText.of(path))"))
  }
}
