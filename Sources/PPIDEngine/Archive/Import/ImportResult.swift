/// What an import found and did.
package struct ImportResult: Sendable {
  /// Records that the list holds: the sum of the next four.
  package internal(set) var read = 0
  package internal(set) var new = 0
  package internal(set) var changed = 0
  package internal(set) var unchanged = 0
  package internal(set) var refused = 0
  /// Why rows were refused, one entry for each value.
  package internal(set) var problems: [ImportProblem] = []
  /// What else the list holds: titles, headings, sections, with what they were taken for.
  package internal(set) var summary: ListSummary?
}
