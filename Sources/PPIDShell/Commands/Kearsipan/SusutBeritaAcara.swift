import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let susutBeritaAcara = Command(
    "susut berita-acara", needs: .readArchive,
    help: Phrase(
      id: """
        Menulis berita acara penyusutan dengan daftar arsipnya; untuk pemusnahan juga berkas yang dimusnahkan (md, html, csv, json). \
        Rancangannya dalam bahasa pembacanya; berita acara yang sudah dilaksanakan atau ditolak berbahasa Indonesia.
        """,
      en: """
        Writes the minutes of a disposal with its list; of a destruction also the files that were destroyed (md, html, csv, json). \
        A draft is in the reader's language; the minutes of what was executed or refused are in Indonesian.
        """),
    .disposal, Parameter<String>.requiredOption("ke", Phrase(id: "berkas tujuan", en: "the file to write")),
    gives: .record([Column("nomor", .text), Column("berkas", .text)]),
    examples: [
      Example("susut usul pindah --sampai 2029-12; susut berita-acara S-1 --ke s-1.md")
    ]
  ) { session, number, path in
    try session.engine.disposals.writeMinutes(of: number, to: path, in: session.language)
    return session.change(
      [("nomor", .text(number.description)), ("berkas", .text(path))],
      Phrase(id: "berita acara \(number) ditulis ke \(path)", en: "minutes of \(number) written to \(path)"))
  }
}
