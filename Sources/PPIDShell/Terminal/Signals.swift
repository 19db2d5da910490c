import CEdit
import Glibc

/// The signals that the program answers. A handler only raises a flag and writes a byte into a pipe; whoever waits wakes
/// up and looks. No handler restarts system calls, so nothing sleeps through Ctrl-C.
package enum Signals {
  /// Raised by Ctrl-C while a command runs. The language's machine and long work in the engine poll it.
  nonisolated(unsafe) package static let interruptFlag = flag()

  /// The signal that asked the program to end while it had something to put in order; 0 as long as none did.
  nonisolated(unsafe) private static let endFlag = flag()
  nonisolated(unsafe) private static let resizeFlag = flag()
  nonisolated(unsafe) private static let stopFlag = flag()
  nonisolated(unsafe) private static let continueFlag = flag()
  /// Read end and write end.
  nonisolated(unsafe) private static let pipeEnds = pipe()
  /// What happened on each signal before, for the program's own crash reports to be chained.
  nonisolated(unsafe) private static let previous = UnsafeMutablePointer<sigaction>.allocate(capacity: 65)

  private static let deadly = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT]
  private static let final = [SIGTERM, SIGHUP]

  private static func flag() -> UnsafeMutablePointer<Int32> {
    let flag = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
    flag.initialize(to: 0)
    return flag
  }

  private static func pipe() -> UnsafeMutablePointer<Int32> {
    let ends = UnsafeMutablePointer<Int32>.allocate(capacity: 2)
    ends.initialize(repeating: -1, count: 2)
    _ = ppid_pipe(ends, 1)
    return ends
  }

  /// Installs the handlers: for a script Ctrl-C and broken pipes, at a prompt everything that concerns the terminal too.
  package static func install(interactive: Bool) {
    _ = (interruptFlag, endFlag, resizeFlag, stopFlag, continueFlag, pipeEnds, previous)
    signal(SIGPIPE, SIG_IGN)
    handle(SIGINT) { _ in Signals.raise(Signals.interruptFlag) }
    unblock()
    guard interactive else { return }
    // A slip on Ctrl-\ must not end the session.
    signal(SIGQUIT, SIG_IGN)
    handle(SIGWINCH) { _ in Signals.raise(Signals.resizeFlag) }
    handle(SIGCONT) { _ in Signals.raise(Signals.continueFlag) }
    for number in final {
      handle(number) { number in
        TerminalModes.restore()
        signal(number, SIG_DFL)
        kill(getpid(), number)
      }
    }
    useOwnStack()
    for number in deadly {
      handle(number, chaining: true) { number in
        TerminalModes.restore()
        sigaction(number, Signals.previous + Int(number), nil)
        kill(getpid(), number)
      }
    }
  }

  /// Whether the program is to end as soon as everything is in order.
  static var isEnding: Bool { ppid_flag_load(endFlag) != 0 }

  /// Has the signals that end programs stop what runs like Ctrl-C, so that a demo leaves nothing behind; a second one ends it at once.
  static func endInOrder() {
    for number in final {
      handle(number) { number in
        if ppid_flag_load(Signals.endFlag) != 0 {
          TerminalModes.restore()
          signal(number, SIG_DFL)
          kill(getpid(), number)
        }
        ppid_flag_store(Signals.endFlag, number)
        Signals.raise(Signals.interruptFlag)
      }
    }
  }

  /// Ends as the signal would have that asked for it, if one did.
  static func endAsAsked() {
    let number = ppid_flag_take(endFlag)
    guard number != 0 else { return }
    signal(number, SIG_DFL)
    kill(getpid(), number)
  }

  /// Who ran out of stack has none left for a handler.
  private static func useOwnStack() {
    let size = 1 << 16
    var stack = stack_t()
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: size, alignment: 16)
    stack.ss_size = size
    sigaltstack(&stack, nil)
  }

  /// Some parents start their children with signals blocked.
  private static func unblock() {
    var all = sigset_t()
    sigfillset(&all)
    sigprocmask(SIG_UNBLOCK, &all, nil)
  }

  /// While a line is edited, a stop from outside (`kill -TSTP`) has to wait until the terminal is in order.
  static func catchStop(_ isEditing: Bool) {
    if isEditing {
      handle(SIGTSTP) { _ in Signals.raise(Signals.stopFlag) }
    } else {
      signal(SIGTSTP, SIG_DFL)
    }
  }

  private static func handle(
    _ number: Int32, chaining: Bool = false, _ handler: @escaping @convention(c) (Int32) -> Void
  ) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = handler
    sigemptyset(&action.sa_mask)
    if chaining { action.sa_flags = SA_ONSTACK }
    sigaction(number, &action, chaining ? previous + Int(number) : nil)
  }

  private static func raise(_ flag: UnsafeMutablePointer<Int32>) {
    let before = errno
    ppid_flag_store(flag, 1)
    var byte: UInt8 = 0
    _ = write(pipeEnds[1], &byte, 1)
    errno = before
  }

  /// Does what Ctrl-C does while a command runs.
  static func interrupt() { raise(interruptFlag) }

  /// Readable as soon as a signal has come.
  static var wakeDescriptor: Int32 { pipeEnds[0] }

  /// Empties the wake pipe; to be called before the flags are looked at.
  static func drainWakePipe() {
    var bytes = [UInt8](repeating: 0, count: 64)
    while read(pipeEnds[0], &bytes, bytes.count) > 0 {}
  }

  /// Whether Ctrl-C was pressed since the last time; asking lowers the flag.
  package static func takeInterrupt() -> Bool { ppid_flag_take(interruptFlag) != 0 }
  static func takeResize() -> Bool { ppid_flag_take(resizeFlag) != 0 }
  static func takeStop() -> Bool { ppid_flag_take(stopFlag) != 0 }
  static func takeContinue() -> Bool { ppid_flag_take(continueFlag) != 0 }
}
