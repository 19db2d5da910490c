/// One code of a classification scheme, with what its retention schedule (JRA) says of it.
package struct SchemeCode: Sendable, Hashable {
  package let code: String
  package var title: String?
  /// The schedule's two terms, as it words them, and the fate; all nil for a code that only groups others.
  package var active: String?
  package var inactive: String?
  package var fate: FinalFate?
  package var security: SecurityClass?

  /// The same under another code.
  func renamed(_ code: String) -> SchemeCode {
    SchemeCode(code: code, title: title, active: active, inactive: inactive, fate: fate, security: security)
  }

  /// Whether records can bear it: a code that only groups others has no retention.
  package var hasRetention: Bool { fate != nil }

  /// The code above it; nil for one at the top.
  package var parent: String? {
    code.lastIndex { SchemeCode.dividers.contains($0) }.map { String(code[..<$0]) }
  }

  private static let dividers: Set<Character> = [".", "/", "-"]

  /// The groups of which a code is made.
  static func groups(_ code: String) -> [Substring] { code.split(whereSeparator: dividers.contains) }

  /// Whether a text has the form of a code: letters and digits in groups, divided by `.`, `/` or `-`; at most 32 characters.
  package static func isCode(_ text: some StringProtocol) -> Bool {
    (1...32).contains(text.utf8.count)
      && text.split(omittingEmptySubsequences: false, whereSeparator: dividers.contains).allSatisfy { group in
        !group.isEmpty && group.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
  }
}
