import PPIDValues

/// What an import found and did.
package struct ImportResult: Sendable {
  /// Records that the list holds.
  package var read = 0
  package var new = 0
  package var changed = 0
  package var unchanged = 0
  package var refused = 0
  /// Why rows were refused, one entry a value.
  package var problems: [ImportProblem] = []
  /// Rows of the list that are no records and no headings, with the reason for leaving them out.
  package var skipped: [SkippedRow] = []

  package init() {}
}
