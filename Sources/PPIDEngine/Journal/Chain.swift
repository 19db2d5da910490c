import Crypto

/// The arithmetic of the journal's hash chain.
///
/// An entry's hash is the SHA-256 of its columns in the table's order, all but `hash` itself; each as `<length in bytes>:<bytes>,`
/// or `-,` where it is NULL. The column `previous_hash` ties it to the entry before; the first entry's is 64 zeros. Anybody can
/// reckon it again with a few lines of any language.
enum Chain {
  static let start = String(repeating: "0", count: 64)

  /// The hash of an entry whose columns are these bytes.
  static func hash(_ columns: [[UInt8]?]) -> String {
    var sum = SHA256()
    for column in columns {
      if let column {
        sum.update(data: Array("\(column.count):".utf8))
        sum.update(data: column)
        sum.update(data: [UInt8(ascii: ",")])
      } else {
        sum.update(data: Array("-,".utf8))
      }
    }
    return hexadecimal(sum.finalize())
  }
}
