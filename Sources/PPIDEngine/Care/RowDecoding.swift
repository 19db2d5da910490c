import Foundation
import PPIDValues

/// What the bytes in a column must spell.
struct ColumnForm: Sendable {
  let isSpelled: @Sendable (_ bytes: UnsafeBufferPointer<UInt8>) -> Bool

  private static func text(_ isSpelled: @escaping @Sendable (String) -> Bool) -> ColumnForm {
    ColumnForm { isSpelled(String(decoding: $0, as: UTF8.self)) }
  }

  static let date = ColumnForm { CalendarDate(bytes: $0) != nil }
  static let time = ColumnForm { LocalTime(bytes: $0) != nil }
  static let period = ColumnForm { Period(bytes: $0) != nil }
  /// UTC, to the second: `2026-11-22T01:30:15Z`.
  static let second = ColumnForm { bytes in
    guard bytes.count == 20, bytes[16] == UInt8(ascii: ":"), bytes[19] == UInt8(ascii: "Z") else { return false }
    return bytes[17...18].allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
      && LocalTime(bytes: UnsafeBufferPointer(rebasing: bytes[..<16])) != nil
  }
  /// A SHA-256 in hexadecimal digits.
  static let digest = ColumnForm { bytes in
    bytes.count == 64
      && bytes.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
  }
  /// Fields as the journal spells them.
  static let fields = text { $0 == "{}" || FieldText.values($0) != nil }
  static let roles = text { text in
    text.split(separator: ",", omittingEmptySubsequences: false).allSatisfy { Role(rawValue: String($0)) != nil }
  }
  static let fileName = text(HeldFile.isName)
  static let script = text { ScriptName($0) != nil }
  static let source = ColumnForm { String(validating: $0, as: UTF8.self) != nil }
  static let report = ColumnForm { (try? Report(frozen: Data(buffer: $0))) != nil }
  /// The code of a unit, or nothing where the whole office is meant.
  static let unitOrOffice = text { $0.isEmpty || UnitCode(stored: $0) != nil }
  /// A time, or nothing for what came with the program.
  static let timeOrNever = ColumnForm { $0.isEmpty || LocalTime(bytes: $0) != nil }

  /// What is kept as a text of a type's own.
  static func of<Value: StoredText>(_ type: Value.Type) -> ColumnForm { text { Value(stored: $0) != nil } }

  /// One of a type's words.
  static func word<Word: RawRepresentable<String>>(_ type: Word.Type) -> ColumnForm { text { Word(rawValue: $0) != nil } }

  static func among(_ words: Set<String>) -> ColumnForm { text { words.contains($0) } }
}

/// What stands in the columns of the archive's tables: columns of one name spell the same, but for those that have a form of their own.
enum RowDecoding {
  private static let common: [String: ColumnForm] = [
    "after": .fields, "age": .word(RetentionAge.self), "article": .word(ExclusionGround.self), "at": .time, "before": .fields,
    "category": .word(Category.self), "category_before": .word(Category.self), "date": .date, "decider": .word(Role.self),
    "digest": .digest, "dip": .word(Listing.self), "due": .time, "extra": .fields, "gate": .word(Gate.self), "hash": .digest,
    "identity": .of(Identity.self), "lane": .word(Role.self), "period": .period, "previous_hash": .digest,
    "printed_unit": .word(PrintedUnit.self), "roles": .roles, "security": .word(SecurityClass.self), "since": .time,
    "status": .among(["aktif", "inaktif", "statis", "ditarik", "dimusnahkan"]), "unit": .of(UnitCode.self), "until": .time,
  ]

  private static let endings: [(ending: String, form: ColumnForm)] = [("_at", .time), ("_on", .date)]

  /// By table and column.
  private static let own: [String: ColumnForm] = [
    "archive.made_at": .second, "attachment.name": .fileName, "counted_indicator.unit": .unitOrOffice, "destroyed_file.name": .fileName,
    "disposal.kind": .word(DisposalKind.self), "disposal.state": .word(DisposalState.self), "disposal_item.due": .date,
    "disposal_item.made": .date, "disposal_item.fate": .word(FinalFate.Kind.self), "document.content": .report,
    "document.kind": .word(ReportKind.self),
    "document.open_content": .report, "follow_up.state": .word(FollowUpState.self), "handover.state": .word(HandoverState.self),
    "handover_event.kind": .word(HandoverEventKind.self), "holiday.kind": .word(Holiday.Kind.self), "journal.recorded_at": .second,
    "listing_request.kind": .word(ListingRequest.self), "procedure.imported_at": .timeOrNever, "recommendation.due": .date,
    "scheme_code.fate": .word(FinalFate.Kind.self),
    "script.name": .script, "script.source": .source, "setting.key": .word(Setting.self), "step_event.kind": .word(StepEventKind.self),
    "track.state": .word(TrackState.self), "unit.code": .of(UnitCode.self),
  ]

  /// What a column spells; nil where any text may stand.
  static func form(of column: String, in table: String) -> ColumnForm? {
    own["\(table).\(column)"] ?? common[column] ?? endings.first { column.hasSuffix($0.ending) }?.form
  }

  /// Reads every row of every table: what can't be what it should be, up to a limit.
  static func faults(in db: Database, limit: Int) throws -> [Phrase] {
    let rows = WholeRows(db: db)
    var faults: [Phrase] = []
    for table in try rows.tables() {
      let columns = table.columns.map { ($0, form: form(of: $0.name, in: table.name)) }
      try rows.forEachCell(of: table) { place, bytes, row in
        let (column, form) = columns[place]
        // Bytes that are no text are looked at by their form alone.
        guard faults.count < limit, column.isText && !isText(bytes) || form.map({ !$0.isSpelled(bytes) }) == true else { return }
        faults.append(fault(table.name, row: row(), column.name, String(decoding: bytes, as: UTF8.self)))
      }
    }
    return faults
  }

  /// Says that a value is nothing that may stand in its column.
  static func fault(_ table: String, row: String, _ column: String, _ value: String) -> Phrase {
    let value = VisibleText.of(value.count > 60 ? "\(value.prefix(60))…" : value)
    return Phrase(
      id: "di tabel \(table)\(row.isEmpty ? "" : ", baris \(row)"), kolom \(column) berisi `\(value)`",
      en: "in the table \(table)\(row.isEmpty ? "" : ", row \(row)"), the column \(column) holds `\(value)`")
  }

  /// Whether bytes are UTF-8 without NUL.
  private static func isText(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var joined: UInt8 = 0
    for byte in bytes {
      if byte == 0 { return false }
      joined |= byte
    }
    return joined < 0x80 || String(validating: bytes, as: UTF8.self) != nil
  }
}
