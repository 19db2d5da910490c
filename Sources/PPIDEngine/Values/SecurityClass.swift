/// The access class of an archive (SKKAAD); not the KIP category.
package enum SecurityClass: String, Sendable, CaseIterable {
  case biasa, terbatas, rahasia
}
