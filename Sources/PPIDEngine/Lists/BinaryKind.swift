/// Files that are no text, told apart by what they begin with, so that a message can say what to do.
package enum BinaryKind: String, Sendable, CaseIterable {
  case spreadsheet, pdf, image, program, database, compressed, webPage, unknown

  /// How many bytes must be there to tell.
  static let signatureLength = 16

  private static let signatures: [(kind: BinaryKind, bytes: [UInt8])] = [
    (.spreadsheet, [0x50, 0x4B, 0x03, 0x04]),
    (.spreadsheet, [0xD0, 0xCF, 0x11, 0xE0]),
    (.pdf, Array("%PDF-".utf8)),
    (.program, [0x7F, 0x45, 0x4C, 0x46]),
    (.database, Array("SQLite format 3".utf8)),
    (.image, [0x89, 0x50, 0x4E, 0x47]),
    (.image, [0xFF, 0xD8, 0xFF]),
    (.image, Array("GIF8".utf8)),
    (.compressed, [0x1F, 0x8B]),
    (.compressed, Array("Rar!".utf8)),
    (.compressed, [0x37, 0x7A, 0xBC, 0xAF]),
    (.webPage, Array("<html".utf8)),
    (.webPage, Array("<!DOCTYPE html".utf8)),
    (.webPage, Array("<?xml".utf8)),
    (.webPage, Array("<table".utf8)),
    (.unknown, [0xFF, 0xFE, 0x00, 0x00]),
    (.unknown, [0x00, 0x00, 0xFE, 0xFF]),
  ]

  /// Nil for what may be a text.
  init?(signatureOf bytes: [UInt8]) {
    guard let found = BinaryKind.signatures.first(where: { bytes.starts(with: $0.bytes) }) else { return nil }
    self = found.kind
  }
}
