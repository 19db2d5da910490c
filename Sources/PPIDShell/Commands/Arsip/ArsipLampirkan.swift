import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let arsipLampirkan = Command(
    "arsip lampirkan", needs: .writeRecords,
    help: Phrase(
      id: "Melampirkan salinan berkas pada rekaman. Isinya disimpan di samping arsip menurut SHA-256-nya, yang sama hanya sekali.",
      en: "Attaches a copy of a file to a record. Its content is kept beside the archive under its SHA-256, equal ones once."),
    Parameter<RecordNumber>.argument("nomor", Phrase(id: "nomor rekaman, seperti A-12", en: "the record's number, like A-12")),
    Parameter<String>.argument("berkas", Phrase(id: "berkas apa pun", en: "any file")),
    Parameter<String?>.option("nama", Phrase(id: "nama lain untuknya", en: "another name for it")),
    Parameter<Bool>.flag("ganti", Phrase(id: "menggantikan berkas yang bernama sama", en: "in place of the file of the same name")),
    gives: .record(HeldFile.columns),
    examples: [Example("arsip lampirkan A-1 catatan.txt", prints: "A-1: catatan.txt dilampirkan (text/plain, 23 bita)")]
  ) { session, number, path, name, isReplacing in
    let (file, hasChanged) = try session.engine.holdings.attach(path, to: number, as: name, replacing: isReplacing)
    let shown = VisibleText.of(file.name)
    return session.change(
      file.fields,
      hasChanged
        ? Phrase(
          id: "\(number): \(shown) dilampirkan (\(file.type), \(file.size) bita)",
          en: "\(number): \(shown) attached (\(file.type), \(file.size) bytes)")
        : Phrase(id: "\(number) sudah mempunyai \(shown)", en: "\(number) has \(shown) already"))
  }
}

extension HeldFile {
  static let columns = [
    Column("nomor", .text), Column("nama", .text), Column("jenis", .text), Column("ukuran", .int), Column("sha256", .text),
  ]

  /// The file as scripts see it.
  var fields: [(name: String, value: Value)] {
    [
      ("nomor", .text(record.description)), ("nama", .text(name)), ("jenis", .text(type)), ("ukuran", .int(size)),
      ("sha256", .text(digest)),
    ]
  }
}
