import Glibc
import PPIDValues

/// Why a file can't be read.
package enum FileFailure: Refusal {
  case missing(path: String)
  case unreadable(path: String, errorNumber: Int32)
  /// A folder, a device, a pipe: nothing that holds bytes of its own.
  case notRegular(path: String)
  /// The file was written to while it was read.
  case changedMeanwhile(path: String)

  package var kind: RefusalKind { .input }

  package var message: Phrase {
    switch self {
    case .missing(let path):
      Phrase(id: "berkas `\(path)` tidak ada", en: "there is no file `\(path)`")
    case .unreadable(let path, let number):
      Phrase(
        id: "berkas `\(path)` tidak dapat dibaca (\(String(cString: strerror(number))))",
        en: "the file `\(path)` can't be read (\(String(cString: strerror(number))))")
    case .notRegular(let path):
      Phrase(id: "`\(path)` bukan berkas biasa", en: "`\(path)` is no regular file")
    case .changedMeanwhile(let path):
      Phrase(id: "berkas `\(path)` berubah selagi dibaca", en: "the file `\(path)` changed while it was read")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .missing: Phrase(id: "periksa nama dan foldernya", en: "check its name and folder")
    case .unreadable: Phrase(id: "periksa izin berkasnya", en: "check the file's permissions")
    case .notRegular: Phrase(id: "lampirkan berkas, bukan folder atau perangkat", en: "attach a file, not a folder or a device")
    case .changedMeanwhile: Phrase(id: "ulangi bila berkas itu selesai ditulis", en: "try again when it is written to its end")
    }
  }
}
