import PPIDValues

/// Functions that ask a record for its fields: `kunci`, `ada`.
extension Builtin {
  static let kunci = Builtin(
    "kunci",
    help: Phrase(
      id: "Nama kolom-kolom rekaman atau tabel.", en: "The names of a record's fields or a table's columns."),
    [.record], gives: .type(.list), examples: [Example("cetak $(kunci {a: 1, b: 2})", prints: "[\"a\",\"b\"]")]
  ) { arguments, _ in
    try .list(List(arguments.fieldNames(0).map(Value.text)))
  }

  static let ada = Builtin(
    "ada",
    help: Phrase(
      id: "Apakah rekaman atau tabel punya kolom bernama itu.",
      en: "Whether a record or table has a field of that name."),
    [
      .record,
      ParameterSignature(
        "nama", .argument(required: true), .text, help: Phrase(id: "nama kolomnya", en: "the name of the field")),
    ],
    gives: .type(.bool), examples: [Example("cetak $(ada {a: 1} b)", prints: "salah")]
  ) { arguments, _ in
    let name = try arguments.text(1).string
    return .bool(try arguments.fieldNames(0).contains { $0.hasSameBytes(as: name) })
  }
}

extension ParameterSignature {
  fileprivate static let record = ParameterSignature(
    "rekaman", .argument(required: true), .types([.record, .table, .list]),
    help: Phrase(id: "rekaman atau tabelnya", en: "the record or table"))
}

extension Arguments {
  fileprivate func fieldNames(_ index: Int) throws -> [String] {
    switch try value(index) {
    case .record(let record): return record.names
    case .table(let table): return table.columns.map(\.name)
    case .list(let list):
      if let table = list.table() { return table.columns.map(\.name) }
      guard list.isEmpty else { throw try wrong(index, [.record, .table]) }
      return []
    default: throw try wrong(index, [.record, .table])
    }
  }
}
