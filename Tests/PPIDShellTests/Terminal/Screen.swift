import Foundation
import Testing

/// A real terminal, tmux, with a program in it: keys go in, and the screen is read as a person sees it.
final class Screen {
  private let socket: String
  /// The ends of two pipes to a client in tmux's control mode.
  private let commands: FileHandle
  private let answers: FileHandle
  private let client: pid_t
  private var unread = Data()

  /// How often a screen is looked at until it must be what it should be: for fifteen seconds at least, and for longer on a busy machine,
  /// where whoever looks has to wait as well.
  private static let patience = 5_000

  /// Starts `command` on a screen of its own, with `environment` added to a plain one.
  init(columns: Int = 80, rows: Int = 12, environment: [String: String] = [:], _ command: [String] = [Probe.path])
    throws
  {
    socket = "ppid-\(UUID().uuidString.prefix(8))"
    let variables = Probe.environment.merging(environment) { $1 }
    let start =
      ["-f", try Self.settings.get().path, "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "env", "-i"]
      + variables.map { "\($0.key)=\($0.value)" } + command
    _ = Program.wait(try Program.start(["tmux", "-L", socket, "-u"] + start))
    let input = Pipe()
    let output = Pipe()
    for pipe in [input, output] {
      for end in [pipe.fileHandleForReading, pipe.fileHandleForWriting] {
        _ = fcntl(end.fileDescriptor, F_SETFD, FD_CLOEXEC)
      }
    }
    commands = input.fileHandleForWriting
    answers = output.fileHandleForReading
    client = try Program.start(
      ["tmux", "-L", socket, "-u", "-C", "attach", "-f", "no-output,ignore-size"],
      input: input.fileHandleForReading.fileDescriptor, output: output.fileHandleForWriting.fileDescriptor)
    try input.fileHandleForReading.close()
    try output.fileHandleForWriting.close()
    _ = try answer()
    // What is typed before a program asks for it is the terminal's, Ctrl-C above all.
    _ = try wait { try !self.rows().isEmpty }
  }

  /// Tmux's own settings: the screen stays when the program has ended, and is all the program's.
  private static let settings = Result {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("ppid-\(getpid()).tmux")
    try Data("set -g remain-on-exit on\nset -g status off\n".utf8).write(to: file)
    return file
  }

  deinit {
    if let killer = try? Program.start(["tmux", "-L", socket, "kill-server"]) { _ = Program.wait(killer) }
    kill(client, SIGKILL)
    _ = Program.wait(client)
  }

  // MARK: Keys

  /// Types `text` as it is.
  func type(_ text: String) throws {
    try send(bytes: Array(text.utf8))
  }

  /// Presses keys by tmux's names for them: `Enter`, `C-c`, `M-Right`, …
  func press(_ keys: String...) throws {
    try tmux("send-keys \(keys.joined(separator: " "))")
  }

  /// Types `line` and Enter, and waits for the next prompt: what is typed while an entry runs the terminal shows itself.
  func enter(_ line: String) throws {
    let before = try rowsAboveCursor()
    try type(line)
    try press("Enter")
    // The prompt that the line was typed at looks like the next one.
    _ = try wait { try rowsAboveCursor() > before && ["uji>", "  …"].contains(rows().last) }
  }

  /// Those that have scrolled off too.
  private func rowsAboveCursor() throws -> Int {
    try tmux("display-message -p '#{history_size} #{cursor_y}'")[0].split(separator: " ").compactMap { Int($0) }.reduce(0, +)
  }

  func send(bytes: [UInt8]) throws {
    for start in stride(from: 0, to: bytes.count, by: 256) {
      let chunk = bytes[start..<min(start + 256, bytes.count)]
      try tmux("send-keys -H " + chunk.map { String($0, radix: 16) }.joined(separator: " "))
    }
  }

  /// Pastes `text` as the terminal's own paste does.
  func paste(_ text: String) throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent(socket)
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    try tmux("load-buffer \(file.path)")
    try tmux("paste-buffer -p")
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux("resize-window -x \(columns) -y \(rows)")
  }

  // MARK: The screen

  struct Picture: Equatable {
    /// The rows, without blanks at their ends and empty rows at the bottom.
    var rows: [String]
    var cursor: [Int]
  }

  func picture() throws -> Picture {
    let rows = try self.rows()
    let cursor = try tmux("display-message -p '#{cursor_x} #{cursor_y}'")[0].split(separator: " ").compactMap {
      Int($0)
    }
    return Picture(rows: rows, cursor: cursor)
  }

