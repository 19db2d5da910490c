/// A text as the words that it is made of, so that case, punctuation, spacing and small typing errors don't matter.
struct Words: Sendable, Hashable {
  /// In lower case; digits are words of their own.
  let list: [String]

  init(_ text: String) {
    var words: [String] = []
    var word = ""
    var previous: Unicode.Scalar?
    func isUpper(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isUppercase }
    func end() {
      if !word.isEmpty { words.append(word.lowercased()) }
      word = ""
    }
    for scalar in text.unicodeScalars {
      let isDigit = ("0"..."9").contains(scalar)
      guard isDigit || scalar.properties.isAlphabetic else {
        end()
        previous = nil
        continue
      }
      if let previous {
        let wasDigit = ("0"..."9").contains(previous)
        if isDigit != wasDigit || (isUpper(scalar) && !isUpper(previous)) { end() }
      }
      word.unicodeScalars.append(scalar)
      previous = scalar
    }
    end()
    list = words
  }

  /// Whether `written` is `word`, or as good as: the same first letter, and one letter wrong in a word of six or more,
  /// two in one of eleven or more.
  static func matches(_ written: String, _ word: String) -> Bool {
    if written == word { return true }
    let length = word.utf8.count
    let allowed = length >= 11 ? 2 : length >= 6 ? 1 : 0
    guard allowed > 0, written.utf8.first == word.utf8.first, abs(written.utf8.count - length) <= allowed else {
      return false
    }
    return distance(Array(written.utf8), Array(word.utf8)) <= allowed
  }

  /// How many letters must be put in, left out, changed or swapped with their neighbour.
  private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for (row, letter) in left.enumerated() {
      var current = [row + 1]
      for (column, other) in right.enumerated() {
        var best = min(last[column] + (letter == other ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, letter == right[column - 1], left[row - 1] == other {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current.append(best)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
