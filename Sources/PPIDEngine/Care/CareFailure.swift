import PPIDValues

/// Why the archive isn't backed up or restored.
package enum CareFailure: Refusal {
  case insideTransaction
  /// What stands there isn't a backup, and stays.
  case notABackup(path: String)
  /// The archive itself was named.
  case sameFile(path: String)
  /// The backup is gone, or is no file.
  case noBackup(path: String)
  /// What should be a backup holds no archive.
  case holdsNoArchive(path: String)
  /// The copy doesn't hold what the archive holds.
  case unequalCopy(path: String, table: String)

  /// A file that was written isn't what was read.
  case unequalFile(path: String)
  /// Attached files are missing or changed, so that no backup would be whole.
  case unsoundFiles([FixityFault])
  /// The backup at `path` lacks attached files, or they were changed.
  case unsoundBackup(path: String, faults: [FixityFault])

  package var kind: RefusalKind {
    switch self {
    case .insideTransaction: .rule
    case .notABackup, .sameFile, .noBackup: .input
    case .holdsNoArchive, .unequalCopy, .unequalFile, .unsoundFiles, .unsoundBackup: .storage
    }
  }

  package var message: Phrase {
    switch self {
    case .insideTransaction:
      Phrase(id: "ini tidak dapat dilakukan di dalam transaksi atau percobaan", en: "this can't be done in a transaction or a dry run")
    case .notABackup(let path):
      Phrase(id: "`\(path)` bukan cadangan dan tidak akan ditimpa", en: "`\(path)` is no backup and is not overwritten")
    case .sameFile(let path):
      Phrase(id: "`\(path)` adalah arsip itu sendiri", en: "`\(path)` is the archive itself")
    case .noBackup(let path):
      Phrase(id: "cadangan `\(path)` tidak ada", en: "there is no backup `\(path)`")
    case .holdsNoArchive(let path):
      Phrase(id: "`\(path)` bukan cadangan arsip PPID", en: "`\(path)` is no backup of a PPID archive")
    case .unequalCopy(let path, let table):
      Phrase(
        id: "salinan `\(path)` tidak sama dengan arsipnya (tabel \(table)); salinan itu dihapus",
        en: "the copy `\(path)` differs from the archive (table \(table)); it was removed")
    case .unequalFile(let path):
      Phrase(
        id: "salinan `\(path)` tidak sama dengan berkas asalnya; salinan itu dihapus",
        en: "the copy `\(path)` differs from the file it was made of; it was removed")
    case .unsoundFiles(let faults):
      Phrase(
        id: "tidak dicadangkan, karena berkas arsip tidak utuh: \(CareFailure.list(faults, .indonesian))",
        en: "not backed up, because the archive's files aren't sound: \(CareFailure.list(faults, .english))")
    case .unsoundBackup(let path, let faults):
      Phrase(
        id: "cadangan `\(path)` tidak lengkap, dan tidak ada yang dipulihkan: \(CareFailure.list(faults, .indonesian))",
        en: "the backup `\(path)` isn't complete, and nothing was restored: \(CareFailure.list(faults, .english))")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .insideTransaction: Phrase(id: "jalankan perintah ini sendiri", en: "run the command by itself")
    case .notABackup, .sameFile: Phrase(id: "pilih nama lain", en: "choose another name")
    case .holdsNoArchive:
      Phrase(
        id: "pilih berkas lain; arsip dan berkas itu tidak diubah",
        en: "choose another file; the archive and that file were left as they were")
    case .noBackup: Phrase(id: "periksa nama dan foldernya", en: "check its name and folder")
    case .unequalCopy, .unequalFile: Phrase(id: "ulangi, dan periksa disknya", en: "try again, and check the disk")
    case .unsoundFiles:
      Phrase(
        id: "lampirkan lagi berkas itu dengan `arsip lampirkan`, atau cadangkan yang lain dengan `--sebagian`",
        en: "attach these files again with `arsip lampirkan`, or back up the rest with `--sebagian`")
    case .unsoundBackup(let path, _):
      Phrase(
        id: "sertakan folder `\(path).berkas` yang lengkap, atau pulihkan tanpa berkas itu dengan `--sebagian`",
        en: "bring the whole folder `\(path).berkas` along, or restore without these files with `--sebagian`")
    }
  }

  /// The first faults in words.
  private static func list(_ faults: [FixityFault], _ language: Language) -> String {
    let named = 10
    let more = faults.count > named ? "; … +\(faults.count - named)" : ""
    return faults.prefix(named).map { $0.text[language] }.joined(separator: "; ") + more
  }
}

/// The archive, or a backup of it, holds faults.
package struct DamagedArchive: Refusal {
  package let path: String
  package let faults: [ArchiveFault]

  package var kind: RefusalKind { .storage }

  package var message: Phrase {
    func list(_ language: Language) -> String {
      faults.prefix(DamagedArchive.named).map { "\($0.check[language]): \($0.text[language])" }.joined(separator: "; ")
    }
    let more = faults.count - DamagedArchive.named
    return Phrase(
      id: "arsip `\(path)` rusak: \(list(.indonesian))\(more > 0 ? "; … dan \(more) lagi" : "")",
      en: "the archive `\(path)` is damaged: \(list(.english))\(more > 0 ? "; … and \(more) more" : "")")
  }

  package var advice: Phrase? { StorageFailure.corrupt(path: path, detail: "").advice }

  private static let named = 10
}
