/// The four categories of public information (UU 14/2008 arts. 9, 10, 11 and 17).
package enum Category: String, Sendable, CaseIterable {
  /// Announced at least every six months (art. 9).
  case berkala
  /// Announced at once (art. 10).
  case sertaMerta = "serta-merta"
  /// Available on request (art. 11).
  case setiapSaat = "setiap-saat"
  /// Excluded (art. 17): never part of the DIP.
  case dikecualikan
}
