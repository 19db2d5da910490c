/// What a command makes of the table that is piped into it, as far as columns are known.
extension Checker {
  func result(of entry: CommandTable.Entry, _ arguments: ArraySlice<Argument>, input: StaticType?) -> StaticType {
    let general = StaticType(entry.signature.result)
    guard case .builtin = entry.target, let columns = input?.columns else { return general }
    let words = arguments.compactMap { argument -> String? in
      switch argument.kind {
      case .word(let word): return word
      case .expression(let expression):
        guard case .literal(let value) = expression.kind else { return nil }
        return value.string
      case .option: return nil
      }
    }
    switch entry.signature.name {
    case "urutkan", "ambil", "lewati", "unik", "balik", "daftar": return .table(columns)
    case "pilih": return .table(words.map { columns.column(named: $0) ?? Column($0) })
    case "buang": return .table(columns.filter { !words.contains($0.name) })
    case "pertama", "terakhir": return .row(columns)
    case "gabung": return joined(columns, arguments)
    default: return general
    }
  }

  /// The columns of a `gabung`, where the other table's are known.
  private func joined(_ columns: [Column], _ arguments: ArraySlice<Argument>) -> StaticType {
    guard case .expression(let other)? = arguments.first?.kind else { return .any }
    var checker = self
    guard let others = checker.check(other).type.columns else { return .any }
    return .table(columns + others.filter { columns.column(named: $0.name) == nil })
  }
}
