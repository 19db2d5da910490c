/// How somebody names a record: by the archive's number, or by that of what is published.
package enum RecordName: Sendable, Hashable {
  case archive(RecordNumber)
  case published(PublicNumber)

  /// Reads `A-12` or `P-7K3QX2`; nil for anything else.
  package init?(_ text: String) {
    if let number = RecordNumber(text) {
      self = .archive(number)
    } else if let number = PublicNumber(text) {
      self = .published(number)
    } else {
      return nil
    }
  }
}
