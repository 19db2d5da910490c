/// What the checker finds out about an operand that completion asks about.
struct ProbedOperand {
  let type: StaticType
  /// The variables that can be named there.
  let variables: [String: StaticType]
}

extension Checker {
  /// The columns of the pipeline that ends at `end`, as far as they are known before anything runs. The rest of the source may be
  /// wrong.
  static func columns(
    ofPipelineEndingAt end: Int, in source: SourceText, catalog: any Catalog, session: Session
  ) -> [Column]? {
    probing(end, in: source, catalog, session).probed?.columns
  }

  /// The operand that ends at `end`, with what is known of it; of the variables of a session, what they hold now.
  static func operand(endingAt end: Int, in source: SourceText, catalog: any Catalog, session: Session) -> ProbedOperand? {
    probing(end, in: source, catalog, session).probedOperand
  }

  private static func probing(_ end: Int, in source: SourceText, _ catalog: any Catalog, _ session: Session) -> Checker {
    DeepStack.run(for: source) {
      let script = Parser.parse(source).script
      var checker = Checker(source, catalog, .session, script, session)
      checker.probe = end
      checker.lastType = StaticType(withFieldsOf: session.lastValue)
      for (name, variable) in checker.scopes[0] {
        let type = session.value(of: name).map(StaticType.init(withFieldsOf:)) ?? variable.type
        checker.scopes[0][name] = Variable(slot: variable.slot, type: type, loopUse: nil)
      }
      _ = checker.checkScript(script, session)
      return checker
    }
  }

  /// Notes an operand that ends where it is asked for.
  mutating func noted(_ operand: Typed, _ range: SourceRange) -> Typed {
    guard range.upperBound == probe, probedOperand == nil else { return operand }
    var variables: [String: StaticType] = [:]
    for scope in scopes { variables.merge(scope.mapValues(\.type)) { $1 } }
    if let row = rows.last { variables["it"] = row.known.map(StaticType.row) ?? .any }
    probedOperand = ProbedOperand(type: operand.type, variables: variables)
    return operand
  }
}

extension StaticType {
  /// Elements of a list that are looked at.
  private static let mostElements = 100

  /// The same as of any value that exists, and the fields of records, which may change before the script that reads them runs.
  init(withFieldsOf value: Value) {
    switch value {
    case .record(let record): self = .row(StaticType.fields(of: record))
    case .list(let list):
      var columns: [Column] = []
      for index in 0..<min(list.count, StaticType.mostElements) {
        if case .record(let record) = list[index] { columns = columns.joined(with: StaticType.fields(of: record)) }
      }
      self = columns.isEmpty ? .value(.list) : .list(.record(columns))
    default: self.init(of: value)
    }
  }

  private static func fields(of record: Record) -> [Column] {
    zip(record.names, record.values).map { Column($0, $1.type) }
  }

  /// What may stand behind a `.`: the fields of a record, the columns of a table or of a list of records.
  var fields: [Column] {
    switch self {
    case .record(let fields), .row(let fields): fields
    default: columns ?? []
    }
  }
}
