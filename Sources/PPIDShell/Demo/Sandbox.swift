import Foundation
import Glibc
import PPIDEngine
import PPIDValues

/// A folder of its own for one demo, for its owner alone. While it is entered it is the working folder, so that names lead nowhere
/// else. It is locked as long as its process lives; those of dead processes are swept away by the next.
final class Sandbox {
  /// All of it.
  private let folder: String
  /// Where the class works.
  let office: String
  /// Where states are kept.
  let states: String
  private let lock: Int32
  /// The folder in which the program was.
  private var origin: Int32 = -1

  private static let prefix = "ppid-demo-"
  /// So it is called until it is locked.
  private static let unfinished = "baru-"
  private static let lockName = "kunci"

  /// Makes one in the folder for temporary files, and enters it.
  init() throws {
    let place = getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    Sandbox.sweep(place)
    var pattern = Array("\(place)/\(Sandbox.prefix)\(Sandbox.unfinished)\(getpid())-XXXXXX".utf8CString)
    guard mkdtemp(&pattern) != nil else { throw Sandbox.failure(place) }
    let made = String(decoding: pattern.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    let final = made.replacing(Sandbox.prefix + Sandbox.unfinished, with: Sandbox.prefix)
    lock = open("\(made)/\(Sandbox.lockName)", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    folder = final
    office = "\(final)/kantor"
    states = "\(final)/keadaan"
    guard lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0, rename(made, final) == 0 else {
      let failure = Sandbox.failure(place)
      if lock >= 0 { close(lock) }
      Sandbox.removeTree(made)
      throw failure
    }
    origin = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard mkdir(office, 0o700) == 0, mkdir(states, 0o700) == 0, chdir(office) == 0 else {
      let failure = Sandbox.failure(place)
      remove()
      throw failure
    }
  }

  /// Goes back to where the program was, and leaves nothing behind.
  func remove() {
    guard origin >= 0 else { return }
    // A folder that is gone by now can't be gone back to.
    if fchdir(origin) != 0 { _ = chdir("/") }
    close(origin)
    origin = -1
    Sandbox.removeTree(folder)
    close(lock)
  }

  /// Runs `body` in the folder where the program was: names that concern what is outside of the demo mean files there.
  func outside<Result>(_ body: () throws -> Result) rethrows -> Result {
    _ = fchdir(origin)
    defer { _ = chdir(office) }
    return try body()
  }

  // MARK: Others

  /// Removes the sandboxes of this account whose processes have ended.
  private static func sweep(_ place: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? [] where name.hasPrefix(prefix) {
      let path = "\(place)/\(name)"
      var status = stat()
      guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR, status.st_uid == getuid() else { continue }
      let rest = name.dropFirst(prefix.count)
      if rest.hasPrefix(unfinished) {
        guard let process = pid_t(rest.dropFirst(unfinished.count).prefix { $0.isNumber }), kill(process, 0) != 0, errno == ESRCH else {
          continue
        }
        removeTree(path)
        continue
      }
      let lock = open("\(path)/\(lockName)", O_RDWR | O_CLOEXEC)
      guard lock >= 0 || errno == ENOENT else { continue }
      if lock < 0 || flock(lock, LOCK_EX | LOCK_NB) == 0 { removeTree(path) }
      if lock >= 0 { close(lock) }
    }
  }

  /// Removes a folder with all that is in it; the lock last, so that who is killed meanwhile leaves something to be swept.
  private static func removeTree(_ path: String) {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] where name != lockName {
      try? FileManager.default.removeItem(atPath: "\(path)/\(name)")
    }
    try? FileManager.default.removeItem(atPath: path)
  }

  /// What `errno` says of working with files at `path`.
  static func failure(_ path: String) -> Failure { failure(path, String(cString: strerror(errno))) }

  /// Runs `body`, which works with files of a demo; what goes wrong with them is worded.
  static func wording<Result>(_ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch let error as CocoaError {
      let code = (error.underlying as? POSIXError)?.code
      throw failure(error.filePath ?? "TMPDIR", code.map { String(cString: strerror($0.rawValue)) } ?? "\(error.code.rawValue)")
    }
  }

  private static func failure(_ path: String, _ reason: String) -> Failure {
    Failure(
      Phrase(
        id: "tempat untuk demo tidak dapat dipakai: `\(path)` (\(reason))", en: "the place for the demo is of no use: `\(path)` (\(reason))"
      ),
      advice: Phrase(
        id: "kosongkan tempat di sana, atau sebutkan folder lain dengan variabel TMPDIR",
        en: "make room there, or name another folder with the variable TMPDIR"), status: .storage)
  }
}
