import Glibc
import PPIDValues

/// The files and folders that a path under way could lead to.
struct FileCandidates {
  struct Entry {
    /// The path as it is typed; a folder's ends with `/`.
    let path: String
    let isFolder: Bool
    let size: Int
  }

  /// More than these are nothing to choose from.
  private static let most = 200
  /// A folder may hold millions of files.
  private static let mostRead = 20_000

  /// What begins like `beginning`, folders first, by name. Hidden ones only where their dot was typed.
  static func entries(_ beginning: String, foldersOnly: Bool) -> [Entry] {
    let slash = beginning.lastIndex(of: "/")
    let folder = slash.map { String(beginning[...$0]) } ?? ""
    let name = slash.map { String(beginning[beginning.index(after: $0)...]) } ?? beginning
    guard let stream = opendir(folder.isEmpty ? "." : folder) else { return [] }
    defer { closedir(stream) }
    var found: [Entry] = []
    var count = 0
    while let entry = readdir(stream), count < mostRead, found.count < most {
      count += 1
      let file = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      guard file.hasPrefix(name), file != ".", file != "..", name.hasPrefix(".") || !file.hasPrefix(".") else {
        continue
      }
      var status = stat()
      guard stat(folder + file, &status) == 0 else { continue }
      let isFolder = status.st_mode & S_IFMT == S_IFDIR
      guard isFolder || !foldersOnly && status.st_mode & S_IFMT == S_IFREG else { continue }
      found.append(Entry(path: folder + file + (isFolder ? "/" : ""), isFolder: isFolder, size: Int(status.st_size)))
    }
    return found.sorted { $0.isFolder != $1.isFolder ? $0.isFolder : $0.path < $1.path }
  }
}
