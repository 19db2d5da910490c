import Foundation
import Testing

/// A program under way, its output going to files.
final class Run {
  let process: pid_t
  private let files: [URL]
  private var status: Int32?
  private var usage = rusage()
  /// Seconds that any run may take; far more than it ever needs.
  static let patience = 60.0

  init(_ words: [String], input: String?, isMerged: Bool, environment: [String: String]) throws {
    let folder = FileManager.default.temporaryDirectory
    files = ["masukan", "keluaran", "galat"].map { folder.appendingPathComponent("ppid-\(UUID().uuidString).\($0)") }
    try Data((input ?? "").utf8).write(to: files[0])
    var descriptors = [open(files[0].path, O_RDONLY | O_CLOEXEC)]
    for file in files[1...] { descriptors.append(open(file.path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)) }
    defer { descriptors.forEach { close($0) } }
    process = try Program.start(
      words, input: descriptors[0], output: descriptors[1], errors: descriptors[isMerged ? 1 : 2],
      environment: environment)
  }

  deinit {
    if status == nil {
      kill(process, SIGKILL)
      _ = Program.wait(process)
    }
    for file in files { try? FileManager.default.removeItem(at: file) }
  }

  func send(_ signal: Int32) { kill(process, signal) }

  /// Waits for the end; a run that takes longer than it may is killed, and that is a failure.
  func wait(upTo patience: Double = Run.patience, sourceLocation: SourceLocation = #_sourceLocation) throws -> Outcome {
    let end = Date(timeIntervalSinceNow: patience)
    while status == nil {
      var state: Int32 = 0
      if wait4(process, &state, WNOHANG, &usage) == process {
        status = state & 0x7F == 0 ? state >> 8 & 0xFF : -(state & 0x7F)
      } else if Date() > end {
        kill(process, SIGKILL)
        status = Program.wait(process)
        Issue.record("killed after \(patience) seconds: \(output)\(errors)", sourceLocation: sourceLocation)
      } else {
        usleep(1000)
      }
    }
    return Outcome(status: status ?? -1, output: output, errors: errors, processorTime: usage.seconds)
  }

  /// The seconds that processors have worked for it so far, in steps of the system's clock.
  var processorTime: Double {
    let words = text(URL(fileURLWithPath: "/proc/\(process)/stat")).split(separator: ")").last?.split(separator: " ") ?? []
    // Behind the name: the state, then ten numbers, then the ticks of the program itself and of the system for it.
    let ticks = words.dropFirst(11).prefix(2).compactMap { Double($0) }
    return ticks.reduce(0, +) / Double(sysconf(Int32(_SC_CLK_TCK)))
  }

  /// What has been printed so far.
  var output: String { text(files[1]) }
  var errors: String { text(files[2]) }

  private func text(_ file: URL) -> String {
    String(decoding: (try? Data(contentsOf: file)) ?? Data(), as: UTF8.self)
  }
}

/// How a run ended.
struct Outcome {
  /// The exit status; a signal with a minus.
  let status: Int32
  let output: String
  let errors: String
  /// The seconds that processors worked for it: on a busy machine the same as on a quiet one.
  var processorTime = 0.0

  /// What it printed, without the last line's end; a failure where it ended badly.
  func succeeded(sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
    try #require(status == 0, "status \(status)\n\(output)\(errors)", sourceLocation: sourceLocation)
    return output.hasSuffix("\n") ? String(output.dropLast()) : output
  }
}

extension rusage {
  fileprivate var seconds: Double {
    Double(ru_utime.tv_sec + ru_stime.tv_sec) + Double(ru_utime.tv_usec + ru_stime.tv_usec) / 1e6
  }
}
