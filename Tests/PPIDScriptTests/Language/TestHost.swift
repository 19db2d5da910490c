import PPIDValues

@testable import PPIDScript

/// The surroundings of a test program: it keeps what is printed, and an archive that transactions undo.
final class TestHost: Host {
  struct Failure: CommandFailure {
    let message: Phrase
    let advice: Phrase?
    let status: PPIDScript.ExitStatus
    let details: Value
  }

  private(set) var lines: [String] = []
  private(set) var steps: [SourceRange] = []
  /// How often a transaction was begun, stored and undone.
  private(set) var transactions = (begun: 0, stored: 0, undone: 0)
  let archive = TestArchive()
  private var savedRows: [[[Value]]] = []

  func call(_ index: Int, _ arguments: [Value?]) throws -> Value {
    switch TestCatalog.shared.signatures[index].name {
    case "cetak":
      guard case .list(let values)? = arguments[0] else {
        lines.append("")
        return .null
      }
      lines += try values.map { try $0.canonicalText().string }.joined(separator: " ").split(
        separator: "\n", omittingEmptySubsequences: false
      ).map(String.init)
    case "tampil": try show(arguments[0] ?? .null)
    case "kini": return .time(LocalTime("2026-11-22T08:30")!)
    case "argumen": return arguments[1] ?? .null
    case "arsip", "arsip cari": return .table(Table(archive))
    case "arsip impor": return .record(Record([("baru", .int(3)), ("berubah", .int(1))]))
    case "arsip tambah":
      archive.rows.append([.int(archive.rows.count + 1), arguments[0] ?? .null, arguments[1] ?? .null, .null])
      return .record(Record([("nomor", .int(archive.rows.count))]))
    case "siklus siap": return .bool(true)
    case "siklus buka": return .record(Record([("nomor", .int(1))]))
    case "putus", "unit", "bantuan":
      lines += [try arguments.map { try $0?.canonicalText().string ?? "-" }.joined(separator: " ")]
    case "hasil": return arguments[0] ?? .null
    case "tolak":
      var status = PPIDScript.ExitStatus.failed
      if case .int(let code)? = arguments[1] { status = PPIDScript.ExitStatus(rawValue: Int32(code)) ?? .failed }
      throw Failure(
        message: Phrase(arguments[0]?.string ?? ""), advice: nil, status: status,
        details: .record(Record([("ditolak", .int(2))])))
    case "hentikan": throw Interruption()
    default: break
    }
    return .null
  }

  func show(_ value: Value) throws { lines.append("=> " + (try value.canonicalText().string)) }

  func beginTransaction() throws {
    transactions.begun += 1
    savedRows.append(archive.rows)
  }

  func commitTransaction() throws {
    transactions.stored += 1
    savedRows.removeLast()
  }

  func rollbackTransaction() throws {
    transactions.undone += 1
    archive.rows = savedRows.removeLast()
  }

  func willRun(_ statement: SourceRange, of source: SourceText) throws { steps.append(statement) }
}

/// A table that is asked anew at each pass, and counts which columns it is asked for.
final class TestArchive: TableSource, @unchecked Sendable {
  static let columns = [
    Column("nomor", .int), Column("judul", .text), Column("akun", .text), Column("tanggal", .date),
  ]

  var rows: [[Value]] = [
    [.int(1), .text("Anggaran"), .text("0081"), .date(CalendarDate("2026-01-31")!)],
    [.int(2), .text("Belanja"), .text("0082"), .null],
    [.int(3), .text("Cuti"), .null, .date(CalendarDate("2026-11-22")!)],
  ]
  private(set) var readings: [[Int]] = []

  var columns: [Column] { TestArchive.columns }
  var plan: [PlanStep] { [PlanStep(.store, "SELECT")] }

  func rows(reading columns: [Int]) throws -> any RowCursor {
    readings.append(columns)
    return Cursor(rows.map { row in columns.map { row[$0] } })
  }

  private final class Cursor: RowCursor {
    private var rows: IndexingIterator<[[Value]]>

    init(_ rows: [[Value]]) { self.rows = rows.makeIterator() }

    func next(_ row: inout [Value]) throws -> Bool {
      guard let next = rows.next() else { return false }
      row = next
      return true
    }
  }
}
