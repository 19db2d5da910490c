import PPIDValues

/// Why the engine refuses what concerns attached files.
package enum HoldingFailure: Refusal {
  case unfitName(String)
  /// The record has another file of that name.
  case nameTaken(RecordNumber, name: String)
  /// The record is in a hand-over on its way, or in a disposal that isn't over.
  case frozen(RecordNumber, by: String)
  case noFiles(RecordNumber)
  case severalFiles(RecordNumber, names: [String])
  case unknownFile(RecordNumber, name: String, nearest: String?)
  /// The files that the archive holds aren't what they were.
  case unsound([FixityFault])

  package var kind: RefusalKind {
    switch self {
    case .unfitName: .input
    case .nameTaken, .frozen, .noFiles, .severalFiles, .unknownFile: .rule
    case .unsound: .storage
    }
  }

  package var message: Phrase {
    switch self {
    case .unfitName(let name):
      Phrase(id: "`\(name)` tidak dapat menjadi nama berkas", en: "`\(name)` can't be a file's name")
    case .nameTaken(let number, let name):
      Phrase(
        id: "\(number) sudah mempunyai berkas `\(name)` dengan isi lain", en: "\(number) has a file `\(name)` already, with other content")
    case .frozen(let number, let cause):
      Phrase(
        id: "berkas \(number) tidak boleh berubah selama \(cause) berjalan",
        en: "the files of \(number) may not change while \(cause) is under way")
    case .noFiles(let number):
      Phrase(id: "\(number) tidak mempunyai berkas", en: "\(number) has no files")
    case .severalFiles(let number, let names):
      Phrase(
        id: "\(number) mempunyai beberapa berkas: \(names.joined(separator: ", "))",
        en: "\(number) has several files: \(names.joined(separator: ", "))")
    case .unknownFile(let number, let name, _):
      Phrase(id: "\(number) tidak mempunyai berkas `\(name)`", en: "\(number) has no file `\(name)`")
    case .unsound(let faults):
      Phrase(
        id: "berkas arsip tidak utuh: \(FixityFault.counts(faults).id)",
        en: "the archive's files aren't sound: \(FixityFault.counts(faults).en)")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .unfitName:
      Phrase(id: "paling panjang 255 byte, tanpa `/`", en: "at most 255 bytes, without `/`")
    case .nameTaken:
      Phrase(
        id: "ganti dengan `--ganti`, atau beri nama lain dengan `--nama`",
        en: "replace it with `--ganti`, or name it otherwise with `--nama`")
    case .frozen: Phrase(id: "tunggu sampai itu selesai", en: "wait until that is over")
    case .noFiles(let number):
      Phrase(id: "lampirkan dengan `arsip lampirkan \(number) berkas`", en: "attach one with `arsip lampirkan \(number) file`")
    case .severalFiles: Phrase(id: "sebutkan namanya", en: "name one")
    case .unknownFile(_, _, let nearest?): Phrase(id: "maksud Anda `\(nearest)`?", en: "did you mean `\(nearest)`?")
    case .unknownFile(let number, _, nil): Phrase(id: "lihat `arsip berkas \(number)`", en: "see `arsip berkas \(number)`")
    case .unsound(let faults) where faults.allSatisfy { $0.kind == .extra }:
      Phrase(id: "tidak ada rekaman yang mempunyainya; pindahkan dari sana", en: "no record has it; move it away from there")
    case .unsound:
      Phrase(
        id: "lampirkan lagi yang hilang atau berubah dari aslinya, atau pulihkan dari cadangan",
        en: "attach what is missing or changed again from its original, or restore it from a backup")
    }
  }
}
