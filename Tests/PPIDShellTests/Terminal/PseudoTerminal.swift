import CPseudoTerminal
import Foundation
import Glibc

/// A program on a terminal of its own, whose other end the test holds.
final class PseudoTerminal {
  let process: pid_t
  private let master: Int32
  private var status: Int32?

  init(columns: Int, rows: Int, environment: [String: String], _ command: [String]) throws {
    var name = [CChar](repeating: 0, count: 128)
    master = open_terminal(&name, name.count)
    guard master >= 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    let path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    // The size must be there before the program asks for it.
    set_window_size(master, UInt16(rows), UInt16(columns))
    process = try PseudoTerminal.spawn(command, terminal: path, environment)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
  }

  deinit {
    if status == nil { kill(process, SIGKILL) }
    close(master)
    if status == nil { _ = Program.wait(process) }
  }

  /// The first terminal that the leader of a session opens becomes its own.
  private static func spawn(_ command: [String], terminal: String, _ environment: [String: String]) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, terminal, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    let newSession: Int16 = 0x80
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK) | newSession)
    let words = command.map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (words + variables).forEach { free($0) } }
    var child: pid_t = 0
    let failure = posix_spawn(&child, command[0], &actions, &attributes, words, variables)
    guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EINVAL) }
    return child
  }

  func type(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 { rest = rest.dropFirst(count) } else if errno != EAGAIN && errno != EINTR { return }
    }
  }

  func resize(columns: Int, rows: Int) {
    set_window_size(master, UInt16(rows), UInt16(columns))
  }

  /// What was printed since the last time; waits up to `milliseconds` for the first byte. Nil at the end.
  func read(waiting milliseconds: Int32) -> [UInt8]? {
    var wait = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, milliseconds) > 0 else { return [] }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(master, &buffer, buffer.count)
      if count > 0 {
        bytes += buffer[..<count]
      } else {
        return bytes.isEmpty && count <= 0 && errno != EAGAIN && errno != EINTR ? nil : bytes
      }
    }
  }

  /// The exit status, or the signal with a minus, of a program that has ended; nil while it runs.
  func ended() -> Int32? {
    var state: Int32 = 0
    if status == nil, waitpid(process, &state, WNOHANG) == process {
      status = state & 0x7F == 0 ? state >> 8 & 0xFF : -(state & 0x7F)
    }
    return status
  }
}