  /// The rows; with their escape sequences where `styled`.
  func rows(styled: Bool = false) throws -> [String] {
    var rows = try tmux("capture-pane -p" + (styled ? " -e" : "")).map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }
    while rows.last == "" { rows.removeLast() }
    return rows
  }

  /// Waits until the screen shows exactly `rows`, and the cursor, if given, stands in that column and row.
  func expect(_ rows: [String], cursor: [Int]? = nil, sourceLocation: SourceLocation = #_sourceLocation) throws {
    var seen = Picture(rows: [], cursor: [])
    let isShown = try wait {
      seen = try picture()
      return seen.rows == rows && (cursor == nil || seen.cursor == cursor)
    }
    if !isShown {
      let wanted = rows.joined(separator: "\n") + (cursor.map { "\ncursor \($0)" } ?? "")
      let found = seen.rows.joined(separator: "\n") + "\ncursor \(seen.cursor)"
      Issue.record("wanted:\n\(wanted)\nfound:\n\(found)", sourceLocation: sourceLocation)
    }
  }

  /// Waits until a row of the screen contains `text`.
  func expect(containing text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let isShown = try wait { try rows().contains { $0.contains(text) } }
    if !isShown {
      Issue.record("wanted: \(text)\nfound:\n\(try rows().joined(separator: "\n"))", sourceLocation: sourceLocation)
    }
  }

  /// Waits until `condition` holds; false where it never does.
  func wait(until condition: () throws -> Bool) rethrows -> Bool {
    try Self.wait(until: condition)
  }

  static func wait(until condition: () throws -> Bool) rethrows -> Bool {
    for _ in 0..<patience {
      if try condition() { return true }
      usleep(3000)
    }
    return false
  }

  /// The title that the program gave the screen.
  func title() throws -> String { try tmux("display-message -p '#{pane_title}'")[0] }

  /// The process on the screen.
  func processID() throws -> pid_t {
    pid_t(try tmux("display-message -p '#{pane_pid}'")[0]) ?? 0
  }

  // MARK: Control mode

  /// Gives tmux a command and returns the lines that it answers.
  @discardableResult
  private func tmux(_ command: String) throws -> [String] {
    try commands.write(contentsOf: Data((command + "\n").utf8))
    return try answer()
  }

  private func answer() throws -> [String] {
    var lines: [String] = []
    var isInside = false
    while let line = nextLine() {
      if line.hasPrefix("%begin ") {
        isInside = true
      } else if isInside, line.hasPrefix("%end ") {
        return lines
      } else if isInside, line.hasPrefix("%error ") {
        throw TmuxFailure(message: lines.joined(separator: "\n"))
      } else if isInside {
        lines.append(line)
      }
    }
    throw TmuxFailure(message: "tmux ended")
  }

  private func nextLine() -> String? {
    while true {
      if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
        defer { unread.removeSubrange(...end) }
        return String(decoding: unread[..<end], as: UTF8.self)
      }
      let more = answers.availableData
      if more.isEmpty { return nil }
      unread.append(more)
    }
  }

  private struct TmuxFailure: Error {
    let message: String
  }
}

/// Programs that tests start. Foundation's `Process` waits for all that inherits its pipes, daemons too.
enum Program {
  /// Starts the program found under the name `words[0]`; what isn't given leads to `/dev/null`.
  static func start(
    _ words: [String], input: Int32? = nil, output: Int32? = nil, errors: Int32? = nil,
    environment: [String: String]? = nil
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (descriptor, given) in [(STDIN_FILENO, input), (STDOUT_FILENO, output), (STDERR_FILENO, errors)] {
      if let given {
        posix_spawn_file_actions_adddup2(&actions, given, descriptor)
      } else {
        posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
      }
    }
    // The threads that tests run on have signals blocked, which tmux would hand on.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let variables = environment ?? ProcessInfo.processInfo.environment
    let arguments = words.map { strdup($0) } + [nil]
    let settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + settings).forEach { free($0) } }
    var child: pid_t = 0
    let failure = posix_spawnp(&child, words[0], &actions, &attributes, arguments, settings)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EINVAL) }
    return child
  }

  /// The exit status, or the signal with a minus.
  static func wait(_ process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return -1 }
    }
    return status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
  }
}

/// The program on the screen: a small shell around the line editor.
enum Probe {
  /// It is built beside the tests.
  static let path: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(fileURLWithPath: tests).deletingLastPathComponent().appendingPathComponent("EditorProbe").path
  }()

  static let environment = [
    "TERM": "screen", "LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", "SWIFT_BACKTRACE": "enable=no",
  ]

  /// A place for files of one test.
  static func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("ppid-terminal-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    return folder
  }
}
