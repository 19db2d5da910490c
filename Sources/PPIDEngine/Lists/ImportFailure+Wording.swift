import Glibc
import PPIDValues

extension ImportFailure {
  /// What is wrong, and where.
  package var kind: RefusalKind { .input }

  package var message: Phrase {
    switch self {
    case .missing(let path):
      Phrase(id: "berkas `\(path)` tidak ada", en: "there is no file `\(path)`")
    case .directory(let path):
      Phrase(id: "`\(path)` adalah folder, bukan daftar", en: "`\(path)` is a folder, not a list")
    case .unreadable(let path, let number):
      Phrase(
        id: "berkas `\(path)` tidak dapat dibaca (\(ImportFailure.systemText(number)))",
        en: "the file `\(path)` can't be read (\(ImportFailure.systemText(number)))")
    case .empty:
      Phrase(id: "berkas ini kosong", en: "the file is empty")
    case .binary(let kind):
      Phrase(id: "berkas ini bukan CSV: \(kind.name.id)", en: "the file is no CSV: \(kind.name.en)")
    case .invalidText(let encoding, let offset, let line):
      Phrase(
        id: "baris \(line): byte ke-\(offset + 1) bukan teks \(encoding.rawValue)",
        en: "line \(line): byte \(offset + 1) is no \(encoding.rawValue) text")
    case .unclosedQuote(let line):
      Phrase(
        id: "tanda kutip yang dibuka di baris \(line) tidak pernah ditutup",
        en: "the quote that opens on line \(line) is never closed")
    case .rowTooLarge(let line, let limit):
      Phrase(
        id: "baris \(line) lebih panjang daripada \(limit >> 20) MiB",
        en: "the row on line \(line) is longer than \(limit >> 20) MiB")
    case .tooManyCells(let line, let limit):
      Phrase(
        id: "baris \(line) mempunyai lebih dari \(limit) sel",
        en: "the row on line \(line) has more than \(limit) cells")
    case .noHeader(let rows):
      Phrase(
        id:
          "kepala tabel tidak dikenali; yang terbaca: \(rows.map { "baris \($0.line): \($0.text)" }.joined(separator: "; "))",
        en:
          "no header was recognised; what was seen: \(rows.map { "line \($0.line): \($0.text)" }.joined(separator: "; "))"
      )
    case .malformedMapping(let text):
      Phrase(id: "`--peta \(text)` bukan `kolom=judul`", en: "`--peta \(text)` is not `kolom=judul`")
    case .unknownField(let mapping, _):
      Phrase(
        id: "`--peta \(mapping)` tidak menyebut kolom arsip", en: "`--peta \(mapping)` names no column of the archive")
    case .unknownHead(let head, let heads):
      Phrase(
        id: "daftar ini tidak mempunyai kolom `\(head)`; yang ada: \(heads.joined(separator: ", "))",
        en: "the list has no column `\(head)`; it has: \(heads.joined(separator: ", "))")
    case .mappedTwice(let field):
      Phrase(
        id: "`--peta` memberi `\(field)` lebih dari satu kolom", en: "`--peta` gives `\(field)` more than one column")
    }
  }

  /// What the user may do about it.
  package var advice: Phrase? {
    switch self {
    case .missing:
      Phrase(id: "periksa nama dan foldernya", en: "check its name and folder")
    case .directory:
      Phrase(id: "sebutkan berkas di dalamnya", en: "name a file in it")
    case .unreadable:
      Phrase(id: "periksa izin berkasnya", en: "check the file's permissions")
    case .empty:
      Phrase(id: "simpan daftarnya lagi, lalu ulangi", en: "save the list again, then repeat")
    case .binary:
      Phrase(
        id: "buka dengan program asalnya dan simpan sebagai CSV (UTF-8)",
        en: "open it with the program it comes from and save it as CSV (UTF-8)")
    case .invalidText:
      Phrase(
        id: "simpan lagi sebagai CSV UTF-8; berkas ini mungkin rusak atau bercampur",
        en: "save it again as CSV UTF-8; the file may be damaged or mixed")
    case .unclosedQuote:
      Phrase(
        id: "tutup dengan `\"`; tanda kutip di dalam teks ditulis dua kali",
        en: "close it with `\"`; a quote within a text is written twice")
    case .rowTooLarge, .tooManyCells:
      Phrase(
        id: "periksa pemisah baris dan tanda kutip di baris itu", en: "check the line breaks and quotes of that row")
    case .noHeader:
      Phrase(
        id: "sebutkan kolom judulnya, misalnya `--peta \"Nama Arsip=judul\"`, dan pemisahnya dengan `--pemisah`",
        en: "name the title's column, as in `--peta \"Nama Arsip=judul\"`, and the separator with `--pemisah`")
    case .malformedMapping:
      Phrase(
        id: "tulis seperti `--peta \"Nama Arsip=judul\"`", en: "write it like `--peta \"Nama Arsip=judul\"`")
    case .unknownField(_, let nearest?):
      Phrase(id: "maksud Anda `\(nearest)`?", en: "did you mean `\(nearest)`?")
    case .unknownField(_, nil):
      Phrase(
        id: "kolom arsip: \(ImportFailure.fieldNames)", en: "the archive's columns: \(ImportFailure.fieldNames)")
    case .unknownHead:
      Phrase(id: "tulis judul kolom seperti di daftarnya", en: "write the head as it stands in the list")
    case .mappedTwice:
      Phrase(
        id: "pilih satu; kolom lain dapat dipetakan ke `lainnya`",
        en: "choose one; the other can be mapped to `lainnya`")
    }
  }

  private static let fieldNames = ListField.all.map(\.name).joined(separator: ", ")

  private static func systemText(_ number: Int32) -> String {
    String(cString: strerror(number))
  }
}

extension ImportFailure.SeenRow {
  /// The cells as a message shows them.
  fileprivate var text: String { cells.map { "`\($0)`" }.joined(separator: ", ") }
}

extension BinaryKind {
  /// What such a file is.
  package var name: Phrase {
    switch self {
    case .spreadsheet: Phrase(id: "lembar kerja (xlsx, xls, ods)", en: "a spreadsheet (xlsx, xls, ods)")
    case .pdf: Phrase(id: "dokumen PDF", en: "a PDF document")
    case .image: Phrase(id: "gambar", en: "an image")
    case .program: Phrase(id: "program", en: "a program")
    case .database: Phrase(id: "basis data SQLite", en: "an SQLite database")
    case .compressed: Phrase(id: "berkas terkompresi", en: "a compressed file")
    case .webPage: Phrase(id: "halaman web atau XML", en: "a web page or XML")
    case .unknown: Phrase(id: "isinya biner", en: "its content is binary")
    }
  }
}
