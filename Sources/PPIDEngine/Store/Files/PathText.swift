#if canImport(Glibc)
  import Glibc
#endif

/// Paths as texts. Foundation's own functions fail on paths of one character.
extension String {
  /// The last part: `dip.csv` of `masuk/dip.csv`, `masuk` of `masuk/`, `/` of `/`.
  package var fileName: String {
    let path = withoutTrailingSlashes
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), path.utf8.count > 1 else { return String(path) }
    return String(path[path.utf8.index(after: slash)...])
  }

  /// The folder that it lies in: `masuk` of `masuk/dip.csv`, `/` of `/dip.csv`; empty where the path names none.
  package var folderPath: String {
    let path = withoutTrailingSlashes
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "" }
    return String(String(Substring(path.utf8[...slash])).withoutTrailingSlashes)
  }

  /// Where the path leads through all links; nil where there is nothing.
  package var realPath: String? {
    guard let real = realpath(self, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }

  /// What stands behind the last point of the last part: `csv` of `masuk/dip.csv`; empty where that begins with its only point.
  package var fileEnding: String {
    let name = fileName
    guard let point = name.utf8.lastIndex(of: UInt8(ascii: ".")), point > name.startIndex else { return "" }
    return String(name[name.utf8.index(after: point)...])
  }

  /// The path, unless it is the root, without `/` at its end.
  private var withoutTrailingSlashes: Substring {
    var path = self[...]
    while path.utf8.count > 1, path.utf8.last == UInt8(ascii: "/") { path = path[..<path.utf8.index(before: path.endIndex)] }
    return path
  }
}
