import PPIDValues

/// What a variable holds: one value of the language. Sixteen bytes; only the last four kinds are counted references.
package enum Value: Sendable {
  /// `kosong`
  case null
  /// `logika`
  case bool(Bool)
  /// `bulat`
  case int(Int)
  /// `pecahan`
  case double(Double)
  /// `tanggal`
  case date(CalendarDate)
  /// `waktu`
  case time(LocalTime)
  /// `periode`
  case period(Period)
  /// `durasi`
  case span(TimeSpan)
  /// `teks`
  case text(Text)
  /// `daftar`
  case list(List)
  /// `rekaman`
  case record(Record)
  /// `tabel`
  case table(Table)
}

/// The types of the language, with the names that users write and read.
package enum ValueType: String, Sendable, CaseIterable {
  case null = "kosong"
  case bool = "logika"
  case int = "bulat"
  case double = "pecahan"
  case date = "tanggal"
  case time = "waktu"
  case period = "periode"
  case span = "durasi"
  case text = "teks"
  case list = "daftar"
  case record = "rekaman"
  case table = "tabel"
}

extension Value {
  package var type: ValueType {
    switch self {
    case .null: .null
    case .bool: .bool
    case .int: .int
    case .double: .double
    case .date: .date
    case .time: .time
    case .period: .period
    case .span: .span
    case .text: .text
    case .list: .list
    case .record: .record
    case .table: .table
    }
  }

  package static func text(_ string: String) -> Value { .text(Text(string)) }

  /// The characters of a text value; nil for any other type.
  package var string: String? {
    if case .text(let text) = self { text.string } else { nil }
  }
}
