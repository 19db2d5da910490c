import Foundation

/// What tells an archive from every other: drawn when it is made, and never changed; its copies have the same.
package struct Identity: Sendable, Hashable {
  /// A UUID in lower case.
  package let text: String

  static func random() -> Identity { Identity(text: UUID().uuidString.lowercased()) }
}

extension Identity: StoredText {
  init?(stored text: String) {
    guard let identity = UUID(uuidString: text), identity.uuidString.lowercased() == text else { return nil }
    self.text = text
  }

  var stored: String { text }
}
