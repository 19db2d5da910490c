import Foundation
import Testing

@testable import PPIDEngine

@Suite(
  "Compared with Python's csv module",
  .enabled(
    if: FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")
      || FileManager.default.isExecutableFile(atPath: "/usr/local/bin/python3")))
struct PythonComparisonTests {
  /// Reads frames of `length separator bytes` from a file and prints each one's rows as a line of JSON.
  private static let script = """
    import csv, io, json, struct, sys
    csv.field_size_limit(1 << 30)
    data = open(sys.argv[1], "rb").read()
    at = 0
    while at < len(data):
        size, separator = struct.unpack_from("<IB", data, at)
        text = data[at + 5:at + 5 + size].decode("utf-8-sig")
        at += 5 + size
        print(json.dumps(list(csv.reader(io.StringIO(text, newline=""), delimiter=chr(separator)))))
    """

  private struct Sample {
    var separator: CSVSeparator
    var bytes: [UInt8]
  }

  private static func sample(_ random: inout SeededRandom, rows: Int) -> Sample {
    let separator = CSVSeparator.allCases.randomElement(using: &random)!
    let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &random)!
    let alphabet = [
      "a", "B", "7", " ", "é", "日", "😀", "e\u{301}", "\"", "\n", "\r\n", "\r", ",", ";", "\t", "|", "'", "=",
    ]
    let columns = Int.random(in: 1...6, using: &random)
    var text = Bool.random(using: &random) ? "\u{FEFF}" : ""
    for row in 0..<rows {
      if Int.random(in: 0..<12, using: &random) == 0 {
        text += lineEnd
        continue
      }
      let cells = (0..<columns).map { _ -> String in
        let length = Int.random(in: 0..<8, using: &random)
        let cell = (0..<length).map { _ in alphabet.randomElement(using: &random)! }.joined()
        let scalars = cell.unicodeScalars
        let needsQuotes =
          scalars.contains { $0 == "\n" || $0 == "\r" || $0.value == UInt32(separator.rawValue) }
          || scalars.first == "\"" || (columns == 1 && cell.isEmpty)
        guard needsQuotes || Int.random(in: 0..<5, using: &random) == 0 else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
      }
      text += cells.joined(separator: String(Unicode.Scalar(separator.rawValue)))
      if row < rows - 1 || Bool.random(using: &random) { text += lineEnd }
    }
    return Sample(separator: separator, bytes: Array(text.utf8))
  }

  private static func pythonRows(_ samples: [Sample]) throws -> [[[String]]] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ppid-csv-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var data = Data()
    for sample in samples {
      withUnsafeBytes(of: UInt32(sample.bytes.count).littleEndian) { data.append(contentsOf: $0) }
      data.append(sample.separator.rawValue)
      data.append(contentsOf: sample.bytes)
    }
    let file = folder.appendingPathComponent("samples")
    try data.write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3", "-c", script, file.path]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let printed = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    return try printed.split(separator: UInt8(ascii: "\n")).map {
      try #require(JSONSerialization.jsonObject(with: $0) as? [[String]])
    }
  }

  @Test("10 000 generated files read the same")
  func generated() throws {
    var random = SeededRandom(seed: 2026)
    var samples = (0..<9_997).map { _ in Self.sample(&random, rows: Int.random(in: 0...8, using: &random)) }
    samples += (0..<3).map { _ in Self.sample(&random, rows: 20_000) }
    let expected = try Self.pythonRows(samples)
    try #require(expected.count == samples.count)
    for (index, sample) in samples.enumerated() {
      let reader = try CSVReader(bytes: sample.bytes, separator: sample.separator)
      var rows: [[String]] = []
      var row = TableRow()
      while try reader.next(into: &row) { rows.append(row.cells) }
      let isSame = rows.elementsEqual(expected[index]) { left, right in
        left.elementsEqual(right) { $0.unicodeScalars.elementsEqual($1.unicodeScalars) }
      }
      guard isSame else {
        Issue.record(
          "sample \(index), separator \(sample.separator): \(String(decoding: sample.bytes.prefix(500), as: UTF8.self).debugDescription)"
        )
        return
      }
    }
  }
}
