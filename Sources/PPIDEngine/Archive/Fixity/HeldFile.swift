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
