import PPIDValues

/// Everything that can go wrong with values while a program runs. `RuntimeProblem+Words` says it to people.
package enum RuntimeProblem: Error, Sendable {
  // Operators
  case operands(BinaryOperator, ValueType, ValueType)
  case spanKinds(BinaryOperator, TimeSpan, TimeSpan)
  case negation(ValueType)
  /// What should be `logika`: a condition, or an operand of `dan`, `atau`, `bukan`.
  case notLogical(ValueType)
  case overflow(BinaryOperator)
  case notFinite(BinaryOperator)
  case divisionByZero(BinaryOperator)

  // Dates
  case workingDays
  case hoursOnDate(TimeSpan)
  case unevenPeriod(Period, TimeSpan)
  case outsideCalendar

  // Parts
  case indexOutOfRange(Int, count: Int)
  case wrongIndex(ValueType, ValueType)
  case noElements(ValueType)
  case noFields(ValueType, String)
  case missingField(String, nearest: String?)
  case unknownColumn(String, nearest: String?)
  case duplicateColumn(String)
  case notAssignable(ValueType)

  // Size
  case tooLarge(ValueType)
  case tooDeep

  // Functions and stages
  case wrongArgument(command: String, parameter: String, expected: [ValueType], found: ValueType)
  case missingArgument(command: String, parameter: String)
  case unreadable(String, as: ValueType)
  case tooLargeToRound(String)
  case emptySearch(command: String)
  case negativeCount(command: String, Int)
  case columnNeeded(command: String)
  case columnUnwanted(command: String)
  case rowsNeeded(command: String, ValueType)
  case notAddable(command: String, ValueType)

  // JSON
  case json(JSONProblem, line: Int, column: Int)
}

extension RuntimeProblem {
  /// What a run ends with that comes to it.
  var status: ExitStatus {
    if case .json = self { .input } else { .failed }
  }
}

/// What is wrong with a JSON text.
package enum JSONProblem: Error {
  case unexpected(Unicode.Scalar)
  case unexpectedEnd
  case trailing
  case tooDeep
  case numberTooLarge(String)
  case badNumber
  case controlCharacter
  case badEscape
  case loneSurrogate
  case duplicateName(String)
}

extension RuntimeProblem {
  /// That a record has no field of that name.
  static func missing(_ name: String, in record: Record) -> RuntimeProblem {
    .missingField(name, nearest: Nearest.name(to: name, among: record.names))
  }

  /// That a table has no column of that name.
  static func unknown(_ name: String, in columns: [Column]) -> RuntimeProblem {
    .unknownColumn(name, nearest: Nearest.name(to: name, among: columns.map(\.name)))
  }
}
