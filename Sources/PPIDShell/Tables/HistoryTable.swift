import PPIDScript
import PPIDValues

/// What was entered at the prompt, as a table; its rows are made when they are read.
final class HistoryTable: TableSource, @unchecked Sendable {
  typealias Numbered = (number: Int, entry: HistoryEntry)

  static let columns = [
    Column("nomor", .int), Column("waktu", .time), Column("durasi", .double), Column("status", .int), Column("perintah", .text),
  ]

  private let entries: [Numbered]
  private let officeTime: (_ seconds: Int) throws -> LocalTime?

  /// `officeTime` reads a moment of the machine's clock, in seconds since 1970, as the office's time.
  init(_ entries: [Numbered], officeTime: @escaping (_ seconds: Int) throws -> LocalTime?) {
    self.entries = entries
    self.officeTime = officeTime
  }

  var columns: [Column] { HistoryTable.columns }
  var plan: [PlanStep] { [PlanStep(.above, "riwayat (\(entries.count))")] }

  func rows(reading columns: [Int]) -> any RowCursor { Cursor(self, columns) }

  private func value(_ column: Int, of row: Numbered) throws -> Value {
    switch column {
    case 0: .int(row.number)
    case 1: try officeTime(Int(row.entry.time / 1000)).map(Value.time) ?? .null
    case 2: row.entry.duration.map { .double(Double($0) / 1000) } ?? .null
    case 3: row.entry.status.map { .int(Int($0)) } ?? .null
    default: .text(Text(row.entry.text))
    }
  }

  private final class Cursor: RowCursor {
    private let table: HistoryTable
    private let columns: [Int]
    private var next = 0

    init(_ table: HistoryTable, _ columns: [Int]) {
      self.table = table
      self.columns = columns
    }

    func next(_ row: inout [Value]) throws -> Bool {
      guard next < table.entries.count else { return false }
      row = try columns.map { try table.value($0, of: table.entries[next]) }
      next += 1
      return true
    }
  }
}
