import GRDBSQLite
import Glibc
import PPIDValues

/// A value that a column of the archive holds.
protocol StoredValue {
  /// The value in a column that is not NULL; nil where something else stands there.
  static func read(_ statement: Statement, at index: Int32) -> Self?
  /// Gives the value to a statement, at a place that counts from 1.
  func bind(to statement: Statement, at index: Int32) throws
}

/// A value that the archive keeps as a text of a certain form.
protocol StoredText: StoredValue {
  /// Nil for a text of another form.
  init?(stored text: String)
  var stored: String { get }
}

extension StoredText {
  static func read(_ statement: Statement, at index: Int32) -> Self? {
    String.read(statement, at: index).flatMap(Self.init(stored:))
  }

  func bind(to statement: Statement, at index: Int32) throws { try stored.bind(to: statement, at: index) }
}

extension StoredText where Self: RawRepresentable<String> {
  init?(stored text: String) { self.init(rawValue: text) }
  var stored: String { rawValue }
}

extension Int: StoredValue {
  static func read(_ statement: Statement, at index: Int32) -> Int? {
    sqlite3_column_type(statement.pointer, index) == SQLITE_INTEGER ? Int(sqlite3_column_int64(statement.pointer, index)) : nil
  }

  func bind(to statement: Statement, at index: Int32) { sqlite3_bind_int64(statement.pointer, index, Int64(self)) }
}

extension Bool: StoredValue {
  static func read(_ statement: Statement, at index: Int32) -> Bool? { Int.read(statement, at: index).map { $0 != 0 } }

  func bind(to statement: Statement, at index: Int32) { sqlite3_bind_int64(statement.pointer, index, self ? 1 : 0) }
}

extension Double: StoredValue {
  static func read(_ statement: Statement, at index: Int32) -> Double? {
    switch sqlite3_column_type(statement.pointer, index) {
    case SQLITE_FLOAT, SQLITE_INTEGER: sqlite3_column_double(statement.pointer, index)
    default: nil
    }
  }

  func bind(to statement: Statement, at index: Int32) { sqlite3_bind_double(statement.pointer, index, self) }
}

extension String: StoredValue {
  static func read(_ statement: Statement, at index: Int32) -> String? {
    sqlite3_column_type(statement.pointer, index) == SQLITE_TEXT ? String(decoding: statement.text(at: index), as: UTF8.self) : nil
  }

  /// - Throws: ``TextHoldsNUL``: SQLite's own functions would end such a text early, so that a record would keep half of it.
  func bind(to statement: Statement, at index: Int32) throws {
    var text = self
    let isWhole = text.withUTF8 { bytes in
      guard memchr(bytes.baseAddress ?? statement.empty, 0, bytes.count) == nil else { return false }
      // SQLite copies the bytes (SQLITE_TRANSIENT).
      sqlite3_bind_text(
        statement.pointer, index, UnsafeRawPointer(bytes.baseAddress ?? statement.empty).assumingMemoryBound(to: CChar.self),
        Int32(bytes.count), unsafeBitCast(-1, to: sqlite3_destructor_type.self))
      return true
    }
    if !isWhole { throw TextHoldsNUL(self) }
  }
}

extension [UInt8]: StoredValue {
  static func read(_ statement: Statement, at index: Int32) -> [UInt8]? {
    switch sqlite3_column_type(statement.pointer, index) {
    case SQLITE_BLOB: Array(statement.blob(at: index))
    case SQLITE_TEXT: Array(statement.text(at: index))
    default: nil
    }
  }

  func bind(to statement: Statement, at index: Int32) {
    withUnsafeBytes { bytes in
      _ = sqlite3_bind_blob(
        statement.pointer, index, bytes.baseAddress ?? UnsafeRawPointer(statement.empty), Int32(bytes.count),
        unsafeBitCast(-1, to: sqlite3_destructor_type.self))
    }
  }
}

extension CalendarDate: StoredText {
  init?(stored text: String) { self.init(text) }
  var stored: String { description }
}

extension LocalTime: StoredText {
  init?(stored text: String) { self.init(text) }
  var stored: String { description }
}

extension Period: StoredText {
  init?(stored text: String) { self.init(text) }
  var stored: String { description }
}

extension UnitCode: StoredText {
  /// Codes are stored as they are spelled: in capitals.
  init?(stored text: String) {
    guard let code = UnitCode(text), code.text == text else { return nil }
    self = code
  }

  var stored: String { text }
}

extension Listing: StoredText {}
extension ReportKind: StoredText {}

extension FieldValue: StoredValue {
  /// The value as SQLite tells it: a number or a text.
  static func read(_ statement: Statement, at index: Int32) -> FieldValue? {
    switch sqlite3_column_type(statement.pointer, index) {
    case SQLITE_INTEGER: Int.read(statement, at: index).map(FieldValue.int)
    case SQLITE_FLOAT: Double.read(statement, at: index).map(FieldValue.double)
    case SQLITE_TEXT: String.read(statement, at: index).map(FieldValue.text)
    default: nil
    }
  }

  func bind(to statement: Statement, at index: Int32) throws {
    switch self {
    case .null: sqlite3_bind_null(statement.pointer, index)
    case .bool(let value): value.bind(to: statement, at: index)
    case .int(let value): value.bind(to: statement, at: index)
    case .double(let value): value.bind(to: statement, at: index)
    case .text(let value): try value.bind(to: statement, at: index)
    case .date(let value): try value.bind(to: statement, at: index)
    case .time(let value): try value.bind(to: statement, at: index)
    case .period(let value): try value.bind(to: statement, at: index)
    }
  }
}

/// A text that was to be stored holds a NUL (U+0000).
package struct TextHoldsNUL: Refusal {
  /// What stands before it.
  private let beginning: String

  init(_ text: String) { beginning = String(text.prefix { $0 != "\0" }.suffix(40)) }

  /// Throws where a text holds one.
  static func check(_ text: String) throws {
    if text.utf8.contains(0) { throw TextHoldsNUL(text) }
  }

  package var kind: RefusalKind { .input }

  package var message: Phrase {
    Phrase(
      id: "teks memuat karakter NUL (U+0000) sesudah `\(beginning)`; tidak ada yang disimpan",
      en: "a text holds a NUL character (U+0000) behind `\(beginning)`; nothing was stored")
  }

  package var advice: Phrase? { Phrase(id: "hapus karakter itu dari asalnya", en: "take the character out where it comes from") }
}
