import PPIDValues

/// How a classification scheme is to be taken in.
package struct SchemeImportOptions: Sendable {
  /// Nil to find out.
  package var separator: CSVSeparator?
  /// Whether what was probably meant is taken where a cell can't be read.
  package var acceptsSuggestions = false
  /// Whether the good codes make a scheme when others can't be read.
  package var isPartial = false
  /// Whether codes of the scheme in force that the list doesn't name stay: for a schedule in several files.
  package var keepsOthers = false

  package init() {}
}

/// What the import of a scheme found and did, against the scheme that was in force.
package struct SchemeImportResult: Sendable {
  /// The scheme in force now; nil while there is none.
  package internal(set) var version: Int?
  /// Rows with a code: the sum of new, changed, unchanged and refused.
  package internal(set) var read = 0
  package internal(set) var new = 0
  package internal(set) var changed = 0
  package internal(set) var unchanged = 0
  /// Codes that the scheme before had, and this one hasn't.
  package internal(set) var removed = 0
  package internal(set) var refused = 0
  package internal(set) var problems: [ImportProblem] = []
  /// Cells that were read as what they probably mean.
  package internal(set) var mended: [ImportProblem] = []
  /// What else was left out or read unlike it stands: a row and words for it.
  package internal(set) var notes: [(row: Int, text: Phrase)] = []
}

extension SchemeImportResult {
  /// What a list says against the scheme of that version, which has the codes `before`; codes that it doesn't name go, or stay.
  init(of list: SchemeReader, inPlaceOf before: [SchemeCode], version: Int?, keepsOthers: Bool) {
    let old = before.reduce(into: [:]) { $0[$1.code] = $1 }
    self.version = version
    read = list.codes.count + list.refused
    new = list.codes.count { old[$0.code] == nil }
    unchanged = list.codes.count { old[$0.code] == $0 }
    changed = list.codes.count - new - unchanged
    if !keepsOthers { removed = before.count - unchanged - changed }
    refused = list.refused
    problems = list.problems
    mended = list.mended
    notes = list.notes.map { ($0.row, $0.text) }
  }
}

/// Why the engine refuses what concerns classification schemes.
package enum ClassificationFailure: Refusal {
  /// No row names a code and a retention; with the first rows that might have been meant.
  case noHeader(rows: [ImportFailure.SeenRow])
  case refused(SchemeImportResult)
  /// The list has no code that can be read.
  case noCodes
  case noScheme
  case unknownScheme(Int, last: Int?)
  case unknownCode(String, nearest: String?)

  package var kind: RefusalKind {
    switch self {
    case .noHeader, .refused, .noCodes: .input
    case .noScheme, .unknownScheme, .unknownCode: .rule
    }
  }

  package var message: Phrase {
    switch self {
    case .noHeader(let rows):
      Phrase(
        id: "kolom kode, aktif, inaktif, dan nasib akhir tidak dikenali; yang terbaca: \(ClassificationFailure.seen(rows, "baris"))",
        en:
          "no columns for code, active, inactive and final fate were recognised; what was seen: \(ClassificationFailure.seen(rows, "line"))"
      )
    case .refused(let result):
      Phrase(
        id: "\(result.refused) dari \(result.read) kode tidak terbaca; tidak ada yang disimpan",
        en: "\(result.refused) of \(result.read) codes can't be read; nothing was stored")
    case .noCodes:
      Phrase(id: "daftar ini tidak memuat kode klasifikasi", en: "the list holds no classification codes")
    case .noScheme:
      Phrase(id: "skema klasifikasi belum diimpor", en: "no classification scheme was imported yet")
    case .unknownScheme(let version, _):
      Phrase(id: "tidak ada skema klasifikasi versi \(version)", en: "there is no classification scheme of version \(version)")
    case .unknownCode(let code, _):
      Phrase(id: "skema klasifikasi tidak mempunyai kode `\(code)`", en: "the classification scheme has no code `\(code)`")
    }
  }

  package var advice: Phrase? {
    switch self {
    case .noHeader, .noCodes:
      Phrase(
        id: "beri kolomnya judul `kode, retensi_aktif, retensi_inaktif, nasib_akhir`; `uraian` dan `keamanan` boleh ditambahkan",
        en: "head the columns `kode, retensi_aktif, retensi_inaktif, nasib_akhir`; `uraian` and `keamanan` may be added")
    case .refused(let result):
      result.problems.allSatisfy { $0.suggestion != nil }
        ? Phrase(
          id: "perbaiki berkasnya, atau terima semua usul itu dengan `--perbaiki`",
          en: "mend the file, or accept all these suggestions with `--perbaiki`")
        : Phrase(
          id: "perbaiki berkasnya; usul diterima dengan `--perbaiki`, yang lain ditinggalkan dengan `--sebagian`",
          en: "mend the file; suggestions are accepted with `--perbaiki`, the others left out with `--sebagian`")
    case .noScheme: Phrase(id: "impor dengan `klasifikasi impor jra.csv`", en: "import one with `klasifikasi impor jra.csv`")
    case .unknownScheme(_, let last?): Phrase(id: "versi terakhir: \(last)", en: "the last version is \(last)")
    case .unknownScheme(_, nil): ClassificationFailure.noScheme.advice
    case .unknownCode(_, let nearest?): Phrase(id: "maksud Anda `\(nearest)`?", en: "did you mean `\(nearest)`?")
    case .unknownCode(_, nil): Phrase(id: "lihat `klasifikasi`", en: "see `klasifikasi`")
    }
  }

  private static func seen(_ rows: [ImportFailure.SeenRow], _ line: String) -> String {
    rows.map { "\(line) \($0.line): \($0.cells.map { "`\($0)`" }.joined(separator: ", "))" }.joined(separator: "; ")
  }
}
