import Foundation

/// Names of archives and of what stands beside them.
enum ArchiveName {
  /// How SQLite must be asked to read the file at `path`: a WAL archive in a folder where it may write nothing can't be read unless
  /// it is told that nobody writes at all.
  static func readable(_ path: String) -> String {
    let folder = path.folderPath
    let nobodyWrites = Glibc.access(folder.isEmpty ? "." : folder, W_OK) != 0 && Glibc.access(path + "-wal", F_OK) != 0
    return nobodyWrites ? immutable(path) : path
  }

  /// How SQLite is told that nobody writes the file at `path` while it is read.
  static func immutable(_ path: String) -> String {
    let escaped = path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
    return "file:\(escaped)?immutable=1"
  }

  /// A name beside `path` for what is still being written.
  static func temporary(_ path: String) -> String { "\(path).baru-\(getpid())" }

  /// The first of `stem.ending`, `stem-2.ending`, … that no file has.
  static func free(_ stem: String, ending: String) -> String {
    var count = 1
    while true {
      let name = count == 1 ? stem + ending : "\(stem)-\(count)\(ending)"
      if Glibc.access(name, F_OK) != 0 { return name }
      count += 1
    }
  }

  /// Removes a copy and what SQLite leaves beside it.
  static func remove(_ path: String) {
    for ending in ["", "-journal", "-wal", "-shm", ".kunci"] { unlink(path + ending) }
  }
}
