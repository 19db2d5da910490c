/// What was last drawn of a line under way.
package struct Drawing: Sendable {
  /// The whole text, and the cursor's place in it, in scalars.
  package let text: String
  package let cursor: Int
  package let size: Terminal.Size
  /// Whether a menu, a search or a notice stands below the text.
  package let hasMore: Bool
  /// Whether the cursor stands in the pattern that is being looked for, in the first row below the text.
  package let isSearching: Bool
  /// How much of what was typed it shows.
  package let bytesRead: Int
}
