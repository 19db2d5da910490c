/// What the machine does next: an operation on registers of the running function.
///
/// `a` is mostly the register of the result, `b` and `c` those of the operands; `d` is a number, an index or a distance to jump.
struct Instruction {
  var operation: Operation
  var a: UInt16 = 0
  var b: UInt16 = 0
  var c: UInt16 = 0
  var d: Int32 = 0
}

enum Operation: UInt8 {
  // Values
  /// a = b
  case move
  /// a = b, and b is empty then: what a temporary holds has no second owner.
  case take
  /// a = constant d
  case loadConstant
  /// a = the integer d
  case loadInteger
  case loadNull
  /// a = whether d isn't 0
  case loadBool
  case loadLastValue

  // Arithmetic: a = b op c, and with an integer: a = b op d
  case add, subtract, multiply, divide, floorDivide, remainder
  case addInteger, subtractInteger, multiplyInteger, floorDivideInteger, remainderInteger
  /// a += b, in place
  case addTo
  /// a = b op c; d is the operator's place in `BinaryOperator.allCases`.
  case binary
  case negate
  case not
  /// Refuses a unless it is logika.
  case requireBool

  // Jumps by d, backward ones count as a step; comparisons of a and b jump where the result is c
  case jump
  case jumpIfTrue, jumpIfFalse
  case jumpEqual, jumpLess, jumpLessOrEqual, jumpGreater, jumpGreaterOrEqual
  /// The same with the integer b.
  case jumpEqualInteger, jumpLessInteger, jumpLessOrEqualInteger, jumpGreaterInteger, jumpGreaterOrEqualInteger
  /// Jumps where the parameter's flag a says that it was given.
  case jumpIfGiven

  // Texts: of the parts d, with values from b on; lists, records: from the c registers from b on
  case concatenate
  case makeList
  /// a += that text, in place
  case appendText
  /// a += the list of the c values from b on, in place
  case appendItems
  /// Of shape d.
  case makeRecord
  /// a = b.name, with the field cache d; b is empty then if c isn't 0
  case field
  /// a = b[c]
  case index
  /// a[b] = c
  case setIndex
  /// a.name = c, with the field cache d
  case setField
  /// a.name += c, with the field cache d
  case addField
  /// Changes a along the path d, whose keys begin at b, with the value c.
  case assignPath

  // Loops: the state of one begins at a (see `Machine+Loops`)
  /// Begins, then jumps by d to the first `loopNext`; fields of a pruned loop are the list c - 1.
  case loopPrepare
  /// Puts the next element into b and jumps back by d.
  case loopNext
  /// The same for a loop whose elements are read by field.
  case loopNextRow
  /// a = the field c of the row of the loop at b, with the field cache d.
  case loopField
  case loopEnd

  // Calls
  /// Calls function d; its frame begins at a, with its arguments; so does its result.
  case call
  case callCommand
  case returnValue
  case returnNull
  case filter, extend, group

  // Statements
  case show
  /// Shows the plan of a, if c isn't 0, and of the stages d.
  case explain
  case fail
  /// Refuses with the message a, if c isn't 0.
  case failExpectation
  case pushHandler
  case popHandler
  case beginTransaction
  case commitTransaction
  /// Asks the host before a statement, when stepping.
  case willRun
}
