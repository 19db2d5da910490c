import GRDBSQLite
import PPIDValues

/// What can go wrong with the archive's file, apart from what is in it.
package enum StorageFailure: Refusal, Hashable {
  /// There is no file, and none may be made.
  case missing(path: String)
  case cannotOpen(path: String, reason: String)
  /// The file is something else than an archive of this program.
  case notAnArchive(path: String)
  /// Made by a newer program; `version` is the archive's, `known` the newest that this program knows.
  case tooNew(path: String, version: Int, known: Int)
  case readOnly(path: String)
  /// Made by an older program, and can't be brought up to date because nothing may be written.
  case outdated(path: String, version: Int)
  /// Made by a program from before the first release, whose archives this one doesn't read.
  case unreleased(path: String, version: Int)
  /// Somebody else is at work in it. `holder` says who, where that is known.
  case busy(path: String, holder: String?, seconds: Int)
  case full(path: String)
  case corrupt(path: String, detail: String)
  /// A column holds what may not stand there. `row`: what the row is known by; empty where that itself is what is damaged.
  case damagedRow(path: String, table: String, row: String, column: String, value: String)
  case failing(path: String, detail: String)
  /// An inner failure undid the whole transaction, so that nothing more can be stored in it.
  case transactionLost(path: String)
  /// A demo runs, during which the archive is left alone.
  case resting(path: String)
}

/// The user asked to stop (Ctrl-C).
package struct EngineInterruption: Error {
  package init() {}
}

extension StorageFailure {
  /// What SQLite's complaint means for the archive at `path`.
  init(code: Int32, message: String?, path: String) {
    // SQLITE_IOERR_SHMSIZE: even a reader needs a little room beside a WAL archive.
    if code == SQLITE_IOERR | (19 << 8) {
      self = .full(path: path)
      return
    }
    switch code & 0xFF {
    case SQLITE_BUSY, SQLITE_LOCKED: self = .busy(path: path, holder: nil, seconds: Int(Archive.patience))
    case SQLITE_READONLY, SQLITE_PERM: self = .readOnly(path: path)
    case SQLITE_FULL: self = .full(path: path)
    case SQLITE_NOTADB: self = .notAnArchive(path: path)
    case SQLITE_CORRUPT: self = .corrupt(path: path, detail: message ?? "")
    case SQLITE_CANTOPEN: self = .cannotOpen(path: path, reason: message ?? "")
    default: self = .failing(path: path, detail: message ?? String(cString: sqlite3_errstr(code)))
    }
  }

  package var kind: RefusalKind { .storage }

