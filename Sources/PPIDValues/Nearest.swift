/// Finds the name that somebody probably meant.
package enum Nearest {
  /// Of `candidates`, the one with the fewest typing mistakes against `word`; nil when none is near enough to be offered.
  package static func name(to word: String, among candidates: some Sequence<String>) -> String? {
    let typed = Array(word.lowercased().unicodeScalars)
    let allowed = typed.count <= 3 ? 1 : typed.count <= 7 ? 2 : 3
    var best: (name: String, mistakes: Int)?
    for candidate in candidates where !candidate.hasSameBytes(as: word) {
      let mistakes = self.mistakes(typed, Array(candidate.lowercased().unicodeScalars))
      if mistakes <= allowed, mistakes < candidate.unicodeScalars.count, mistakes < best?.mistakes ?? .max {
        best = (candidate, mistakes)
      }
    }
    return best?.name
  }

  /// The number of letters to insert, leave out, replace or swap with a neighbour.
  private static func mistakes(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    guard abs(left.count - right.count) <= 3 else { return .max }
    var beforeLast = [Int](repeating: 0, count: right.count + 1)
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        var cost = min(last[column + 1], current[column]) + 1
        cost = min(cost, last[column] + (left[row] == right[column] ? 0 : 1))
        if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
