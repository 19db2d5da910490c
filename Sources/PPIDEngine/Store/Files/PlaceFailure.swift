import PPIDValues

/// Why nothing is written to a place, or read from there.
package enum PlaceFailure: Refusal {
  case fileNotWritten(path: String, reason: String)
  case folderInUse(path: String)
  /// What should be written over is a device or a pipe.
  case noFile(path: String)
  /// What should be written over is an archive, or belongs to one.
  case archiveInPlace(path: String)
  /// What should be read as a file is the archive at work.
  case archiveAtWork(path: String)

  package var kind: RefusalKind {
    switch self {
    case .fileNotWritten: .storage
    case .noFile, .archiveInPlace, .archiveAtWork: .input
    default: .rule
    }
  }

  package var message: Phrase {
    switch self {
    case .fileNotWritten(let path, let reason):
      Phrase(id: "`\(path)` tidak dapat ditulis (\(reason))", en: "`\(path)` can't be written (\(reason))")
    case .archiveInPlace(let path):
      Phrase(id: "`\(path)` milik sebuah arsip dan tidak akan ditimpa", en: "`\(path)` belongs to an archive and is not overwritten")
    case .noFile(let path):
      Phrase(id: "`\(path)` bukan berkas biasa dan tidak diganti", en: "`\(path)` is no regular file and is not replaced")
    case .archiveAtWork(let path):
      Phrase(id: "`\(path)` adalah arsip yang sedang dipakai", en: "`\(path)` is the archive at work")
    case .folderInUse(let path):
      Phrase(
        id: "`\(path)` berisi hal lain dan tidak akan ditimpa",
        en: "`\(path)` holds something else and is not overwritten")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .fileNotWritten: nil
    case .archiveInPlace, .noFile: Phrase(id: "pilih nama lain", en: "choose another name")
    case .archiveAtWork: Phrase(id: "buat dulu salinannya dengan `cadangkan`", en: "make a copy with `cadangkan` first")
    case .folderInUse: Phrase(id: "pilih folder yang kosong atau baru", en: "choose a folder that is empty or new")
    }
  }
}
