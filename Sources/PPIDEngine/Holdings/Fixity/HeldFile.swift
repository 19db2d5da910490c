import PPIDValues

/// A file that is attached to a record.
package struct HeldFile: Sendable, Hashable {
  package let record: RecordNumber
  package let name: String
  /// Media type, told from the bytes.
  package let type: String
  /// Bytes.
  package let size: Int
  /// SHA-256, 64 hexadecimal digits.
  package let digest: String

  /// Whether a text can be a file's name: of one path component, 255 bytes at most, whatever else it holds.
  package static func isName(_ text: String) -> Bool {
    (1...255).contains(text.utf8.count) && text != "." && text != ".." && !text.utf8.contains(UInt8(ascii: "/")) && !text.utf8.contains(0)
  }

  /// The name as a new file outside of the archive may bear it: without control characters.
  package var plainName: String {
    String(String.UnicodeScalarView(name.unicodeScalars.map { $0.properties.generalCategory == .control ? "_" : $0 }))
  }
}

extension HeldFile {
  /// The file as the journal tells it.
  var fields: [Field] {
    [Field("nama", .text(name)), Field("jenis", .text(type)), Field("ukuran", .int(size)), Field("sha256", .text(digest))]
  }

  /// The file that an entry of the journal tells of; nil where it tells of none.
  init?(of record: RecordNumber, _ fields: [Field]) {
    guard let name = fields["nama"]?.text, let type = fields["jenis"]?.text, case .int(let size)? = fields["ukuran"],
      let digest = fields["sha256"]?.text
    else { return nil }
    self.init(record: record, name: name, type: type, size: size, digest: digest)
  }
}
