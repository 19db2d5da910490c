import Foundation
import Testing

/// Python as a second opinion: the same inputs through `python3`, where its semantics are ours.
enum Python {
  /// The lines that `program` prints, given `lines` on its standard input as the list `lines`.
  static func answers(to lines: [String], program: String) throws -> [String] {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    let prelude = "import sys, json, math\nlines = sys.stdin.buffer.read().decode().split('\\n')\n"
    process.arguments = ["python3", "-X", "utf8", "-c", prelude + program]
    // Files, because a pipe that nobody empties would stop either side.
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appendingPathComponent("in"), folder.appendingPathComponent("out"))
    try Data(lines.joined(separator: "\n").utf8).write(to: input)
    try Data().write(to: output)
    process.standardInput = try FileHandle(forReadingFrom: input)
    process.standardOutput = try FileHandle(forWritingTo: output)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let text = String(decoding: try Data(contentsOf: output), as: UTF8.self)
    return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
  }
}
