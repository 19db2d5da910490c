/// What an import found and did.
package struct ImportResult: Sendable {
  /// Records that the list holds: the sum of the next four.
  package internal(set) var read = 0
  package internal(set) var new = 0
  package internal(set) var changed = 0
  package internal(set) var unchanged = 0
  package internal(set) var refused = 0
  /// Why rows were refused, one entry for each value; of a list that is wrong all over, the first thousand.
  package private(set) var problems: [ImportProblem] = []
  /// How many there are in all.
  package private(set) var problemCount = 0
  /// The list of the refused rows, where one was written.
  package internal(set) var refusedList: String?
  /// What else the list holds: titles, headings, sections, with what they were taken for.
  package internal(set) var summary: ListSummary?

  private static let keptProblems = 1000

  /// Counts a row that is refused for these reasons.
  mutating func refuse(_ reasons: [ImportProblem]) {
    refused += 1
    problemCount += reasons.count
    problems += reasons.prefix(ImportResult.keptProblems - problems.count)
  }
}
