import Foundation
import Testing

/// A folder with an archive of its own, in which tests run the built program as its users do. It goes away with its test.
final class Office: Sendable {
  let folder: URL
  /// The archive's file in `folder`; made by the first run that needs it.
  static let archive = "arsip.db"
  /// The office's clock stands here unless a test says otherwise.
  static let clock = ["--waktu", "2026-11-10T09:00"]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("ppid-kantor-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  // MARK: Running

  /// Runs `ppid` to its end, the clock standing.
  func ppid(_ words: String..., input: String? = nil, environment: [String: String] = [:]) throws -> Outcome {
    try start([Self.program.path] + Self.clock + words, input: input, environment: environment).wait()
  }

  /// Runs one line of script to its end.
  func line(_ line: String) throws -> Outcome { try ppid("-c", line) }

  /// Runs lines that must succeed, each in a run of its own; what the last one printed.
  @discardableResult
  func lines(_ lines: String...) throws -> String {
    try lines.reduce("") { _, line in try self.line(line).succeeded() }
  }

  /// Starts any program in the folder; `isMerged` has errors told in place, among what is printed.
  func start(
    _ words: [String], input: String? = nil, environment: [String: String] = [:], isMerged: Bool = false
  ) throws -> Run {
    try Run(
      ["env", "-C", folder.path] + words, input: input, isMerged: isMerged,
      environment: Self.environment(folder).merging(environment) { $1 })
  }

  /// Started like this, the program does what it would do on a machine where nobody set anything.
  private static func environment(_ folder: URL) -> [String: String] {
    [
      "PATH": "\(program.deletingLastPathComponent().path):/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin",
      "LANG": "C.UTF-8",
      "HOME": folder.path, "PPID_ARSIP": archive, "SWIFT_BACKTRACE": "enable=no",
    ]
  }

  /// The program is built beside the tests.
  static let program = URL(fileURLWithPath: Probe.path).deletingLastPathComponent().appendingPathComponent("ppid")

  // MARK: Files

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

  /// Writes a file, and the folders that lead to it.
  func write(_ name: String, _ data: Data) throws {
    let file = folder.appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }

  func bytes(_ name: String) throws -> Data { try Data(contentsOf: folder.appendingPathComponent(name)) }

  /// The West Java list of 2023, section *berkala*: 32 records, as the province published it.
  static let westJava = source.appendingPathComponent("PPIDEngineTests/Data/dip-jabar-2023-berkala.csv")

  /// Where the tests' own files stand in the source tree.
  static let source = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  // MARK: The archive, seen from outside

  /// What SQLite's own shell prints; it goes round the program, as a stranger would, and waits where the archive is just being opened.
  @discardableResult
  func sqlite(_ sql: String) throws -> String {
    try start(["sqlite3", "-cmd", ".timeout 20000", Self.archive, sql]).wait().succeeded()
  }

  /// Everything that the archive holds, as statements; equal where nothing was changed.
  func dump() throws -> String { try sqlite(".dump") }

  /// How many entries the journal has.
  func journalCount() throws -> Int { Int(try sqlite("SELECT count(*) FROM journal")) ?? -1 }
}
