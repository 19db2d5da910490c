import PPIDValues

/// The holidays of some years, as a list of them tells: columns `tanggal`, `jenis` and `nama`.
package struct HolidayList: Sendable {
  /// By date, each date once.
  package let holidays: [Holiday]

  /// The years that the list speaks of.
  package var years: [Int] { Set(holidays.map(\.date.year)).sorted() }

  /// The list that comes with the program: 2024 to 2026, from the joint decrees.
  static func builtIn() throws -> HolidayList {
    try HolidayList(CSVReader(bytes: PackageResources.hari_libur_csv, separator: .comma))
  }

  /// Reads a file; throws ``HolidayListFault``, or ``ImportFailure`` where it can't be read at all.
  package init(path: String) throws {
    try self.init(CSVReader(path: path))
  }

  private init(_ reader: CSVReader) throws {
    var holidays: [CalendarDate: Holiday] = [:]
    for (line, cells) in try PlainList.rows(
      reader, columns: ["tanggal", "jenis", "nama"], missing: { HolidayListFault.noHeader(line: $0) })
    {
      let holiday = try HolidayList.holiday(cells, line)
      holidays[holiday.date] = holidays[holiday.date].map { HolidayList.joined($0, holiday) } ?? holiday
    }
    guard !holidays.isEmpty else { throw HolidayListFault.empty }
    self.holidays = holidays.values.sorted { $0.date < $1.date }
  }

  private static func holiday(_ cells: [String], _ line: Int) throws -> Holiday {
    guard let date = IndonesianDate.exact(cells[0]) else { throw HolidayListFault.noDate(cells[0], line: line) }
    let word = cells[1].lowercased().replacing(" ", with: "-")
    guard let kind = Holiday.Kind(rawValue: word) else { throw HolidayListFault.unknownKind(cells[1], line: line) }
    guard !cells[2].isEmpty else { throw HolidayListFault.noName(line: line) }
    return Holiday(date: date, kind: kind, name: cells[2])
  }

  /// Two holidays on one day.
  private static func joined(_ first: Holiday, _ second: Holiday) -> Holiday {
    let kind = first.kind == .holiday ? first.kind : second.kind
    return Holiday(date: first.date, kind: kind, name: first.name == second.name ? first.name : "\(first.name) / \(second.name)")
  }
}

/// Why a list of holidays isn't taken. Lines count from 1.
package enum HolidayListFault: Refusal, Hashable {
  case empty
  case noHeader(line: Int)
  case noDate(String, line: Int)
  case unknownKind(String, line: Int)
  case noName(line: Int)

  package var kind: RefusalKind { .input }

  package var message: Phrase {
    switch self {
    case .empty:
      Phrase(id: "daftar hari libur itu kosong", en: "that list of holidays is empty")
    case .noHeader(let line):
      Phrase(
        id: "baris \(line): kolom tanggal, jenis, dan nama tidak ada",
        en: "line \(line): the columns tanggal, jenis and nama are not there")
    case .noDate(let text, let line):
      Phrase(id: "baris \(line): `\(text)` bukan tanggal", en: "line \(line): `\(text)` is no date")
    case .unknownKind(let text, let line):
      Phrase(
        id: "baris \(line): jenis `\(text)` tidak dikenal; tulis libur atau cuti-bersama",
        en: "line \(line): the kind `\(text)` is unknown; write libur or cuti-bersama")
    case .noName(let line):
      Phrase(id: "baris \(line): nama hari libur kosong", en: "line \(line): the holiday has no name")
    }
  }
}
