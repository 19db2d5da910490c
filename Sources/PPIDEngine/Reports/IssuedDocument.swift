import PPIDValues

/// A document that was issued: frozen for ever.
package struct IssuedDocument: Sendable, Hashable {
  package let id: Int
  package let kind: ReportKind
  package let period: Period
  package let unit: UnitCode?
  package let round: Int
  package let number: String?
  package let issued: LocalTime
  package let issuer: String

  /// `D-7`
  package var name: String { "D-\(id)" }
}
