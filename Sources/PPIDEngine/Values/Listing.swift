/// How a record stands towards the DIP.
package enum Listing: String, Sendable {
  /// Not listed.
  case none = "belum"
  /// Proposed for the next edition.
  case proposed = "diusulkan"
  /// In the edition in force.
  case listed = "tercantum"
  /// Taken out: it returns only by a proposal.
  case out = "dikeluarkan"
}

/// What may be asked of the next edition for a record.
enum ListingRequest: String {
  case proposal = "usul"
  case removal = "keluarkan"

  var action: String { "dip \(rawValue)" }
}
