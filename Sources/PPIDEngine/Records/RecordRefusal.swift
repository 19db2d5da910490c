import PPIDValues

/// Why the engine refuses what concerns records.
package enum RecordRefusal: Refusal {
  case unknownRecord(RecordNumber)
  case nothingToSearch(String)
  case emptyTitle
  case excludedStaysExcluded(RecordNumber)
  case finishedRecord(RecordNumber, status: String)
  case unitMissing
  case importRefused(ImportResult)
  case duplicateRow(RecordNumber)
  /// Nothing is withdrawn without a reason.
  case reasonMissing

  package var kind: RefusalKind {
    switch self {
    case .importRefused: .input
    default: .rule
    }
  }

  package var message: Phrase {
    switch self {
    case .unknownRecord(let number):
      Phrase(id: "tidak ada rekaman \(number)", en: "there is no record \(number)")
    case .nothingToSearch(let text):
      Phrase(id: "tidak ada kata yang dapat dicari dalam `\(text)`", en: "there is no word to look for in `\(text)`")
    case .emptyTitle:
      Phrase(id: "judul tidak boleh kosong", en: "the title must not be empty")
    case .excludedStaysExcluded(let number):
      Phrase(
        id: "\(number) dikecualikan; kategorinya tidak dapat diubah begitu saja",
        en: "\(number) is excluded; its category can't simply be changed")
    case .finishedRecord(let number, let status):
      Phrase(
        id: "\(number) berstatus \(status) dan tidak dapat diubah lagi",
        en: "\(number) is \(status) and can't be changed any more")
    case .unitMissing:
      Phrase(id: "unit pemilik rekaman belum disebut", en: "the unit that holds the records is not named")
    case .importRefused(let result):
      Phrase(
        id: "\(result.refused) dari \(result.read) rekaman ditolak; tidak ada yang disimpan",
        en: "\(result.refused) of \(result.read) records were refused; nothing was stored")
    case .duplicateRow(let number):
      Phrase(id: "isinya berbeda dari \(number) yang sudah ada", en: "it differs from \(number), which exists already")
    case .reasonMissing:
      Phrase(id: "alasan penarikan belum disebut", en: "the reason for withdrawing is not named")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .emptyTitle, .finishedRecord, .nothingToSearch: nil
    case .unknownRecord: Phrase(id: "cari dengan `arsip cari \"kata\"`", en: "look it up with `arsip cari \"word\"`")
    case .excludedStaysExcluded(let number):
      Phrase(
        id: "PPID membukanya dengan `kecuali buka \(number)`", en: "the PPID opens it with `kecuali buka \(number)`")
    case .unitMissing: Phrase(id: "sebutkan dengan `--unit KODE`", en: "name it with `--unit CODE`")
    case .importRefused:
      Phrase(
        id: "perbaiki baris itu, atau simpan yang lain saja dengan `--sebagian`",
        en: "mend these rows, or store only the others with `--sebagian`")
    case .duplicateRow:
      Phrase(
        id: "perbarui dengan `--ganda perbarui`, atau biarkan dengan `--ganda lewati`",
        en: "update it with `--ganda perbarui`, or leave it with `--ganda lewati`")
    case .reasonMissing: Phrase(id: "sebutkan dengan `--alasan \"…\"`", en: "name it with `--alasan \"…\"`")
    }
  }
}
