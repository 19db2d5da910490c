/// What kind of file some bytes are, told from how they begin, never from a name.
enum FileType {
  /// How many bytes of the beginning are looked at.
  static let sampleSize = 8192

  private static let signatures: [(offset: Int, bytes: [UInt8], type: String)] = [
    (0, Array("%PDF-".utf8), "application/pdf"),
    (0, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
    (0, [0xFF, 0xD8, 0xFF], "image/jpeg"),
    (0, Array("GIF87a".utf8), "image/gif"),
    (0, Array("GIF89a".utf8), "image/gif"),
    (0, [0x49, 0x49, 0x2A, 0x00], "image/tiff"),
    (0, [0x4D, 0x4D, 0x00, 0x2A], "image/tiff"),
    (8, Array("WEBP".utf8), "image/webp"),
    (4, Array("ftypheic".utf8), "image/heic"),
    (4, Array("ftyp".utf8), "video/mp4"),
    (8, Array("WAVE".utf8), "audio/wav"),
    (8, Array("AVI ".utf8), "video/x-msvideo"),
    (0, Array("ID3".utf8), "audio/mpeg"),
    (0, [0xFF, 0xFB], "audio/mpeg"),
    (0, Array("OggS".utf8), "application/ogg"),
    (0, [0x1A, 0x45, 0xDF, 0xA3], "video/x-matroska"),
    (0, Array("{\\rtf".utf8), "application/rtf"),
    (0, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/x-ole-storage"),
    (0, [0x1F, 0x8B], "application/gzip"),
    (0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "application/x-7z-compressed"),
    (0, Array("Rar!".utf8), "application/vnd.rar"),
    (257, Array("ustar".utf8), "application/x-tar"),
    (0, Array("SQLite format 3\0".utf8), "application/vnd.sqlite3"),
    (0, [0x7F, 0x45, 0x4C, 0x46], "application/x-executable"),
    (0, Array("MZ".utf8), "application/x-msdownload"),
  ]

  /// The media type of a file that begins with these bytes; `isWhole` when there are no more.
  static func mediaType(of beginning: [UInt8], isWhole: Bool) -> String {
    if beginning.isEmpty { return "application/x-empty" }
    if beginning.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return zipType(beginning) }
    if let found = signatures.first(where: { beginning.dropFirst($0.offset).starts(with: $0.bytes) }) { return found.type }
    return isText(beginning, isWhole: isWhole) ? textType(beginning) : "application/octet-stream"
  }

  /// Office documents are packages; what is in them tells which.
  private static func zipType(_ bytes: [UInt8]) -> String {
    let mark = Array("mimetype".utf8)
    if bytes.dropFirst(30).starts(with: mark) {
      let type = bytes.dropFirst(30 + mark.count).prefix { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "P") }
      let text = String(decoding: type, as: UTF8.self)
      if text.hasPrefix("application/") { return text }
    }
    let kinds = [("word/", "wordprocessingml.document"), ("xl/", "spreadsheetml.sheet"), ("ppt/", "presentationml.presentation")]
    let text = String(decoding: bytes, as: UTF8.self)
    let found = kinds.first { text.contains($0.0) }
    return found.map { "application/vnd.openxmlformats-officedocument.\($0.1)" } ?? "application/zip"
  }

  private static func isText(_ bytes: [UInt8], isWhole: Bool) -> Bool {
    guard !bytes.contains(0) else { return false }
    // The beginning may end within a character.
    return (0...(isWhole ? 0 : 3)).contains { String(validating: bytes.dropLast($0), as: UTF8.self) != nil }
  }

  private static func textType(_ bytes: [UInt8]) -> String {
    let start = String(decoding: bytes.prefix(512), as: UTF8.self).drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
    if start.hasPrefix("<!doctype html") || start.hasPrefix("<html") { return "text/html" }
    if start.hasPrefix("<?xml") { return "application/xml" }
    return "text/plain"
  }
}
