import Foundation
import PPIDEngine
import PPIDScript
import PPIDValues

/// The folders that a script's file functions may reach: the working folder and what `--izinkan` adds.
///
/// A path is judged by where it really leads, so a link out of a folder is outside of it.
struct Reach: Sendable {
  /// Real paths.
  private let folders: [String]

  init(allowed: [String] = []) {
    folders = ([FileManager.default.currentDirectoryPath] + allowed).compactMap(\.realPath)
  }

  /// A file that a pattern found.
  struct File {
    let name: String
    let path: String
    let size: Int
  }

  /// The path itself, when it may be reached; the file need not exist, its folder must.
  func checked(_ path: String) throws -> String {
    guard !path.utf8.contains(0), !path.isEmpty else {
      throw Failure(Phrase(id: "nama berkas tidak sah", en: "that is no file's name"), status: .input)
    }
    let folder = path.folderPath
    guard let real = path.realPath ?? (folder.isEmpty ? "." : folder).realPath else {
      throw Failure.file(path, String(cString: strerror(errno)))
    }
    guard isReachable(real) else { throw Failure.outside(path) }
    return path
  }

  private func isReachable(_ real: String) -> Bool {
    folders.contains { real == $0 || $0 == "/" || real.hasPrefix($0 + "/") }
  }

  /// The files, not folders, whose paths match; `*` and `?` stay within one part of a path. By path.
  ///
  /// A pattern that leads elsewhere from its beginning is refused without a look at what is there.
  func files(matching pattern: String) throws -> [File] {
    let fixed = pattern.prefix { $0 != "*" && $0 != "?" }
    if let slash = fixed.lastIndex(of: "/") {
      let folder = fixed[...slash]
      guard String(folder).realPath.map(isReachable) ?? true else { throw Failure.outside(pattern) }
    }
    // Brackets mean nothing here.
    let escaped = pattern.replacing("\\", with: "\\\\").replacing("[", with: "\\[")
    var found = glob_t()
    defer { globfree(&found) }
    guard glob(escaped, 0, nil, &found) == 0 else { return [] }
    var files: [File] = []
    for index in 0..<Int(found.gl_pathc) {
      guard let pointer = found.gl_pathv[index] else { continue }
      let path = String(cString: pointer)
      var status = stat()
      guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { continue }
      // Not even the names of what lies elsewhere are told.
      guard path.realPath.map(isReachable) ?? false else { throw Failure.outside(pattern) }
      files.append(File(name: path.fileName, path: path, size: Int(status.st_size)))
    }
    return files.sorted { $0.path.compareBytes(with: $1.path) < 0 }
  }

  /// The content of a UTF-8 file.
  func read(_ path: String) throws -> String {
    let path = try checked(path)
    try ArchiveFile.checkReading(path)
    var status = stat()
    guard stat(path, &status) == 0, access(path, R_OK) == 0 else { throw Failure.file(path, String(cString: strerror(errno))) }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Failure(
        Phrase(id: "`\(path)` adalah folder, bukan berkas", en: "`\(path)` is a folder, not a file"), status: .input)
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Failure.file(path, String(cString: strerror(EIO)))
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw Failure(
        Phrase(id: "`\(path)` bukan teks UTF-8", en: "`\(path)` is no UTF-8 text"), status: .input)
    }
    return text
  }
}

extension Failure {
  fileprivate static func outside(_ path: String) -> Failure {
    Failure(
      Phrase(id: "`\(path)` di luar folder yang boleh dipakai skrip", en: "`\(path)` is outside the folders that a script may use"),
      advice: Phrase(id: "izinkan foldernya dengan `--izinkan FOLDER`", en: "allow its folder with `--izinkan FOLDER`"),
      status: .forbidden)
  }

  fileprivate static func file(_ path: String, _ reason: String) -> Failure {
    Failure(Phrase(id: "`\(path)` tidak dapat dibuka (\(reason))", en: "`\(path)` can't be opened (\(reason))"), status: .input)
  }
}
