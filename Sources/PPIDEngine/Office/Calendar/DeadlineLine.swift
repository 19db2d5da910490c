import PPIDValues

/// One line of how a due time is reckoned: a day, or a stretch of one, and what it counts for.
package struct DeadlineLine: Sendable, Hashable {
  package enum Reason: Sendable, Hashable {
    /// The day of receipt, from which days are counted, and which itself is none.
    case received
    /// The office is open.
    case open
    /// The office's break.
    case pause
    /// Received after closing: time runs from the next opening.
    case afterHours
    /// Saturday or Sunday.
    case weekend
    /// Another day on which this office never works.
    case dayOff
    /// A national holiday, or collective leave.
    case holiday(Holiday)
    /// The due time itself, the last line.
    case due
  }

  package let date: CalendarDate
  package let reason: Reason
  /// Minutes since midnight; empty where it is a moment; nil for a whole day that doesn't count.
  package let span: Range<Int>?
  /// Minutes used up, or which working day it is.
  package let used: Int
  /// What is left of the standard time after it, in minutes or working days.
  package let left: Int

  init(_ date: CalendarDate, _ reason: Reason, _ span: Range<Int>? = nil, used: Int = 0, left: Int = 0) {
    self.date = date
    self.reason = reason
    self.span = span
    self.used = used
    self.left = left
  }
}
