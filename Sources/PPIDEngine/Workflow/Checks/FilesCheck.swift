import PPIDValues

/// The files that are attached to the record are there, with their size. Their bytes are compared by `arsip periksa-berkas`.
enum FilesCheck: Check {
  static let rule = "berkas"
  static let title = Phrase(id: "berkas lampiran ada", en: "the attached files are there")

  static func fault(in record: CheckedRecord) -> CheckFault? {
    guard !record.damagedFiles.isEmpty else { return nil }
    let names = record.damagedFiles.map { "`\($0)`" }.joined(separator: ", ")
    let command = "`arsip lampirkan \(record.number) … --nama \(FieldText.quoted(record.damagedFiles[0])) --ganti`"
    return CheckFault(
      message: Phrase(id: "hilang atau berubah: \(names)", en: "missing or changed: \(names)"),
      remedy: Phrase(
        id: "lampirkan lagi dari aslinya: \(command), atau pulihkan dari cadangan",
        en: "attach it again from the original: \(command), or restore it from a backup"))
  }
}
