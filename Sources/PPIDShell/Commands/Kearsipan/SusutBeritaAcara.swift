import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let susutBeritaAcara = Command(
    "susut berita-acara", needs: .readArchive,
    help: Phrase(
      id: "Menulis berita acara penyusutan dengan daftar arsipnya; untuk pemusnahan juga berkas yang dimusnahkan (md, html, csv, json).",
      en: "Writes the minutes of a disposal with its list; of a destruction also the files that were destroyed (md, html, csv, json)."),
    .disposal, Parameter<String>.requiredOption("ke", Phrase(id: "berkas tujuan", en: "the file to write")),
    gives: .record([Column("nomor", .text), Column("berkas", .text)]),
    examples: [
      Example("susut usul pindah --sampai 2029-12; susut berita-acara S-1 --ke s-1.md")
    ]
  ) { session, number, path in
    try session.engine.writeMinutes(of: number, to: path)
    return session.change(
      [("nomor", .text(number.description)), ("berkas", .text(path))],
      Phrase(id: "berita acara \(number) ditulis ke \(path)", en: "minutes of \(number) written to \(path)"))
  }
}
