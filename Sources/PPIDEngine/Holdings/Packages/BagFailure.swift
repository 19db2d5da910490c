import PPIDValues

/// Why a package isn't written or read.
package enum BagFailure: Refusal {
  /// The folder holds no `bagit.txt`.
  case notABag(path: String)
  /// Something that this program doesn't take: another encoding, files to be fetched from elsewhere, no SHA-256.
  case unsupported(path: String, Phrase)
  /// What is in the package isn't what its manifests say.
  case unsound(path: String, [BagFault])
  /// A package is written into a new folder, or an empty one.
  case folderInUse(path: String)

  package var kind: RefusalKind {
    switch self {
    case .notABag, .unsupported, .unsound: .input
    case .folderInUse: .rule
    }
  }

  package var message: Phrase {
    switch self {
    case .notABag(let path):
      return Phrase(id: "`\(path)` bukan paket BagIt", en: "`\(path)` is no BagIt package")
    case .unsupported(let path, let reason):
      return Phrase(id: "paket `\(path)` tidak dapat dibaca: \(reason.id)", en: "the package `\(path)` can't be read: \(reason.en)")
    case .unsound(let path, let faults):
      let shown = 5
      let list = faults.prefix(shown).map { "\($0.kind.rawValue) `\($0.path)`" }.joined(separator: ", ")
      let more = faults.count - shown
      return Phrase(
        id: "paket `\(path)` tidak utuh: \(list)\(more > 0 ? ", dan \(more) lagi" : "")",
        en: "the package `\(path)` isn't sound: \(list)\(more > 0 ? ", and \(more) more" : "")")
    case .folderInUse(let path):
      return Phrase(id: "`\(path)` sudah berisi", en: "`\(path)` holds something already")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .notABag: Phrase(id: "sebutkan folder yang memuat `bagit.txt`", en: "name the folder that holds `bagit.txt`")
    case .unsupported: nil
    case .unsound: Phrase(id: "minta paketnya dikirim lagi", en: "ask for the package to be sent again")
    case .folderInUse: Phrase(id: "pilih folder baru", en: "choose a new folder")
    }
  }
}
