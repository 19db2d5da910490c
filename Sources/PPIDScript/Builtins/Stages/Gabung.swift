import PPIDValues

/// Bringing tables together, and out of the database: `gabung`, `daftar`.
extension Builtin {
  static let gabung = Builtin(
    stage: "gabung",
    help: Phrase(
      id: "Menambahkan kolom dari baris tabel lain yang kolom kuncinya sama.",
      en: "Adds the columns of the rows of another table whose key columns are equal."),
    [
      ParameterSignature(
        "lain", .argument(required: true), .types([.list, .table]),
        help: Phrase(id: "tabel yang kedua", en: "the other table")),
      ParameterSignature(
        "pada", .option(required: true), .several(.text),
        help: Phrase(id: "kolom yang dicocokkan", en: "the columns that must be equal")),
    ],
    examples: [
      Example("cetak $([{k: 1, a: 5}] | gabung [{k: 1, b: 6}] --pada k)", prints: "[{\"k\":1,\"a\":5,\"b\":6}]")
    ]
  ) { arguments, monitor in
    guard let table = try StageInput(arguments).rows(for: arguments.command) else { return .emptyList }
    let other: Table
    switch try arguments.value(1) {
    case .table(let table): other = table
    case .list(let list) where list.isEmpty: return .emptyList
    case .list(let list):
      guard let table = list.table() else { throw RuntimeProblem.rowsNeeded(command: arguments.command, list[0].type) }
      other = table
    default: throw try arguments.wrong(1, [.table, .list])
    }
    let names = try arguments.value(2).columnNames
    guard !names.isEmpty else { throw RuntimeProblem.columnNeeded(command: arguments.command) }
    return try .table(table.joined(with: other, on: names, monitor))
  }

  static let daftar = Builtin(
    stage: "daftar",
    help: Phrase(
      id: "Menyimpan baris-baris tabel seperti adanya sekarang.", en: "Keeps the rows of a table as they are now."),
    gives: .type(.list),
    examples: [Example("cetak $([{a: 1}] | saring a == 1 | daftar)", prints: "[{\"a\":1}]")]
  ) { arguments, monitor in
    switch try arguments.value(0) {
    case .table(let table): return try .list(table.list(monitor))
    case .list(let list): return .list(list)
    default: throw try arguments.wrong(0, [.table, .list])
    }
  }
}

extension Value {
  /// The columns that a value of `--pada` names: a list of them, or a text with commas between them.
  var columnNames: [String] {
    switch self {
    case .text(let text): text.string.split(separator: ",").map { String($0.trimmingPrefix(" ")) }
    case .list(let list): list.compactMap(\.string)
    default: []
    }
  }
}
