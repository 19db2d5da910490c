import CEdit
import Glibc

/// The terminal's ordinary state, kept so that it can be put back from anywhere, a signal handler included: whatever
/// ends the program, the terminal is left as it was found.
enum TerminalModes {
  /// Asks the terminal to mark what is pasted; without that a paste can't be told from typing.
  private static let pasteMarks = "\u{1B}[?2004h"
  /// Paste marks off, automatic wrapping on, cursor shown, neutral style.
  private static let neutral: StaticString = "\u{1B}[?2004l\u{1B}[?7h\u{1B}[?25h\u{1B}[0m"

  // Written once before the handlers that read it are installed, and afterwards only from the thread that edits.
  nonisolated(unsafe) private static let ordinary = UnsafeMutablePointer<termios>.allocate(capacity: 1)
  nonisolated(unsafe) private static let isKnown = zeroFlag()
  nonisolated(unsafe) private static let editing = zeroFlag()

  private static func zeroFlag() -> UnsafeMutablePointer<Int32> {
    let flag = UnsafeMutablePointer<Int32>.allocate(capacity: 1)
    flag.initialize(to: 0)
    return flag
  }

  /// Whether the terminal is in the mode for editing.
  static var isEditing: Bool { ppid_flag_load(editing) != 0 }

  /// Notes the terminal's state as the one to return to. To be called before anything changes it.
  static func remember() {
    var state = termios()
    guard ppid_flag_load(isKnown) == 0, tcgetattr(STDIN_FILENO, &state) == 0 else { return }
    ordinary.initialize(to: state)
    ppid_flag_store(editing, 0)
    ppid_flag_store(isKnown, 1)
    atexit { TerminalModes.restore() }
  }

  /// To be called when editing begins, before the terminal's mode is changed.
  static func beginEditing() {
    ppid_flag_store(editing, 1)
    Terminal.write(pasteMarks, to: STDERR_FILENO)
  }

  /// To be called when editing has ended, after the terminal's mode was put back.
  static func endEditing() {
    guard ppid_flag_take(editing) != 0 else { return }
    _ = write(STDERR_FILENO, neutral.utf8Start, neutral.utf8CodeUnitCount)
  }

  /// Puts the terminal back into its ordinary state, if it is in another one. Safe in a signal handler.
  static func restore() {
    guard ppid_flag_take(editing) != 0 else { return }
    _ = write(STDERR_FILENO, neutral.utf8Start, neutral.utf8CodeUnitCount)
    _ = write(STDERR_FILENO, "\r\n", 2)
    tcsetattr(STDIN_FILENO, TCSANOW, ordinary)
  }

  /// Puts the ordinary state back after another program had the terminal and may have died in it.
  static func repair() {
    guard ppid_flag_load(isKnown) != 0 else { return }
    tcsetattr(STDIN_FILENO, TCSADRAIN, ordinary)
  }
}
