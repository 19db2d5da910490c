import Foundation
import Glibc
import PPIDScript
import PPIDValues

/// Writes everything that is shown into a file that asciinema plays (asciicast v2): one line a piece, each whole as soon as it is shown.
final class Recording {
  private let path: String
  private let language: Language
  private var file: Int32
  private let began: ContinuousClock.Instant
  private var size: Terminal.Size
  private var endedInReturn = false

  /// Begins with the file at `path`, which is a new one or a recording.
  init(_ path: String, _ language: Language) throws {
    guard access(path, F_OK) != 0 || Recording.isRecording(path) else {
      throw Failure(
        Phrase(id: "`\(path)` sudah ada dan bukan rekaman", en: "`\(path)` exists and is no recording"),
        advice: Phrase(id: "pilih nama lain", en: "choose another name"), status: .input)
    }
    file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      let reason = String(cString: strerror(errno))
      throw Failure(
        Phrase(id: "`\(path)` tidak dapat ditulis (\(reason))", en: "`\(path)` can't be written (\(reason))"), status: .input)
    }
    self.path = path
    self.language = language
    began = .now
    size = Terminal.size
    let terminal = getenv("TERM").map { String(cString: $0) } ?? "xterm-256color"
    put(
      .record(
        Record([
          ("version", .int(2)), ("width", .int(size.columns)), ("height", .int(size.rows)), ("timestamp", .int(time(nil))),
          ("env", .record(Record([("TERM", .text(Text(terminal)))]))),
        ])))
    Terminal.listener = { [unowned self] in note($0) }
  }

  deinit {
    Terminal.listener = nil
    if file >= 0 { close(file) }
  }

  /// Writes what was shown.
  private func note(_ text: String) {
    guard file >= 0, !text.isEmpty else { return }
    let now = Terminal.size
    if now != size {
      size = now
      put(event("r", "\(size.columns)x\(size.rows)"))
    }
    put(event("o", withReturns(text)))
  }

  /// A terminal's own line ends: its driver would have made them.
  private func withReturns(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n", !endedInReturn { result.unicodeScalars.append("\r") }
      result.unicodeScalars.append(scalar)
      endedInReturn = scalar == "\r"
    }
    return result
  }

  /// What happened, with the seconds since the beginning.
  private func event(_ kind: String, _ text: String) -> Value {
    let passed = (ContinuousClock.now - began).components
    let microseconds = passed.seconds * 1_000_000 + passed.attoseconds / 1_000_000_000_000
    return .list(List([.double(Double(microseconds) / 1_000_000), .text(Text(kind)), .text(Text(text))]))
  }

  /// Writes a line in one go; where that fails, the recording ends with the line before.
  private func put(_ line: Value) {
    var json = JSONText()
    // Only a table could fail to be written.
    try? json.write(line)
    json.text += "\n"
    let isWritten = json.text.withUTF8 { bytes in write(file, bytes.baseAddress, bytes.count) == bytes.count }
    guard !isWritten else { return }
    close(file)
    file = -1
    Terminal.listener = nil
    Terminal.write(
      Phrase(
        id: "Rekaman `\(path)` berhenti: tidak dapat ditulis lagi.\n",
        en: "The recording `\(path)` has ended: it can't be written any more.\n"
      )[language],
      to: STDERR_FILENO)
  }

  /// Whether the first line of a file says that it is a recording.
  private static func isRecording(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path), let data = try? file.read(upToCount: 4096),
      let line = data.split(separator: UInt8(ascii: "\n"), maxSplits: 1).first
    else { return false }
    guard let text = String(validating: line, as: UTF8.self), case .record(let header)? = try? JSONReader.read(text),
      case .int(2)? = header["version"], case .int? = header["width"]
    else { return false }
    return true
  }
}
