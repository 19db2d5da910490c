import Foundation
import Glibc
import PPIDValues

/// Writes everything that is shown into a file that asciinema plays (asciicast v2): one line a piece, each whole as soon as it is shown.
final class Recording {
  private let path: String
  private var file: Int32
  private let began: ContinuousClock.Instant
  private var size: Terminal.Size
  private var endedInReturn = false

  /// Begins with the file at `path`, which is a new one or a recording.
  init(_ path: String) throws {
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
    began = .now
    size = Terminal.size
    let terminal = getenv("TERM").map { String(cString: $0) } ?? "xterm-256color"
    put(
      "{\"version\": 2, \"width\": \(size.columns), \"height\": \(size.rows), \"timestamp\": \(time(nil)), "
        + "\"env\": {\"TERM\": \(Recording.quoted(terminal))}}\n")
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

  private func event(_ kind: String, _ text: String) -> String {
    let passed = ContinuousClock.now - began
    let microseconds = Int(passed.components.seconds) * 1_000_000 + Int(passed.components.attoseconds / 1_000_000_000_000)
    let digits = String(microseconds % 1_000_000)
    let fraction = String(repeating: "0", count: 6 - digits.count) + digits
    return "[\(microseconds / 1_000_000).\(fraction), \"\(kind)\", \(Recording.quoted(text))]\n"
  }

  /// Writes a line in one go; where that fails, the recording ends with the line before.
  private func put(_ line: String) {
    var line = line
    let isWritten = line.withUTF8 { bytes in write(file, bytes.baseAddress, bytes.count) == bytes.count }
    guard !isWritten else { return }
    close(file)
    file = -1
    Terminal.listener = nil
    Terminal.write(
      Phrase(
        id: "Rekaman `\(path)` berhenti: tidak dapat ditulis lagi.\n",
        en: "The recording `\(path)` has ended: it can't be written any more.\n"
      ).id,
      to: STDERR_FILENO)
  }

  /// Whether the first line of a file says that it is a recording.
  private static func isRecording(_ path: String) -> Bool {
    guard let file = FileHandle(forReadingAtPath: path), let data = try? file.read(upToCount: 4096),
      let line = data.split(separator: UInt8(ascii: "\n"), maxSplits: 1).first
    else { return false }
    let header = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
    return header?["version"] as? Int == 2 && header?["width"] is Int
  }

  /// A text in JSON.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