  package var message: Phrase {
    switch self {
    case .missing(let path):
      Phrase(id: "arsip `\(path)` tidak ada", en: "there is no archive `\(path)`")
    case .cannotOpen(let path, let reason):
      Phrase(id: "arsip `\(path)` tidak dapat dibuka (\(reason))", en: "the archive `\(path)` can't be opened (\(reason))")
    case .notAnArchive(let path):
      Phrase(id: "`\(path)` bukan arsip PPID", en: "`\(path)` is no PPID archive")
    case .tooNew(let path, let version, let known):
      Phrase(
        id: "arsip `\(path)` dibuat program yang lebih baru (versi arsip \(version); program ini mengenal sampai \(known))",
        en: "the archive `\(path)` was made by a newer program (archive version \(version); this program knows up to \(known))")
    case .readOnly(let path):
      Phrase(id: "arsip `\(path)` hanya dapat dibaca", en: "the archive `\(path)` can only be read")
    case .outdated(let path, let version):
      Phrase(
        id: "arsip `\(path)` dari program yang lebih lama (versi \(version)) harus dinaikkan, tetapi hanya dapat dibaca",
        en: "the archive `\(path)`, of an older program (version \(version)), must be brought up to date but can only be read")
    case .unreleased(let path, let version):
      Phrase(
        id: "arsip `\(path)` dibuat program percobaan sebelum 0.2.0 (versi arsip \(version)), yang tidak dibaca lagi",
        en: "the archive `\(path)` was made by a trial program before 0.2.0 (archive version \(version)), which is not read any more")
    case .busy(let path, let holder?, let seconds):
      Phrase(
        id: "arsip `\(path)` sedang dipakai oleh \(holder); sudah ditunggu \(seconds) detik",
        en: "the archive `\(path)` is in use by \(holder); waited \(seconds) seconds")
    case .busy(let path, nil, let seconds):
      Phrase(
        id: "arsip `\(path)` sedang dipakai program lain; sudah ditunggu \(seconds) detik",
        en: "the archive `\(path)` is in use by another program; waited \(seconds) seconds")
    case .full(let path):
      Phrase(id: "tempat untuk arsip `\(path)` penuh", en: "there is no room left for the archive `\(path)`")
    case .corrupt(let path, let detail):
      Phrase(id: "arsip `\(path)` rusak (\(detail))", en: "the archive `\(path)` is damaged (\(detail))")
    case .damagedRow(let path, let table, let row, let column, let value):
      Phrase(
        id: "arsip `\(path)` rusak: di tabel \(table)\(row.isEmpty ? "" : ", baris \(row)"), kolom \(column) berisi `\(value)`",
        en: "the archive `\(path)` is damaged: "
          + "in the table \(table)\(row.isEmpty ? "" : ", row \(row)"), the column \(column) holds `\(value)`")
    case .failing(let path, let detail):
      Phrase(id: "arsip `\(path)` gagal dibaca atau ditulis (\(detail))", en: "reading or writing the archive `\(path)` failed (\(detail))")
    case .transactionLost(let path):
      Phrase(
        id: "transaksi di arsip `\(path)` sudah batal karena galat sebelumnya; tidak ada yang disimpan",
        en: "the transaction in the archive `\(path)` was already undone by an earlier error; nothing was stored")
    case .resting(let path):
      Phrase(id: "arsip `\(path)` tidak disentuh selama demo", en: "the archive `\(path)` is left alone while a demo runs")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .missing:
      Phrase(id: "tanpa --hanya-baca, arsip baru dibuat di sana", en: "without --hanya-baca a new archive is made there")
    case .cannotOpen:
      Phrase(id: "periksa nama, folder, dan hak akses berkas itu", en: "check the file's name, folder and permissions")
    case .notAnArchive:
      Phrase(
        id: "pilih berkas lain dengan --arsip; berkas itu tidak diubah", en: "choose another file with --arsip; that one was left as it is")
    case .tooNew:
      Phrase(id: "pasang program versi terbaru; arsip tidak diubah", en: "install the newest program; the archive was left as it is")
    case .unreleased:
      Phrase(
        id: "ekspor isinya dengan program lama (`arsip ekspor`), lalu impor ke arsip baru; berkas itu tidak diubah",
        en: "export what it holds with the old program (`arsip ekspor`) and import it into a new archive; the file was left as it is")
    case .readOnly, .outdated:
      Phrase(
        id: "minta hak tulis atas berkas dan foldernya, atau kerjakan di salinan",
        en: "ask for write permission on the file and its folder, or work on a copy")
    case .busy:
      Phrase(id: "ulangi bila pekerjaan itu selesai", en: "try again when that work is done")
    case .full:
      Phrase(
        id: "kosongkan tempat di disk, lalu ulangi; tidak ada yang disimpan", en: "make room on the disk and try again; nothing was stored")
    case .corrupt, .damagedRow:
      Phrase(id: "simpan salinan berkas itu dan pulihkan dari cadangan", en: "keep a copy of the file and restore a backup")
    case .failing, .transactionLost:
      nil
    case .resting:
      Phrase(id: "akhiri demonya dengan `demo selesai`", en: "end the demo with `demo selesai`")
    }
  }
}
