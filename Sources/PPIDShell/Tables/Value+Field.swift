import PPIDEngine
import PPIDScript
import PPIDValues

extension FieldType {
  /// The language's name for what the archive keeps.
  var valueType: ValueType {
    switch self {
    case .bool: .bool
    case .int: .int
    case .double: .double
    case .text: .text
    case .date: .date
    case .time: .time
    case .period: .period
    case .object: .record
    }
  }
}

extension Value {
  /// A text, or kosong.
  static func optional(_ string: String?) -> Value { string.map { .text($0) } ?? .null }

  /// A value of the archive in the language; `type` is its column's.
  init(_ field: FieldValue, _ type: FieldType) {
    if case .text(let json) = field, type == .object {
      self = (try? JSONReader.read(json)) ?? .text(json)
    } else {
      self.init(field)
    }
  }

  init(_ field: FieldValue) {
    self =
      switch field {
      case .null: .null
      case .bool(let value): .bool(value)
      case .int(let value): .int(value)
      case .double(let value): .double(value)
      case .text(let value): .text(value)
      case .date(let value): .date(value)
      case .time(let value): .time(value)
      case .period(let value): .period(value)
      }
  }
}

extension FieldValue {
  /// A value of the language as the archive keeps it; nil for kinds that it doesn't keep.
  init?(_ value: Value) {
    switch value {
    case .null: self = .null
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .double(let value): self = .double(value)
    case .text(let value): self = .text(value.string)
    case .date(let value): self = .date(value)
    case .time(let value): self = .time(value)
    case .period(let value): self = .period(value)
    case .span, .list, .record, .table: return nil
    }
  }
}

extension ResultShape {
  /// A table of the archive.
  static func rows(_ columns: [Relation.Column]) -> ResultShape { .table(columns.map { Column($0.name, $0.type.valueType) }) }

  /// One row of such a table, perhaps with further fields.
  static func fields(_ columns: [Relation.Column], and further: [Column] = []) -> ResultShape {
    .record(columns.map { Column($0.name, $0.type.valueType) } + further)
  }
}
