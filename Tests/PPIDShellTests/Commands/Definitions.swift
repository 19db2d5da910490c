import PPIDScript

@testable import PPIDShell

/// Every command there is, those of the language included.
enum Definitions {
  static let signatures = CommandTable.shared.signatures + Builtins.signatures
}
