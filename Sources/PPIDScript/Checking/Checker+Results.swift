/// What a command makes of the table that is piped into it, as far as columns are known.
extension Checker {
  mutating func result(of binding: Binding) -> StaticType {
    let general = StaticType(binding.entry.signature.result)
    guard case .builtin = binding.entry.target else { return general }
    switch binding.command {
    case "gabung": return joined(binding)
    case "urutkan", "jumlah", "rata", "maks", "min": checkNeedOfColumn(binding)
    default: break
    }
    guard let columns = binding.input?.type.columns else { return general }
    let words = binding.given.compactMap { argument -> String? in
      switch argument.kind {
      case .word(let word): return word
      case .expression(let expression):
        guard case .literal(let value) = expression.kind else { return nil }
        return value.string
      case .option: return nil
      }
    }
    switch binding.command {
    case "urutkan", "ambil", "lewati", "unik", "balik", "daftar": return .table(columns)
    case "pilih": return .table(words.map { columns.column(named: $0) ?? Column($0) })
    case "buang": return .table(columns.filter { !words.contains($0.name) })
    case "pertama", "terakhir": return .row(columns)
    default: return general
    }
  }

  /// Reports a stage that names no column of a table, or one of plain values.
  private mutating func checkNeedOfColumn(_ binding: Binding) {
    var isNamed = true
    if case .absent = binding.arguments[1] { isNamed = false }
    switch binding.input?.type {
    case .table, .list(.record), .list(.row):
      if !isNamed { report(.certain(.columnNeeded(command: binding.command)), binding.head) }
    case .list(.value):
      if isNamed { report(.certain(.columnUnwanted(command: binding.command)), binding.head) }
    default: break
    }
  }

  /// The columns of a `gabung`, where both tables' are known; reports a key that a table is known not to have.
  private mutating func joined(_ binding: Binding) -> StaticType {
    let columns = binding.input?.type.columns
    var others: [Column]?
    if case .expression(let other)? = binding.given.first?.kind {
      var checker = self
      others = checker.check(other).type.columns
    }
    if case .value(let keys)? = binding.arguments.last, case .constant(let value) = keys.kind {
      for name in value.columnNames {
        _ = checkColumn(Word(text: name, range: keys.range), columns)
        if columns?.column(named: name) != nil { _ = checkColumn(Word(text: name, range: keys.range), others) }
      }
    }
    guard let columns, let others else { return .any }
    return .table(columns + others.filter { columns.column(named: $0.name) == nil })
  }
}
