import PPIDValues

/// What `+`, `-` and `*` do with dates, times, periods and durations.
extension Value {
  /// `left + right` where neither is a number; throws `operands` where the two don't go together.
  static func time(_ left: Value, adding right: Value, _ operation: BinaryOperator) throws -> Value {
    switch (left, right) {
    case (.null, _), (_, .null): .null
    case (.span(let left), .span(let right)): try .span(left.combined(with: right, operation, +))
    case (.span(let span), .date), (.span(let span), .time), (.span(let span), .period):
      try right.moved(by: span, operation)
    case (_, .span(let span)): try left.moved(by: span, operation)
    default: try mismatch(operation, left, right)
    }
  }

  /// `left - right` where neither is a number.
  static func time(_ left: Value, subtracting right: Value) throws -> Value {
    switch (left, right) {
    case (.null, _), (_, .null): .null
    case (.date(let left), .date(let right)):
      .span(TimeSpan(.days, left.daysSinceEpoch - right.daysSinceEpoch))
    case (.time(let left), .time(let right)):
      try .span(TimeSpan(.minutes, 0).with(count: left.minutesSinceEpoch - right.minutesSinceEpoch, .subtract))
    case (.span(let left), .span(let right)): try .span(left.combined(with: right, .subtract, -))
    case (_, .span(let span)): try left.moved(by: span.with(count: -Int(span.count), .subtract), .subtract)
    default: try mismatch(.subtract, left, right)
    }
  }

  /// This date, time or period, so much later; the last day of a month is clamped.
  private func moved(by span: TimeSpan, _ operation: BinaryOperator) throws -> Value {
    let count = Int(span.count)
    let moved: Value? =
      switch (self, span.kind) {
      case (.date, .workingDays), (.time, .workingDays): throw RuntimeProblem.workingDays
      case (.date, .minutes): throw RuntimeProblem.hoursOnDate(span)
      case (.date(let date), .days): date.adding(days: count).map(Value.date)
      case (.date(let date), .months): date.adding(months: count).map(Value.date)
      case (.time(let time), .minutes): time.adding(minutes: count).map(Value.time)
      case (.time(let time), .days): time.adding(minutes: count * 1440).map(Value.time)
      case (.time(let time), .months): time.date.adding(months: count).map { .time(time.on($0)) }
      case (.period(let period), .months):
        if count % Int(period.kind.rawValue) == 0 {
          period.adding(months: count).map(Value.period)
        } else {
          throw RuntimeProblem.unevenPeriod(period, span)
        }
      case (.period(let period), _): throw RuntimeProblem.unevenPeriod(period, span)
      default: throw RuntimeProblem.operands(operation, type, .span)
      }
    guard let moved else { throw RuntimeProblem.outsideCalendar }
    return moved
  }
}

extension TimeSpan {
  /// A duration of the same kind; throws where that is too long to keep.
  func with(count: Int, _ operation: BinaryOperator) throws -> TimeSpan {
    guard let count = Int32(exactly: count) else { throw RuntimeProblem.overflow(operation) }
    return TimeSpan(kind, count)
  }

  fileprivate func combined(
    with other: TimeSpan, _ operation: BinaryOperator, _ combine: (Int, Int) -> Int
  ) throws -> TimeSpan {
    guard kind == other.kind else { throw RuntimeProblem.spanKinds(operation, self, other) }
    return try with(count: combine(Int(count), Int(other.count)), operation)
  }
}
