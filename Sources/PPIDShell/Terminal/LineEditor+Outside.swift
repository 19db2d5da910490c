import Glibc
import PPIDValues

extension LineEditor {
  /// Alt-E, and what is too long for the line: the entry is edited in the user's text editor. What comes back stands in
  /// the line again; if it is too long for that, it is the entry.
  func editOutside(_ text: String? = nil) {
    noteForUndo()
    let original = text ?? self.text
    guard let edited = lendTerminal({ ScratchFile.edit(original, environment: environment) }) else {
      notice = Phrase(
        id: "Penyunting teks gagal; atur VISUAL atau EDITOR. Baris tidak berubah.",
        en: "The text editor failed; set VISUAL or EDITOR. The line is unchanged.")
      return
    }
    if !line.replace(with: edited) { finish(.line(edited)) }
  }
}

/// A text in a file of its own, for another program to change.
private enum ScratchFile {
  /// The text after the user's editor was closed, without its last line ends; nil where that failed.
  static func edit(_ text: String, environment: [String: String]) -> String? {
    let folder = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    let suffix = ".ppid"
    var path = Array("\(folder)/ppid-XXXXXX\(suffix)".utf8CString)
    let descriptor = mkstemps(&path, Int32(suffix.utf8.count))
    guard descriptor >= 0 else { return nil }
    defer { unlink(path) }
    Terminal.write(text + "\n", to: descriptor)
    close(descriptor)
    let command = ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? "vi"
    let name = String(decoding: path.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard let editor = ChildProgram(command, arguments: [name], environment: environment), editor.wait() else {
      return nil
    }
    return contents(of: path)
  }

  private static func contents(of path: [CChar]) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      guard count > 0 else { break }
      bytes += chunk[..<count]
    }
    while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}
