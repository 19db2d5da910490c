import Foundation
import PPIDEngine
import PPIDValues

/// An archive in a folder of its own, which goes away with it; its clock stands at 10 November 2026, 09.00.
final class TemporaryArchive {
  let folder: URL
  var path: String { folder.appendingPathComponent("arsip.db").path }

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("ppid-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// A session of the account that makes the archive, or of another; at that time, or another.
  func engine(account: String = "budi", at time: String = "2026-11-10T09:00", access: Archive.Access = .readWrite) -> Engine {
    let clock = OfficeClock.machine.standing(at: LocalTime(time)!)
    return Engine(Archive(path: path, access: access, holder: account, interruption: nil), clock: clock, account: account)
  }

  func file(_ name: String, _ text: String) throws -> String {
    let url = folder.appendingPathComponent(name)
    try Data(text.utf8).write(to: url)
    return url.path
  }

  /// Runs SQL with SQLite's own shell, as somebody would who goes round the program.
  func sqlite(_ sql: String) throws -> String { try run("sqlite3", path, sql) }

  /// Runs SQL as a forger would: who holds the file can leave its checks out of account.
  func forge(_ sql: String) throws -> String { try sqlite("PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF; " + sql) }

  /// Runs another program to its end; what it printed.
  func run(_ words: String...) throws -> String {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

extension Engine {
  /// All rows of a relation, each value as a text.
  func texts(_ relation: Relation) throws -> [[String]] {
    let cursor = try rows(of: relation, reading: Array(relation.columns.indices))
    var row: [FieldValue] = []
    var all: [[String]] = []
    while try cursor.next(&row) { all.append(row.map { "\($0.plainText)" }) }
    return all
  }
}

extension FieldValue {
  var plainText: String {
    switch self {
    case .null: "-"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .double(let value): "\(value)"
    case .text(let value): value
    case .date(let value): "\(value)"
    case .time(let value): "\(value)"
    case .period(let value): "\(value)"
    }
  }
}

/// A list that tests bring along.
func fixture(_ name: String) -> String {
  Bundle.module.url(forResource: "Data/\(name)", withExtension: nil)!.path
}
