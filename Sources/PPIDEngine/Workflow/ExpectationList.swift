import PPIDValues

/// A list of what the DIP expects of units: columns `unit`, `jenis` and `kategori`.
struct ExpectationList {
  let rows: [(unit: UnitCode, kind: String, category: Category)]

  /// Reads a file; throws ``ExpectationListFault``, or ``ImportFailure`` where it can't be read at all.
  init(path: String) throws {
    let rows = try PlainList.rows(CSVReader(path: path), columns: ["unit", "jenis", "kategori"]) {
      ExpectationListFault.noHeader(line: $0)
    }
    guard !rows.isEmpty else { throw ExpectationListFault.empty }
    self.rows = try rows.map { line, cells in
      guard let unit = UnitCode(cells[0]) else { throw ExpectationListFault.noUnit(cells[0], line: line) }
      guard !cells[1].isEmpty else { throw ExpectationListFault.noKind(line: line) }
      guard let category = Category.spelled(cells[2]), category != .dikecualikan else {
        throw ExpectationListFault.noCategory(cells[2], line: line)
      }
      return (unit, cells[1], category)
    }
  }
}

/// Why a list of expected kinds isn't taken. Lines count from 1.
package enum ExpectationListFault: Refusal, Hashable {
  case empty
  case noHeader(line: Int)
  case noUnit(String, line: Int)
  case noKind(line: Int)
  case noCategory(String, line: Int)

  package var kind: RefusalKind { .input }

  package var message: Phrase {
    switch self {
    case .empty: Phrase(id: "daftar jenis informasi itu kosong", en: "that list of kinds of information is empty")
    case .noHeader(let line):
      Phrase(id: "baris \(line): kepala daftar harus unit, jenis, kategori", en: "line \(line): the header must be unit, jenis, kategori")
    case .noUnit(let text, let line):
      Phrase(id: "baris \(line): `\(text)` bukan kode unit", en: "line \(line): `\(text)` is no unit's code")
    case .noKind(let line): Phrase(id: "baris \(line): jenisnya kosong", en: "line \(line): the kind is empty")
    case .noCategory(let text, let line):
      Phrase(
        id: "baris \(line): `\(text)` bukan berkala, serta-merta, atau setiap-saat",
        en: "line \(line): `\(text)` is none of berkala, serta-merta, setiap-saat")
    }
  }
}
