import PPIDValues

/// The stages with row expressions. What is piped is a list or a table; on a list of plain values the expression has no columns,
/// and `$it` is the element.
package enum RowStages {
  /// `saring`: the rows or elements for which `condition` is `benar`.
  package static func filter(_ piped: Value, _ condition: RowFunction, _ monitor: any Monitor) throws -> Value {
    switch try StageInput(Arguments(saring, [piped])) {
    case .rows(let table): return try .table(table.filtered(by: condition, monitor))
    case .values(let list):
      guard let first = list.first else { return .emptyList }
      guard condition.columns.isEmpty else { throw RuntimeProblem.noFields(first.type, condition.columns[0]) }
      var pace = Pace(monitor)
      var kept: [Value] = []
      for element in list {
        try pace.step()
        guard try condition.evaluate(condition.takesRow ? [element] : []).condition() else { continue }
        guard kept.count < List.largestCount else { throw RuntimeProblem.tooLarge(.list) }
        kept.append(element)
      }
      return .list(List(kept))
    }
  }

  /// `dengan nama = E`: the rows with a further column, or another value in the one of that name.
  package static func extend(
    _ piped: Value, _ name: String, _ expression: RowFunction, _ monitor: any Monitor
  ) throws -> Value {
    let input = try StageInput(Arguments(dengan, [piped]))
    guard let table = try input.rows(for: dengan.name) else { return .emptyList }
    return try .table(table.extended(name, expression, monitor))
  }

  /// `kelompok kunci… [nama = hitung() | jumlah|rata|maks|min(kolom)]…`; only `hitung` has no column.
  package static func group(
    _ piped: Value, by keys: [String],
    _ aggregates: [(name: String, function: Aggregate.Function, column: String?)], _ monitor: any Monitor
  ) throws -> Value {
    let input = try StageInput(Arguments(kelompok, [piped]))
    guard let table = try input.rows(for: kelompok.name) else {
      if !keys.isEmpty { return .emptyList }
      let row = Record(try aggregates.map { ($0.name, try Accumulator($0.function).result) })
      return .list(List([.record(row)]))
    }
    var names = keys
    for aggregate in aggregates {
      guard !names.contains(where: { $0.hasSameBytes(as: aggregate.name) }) else {
        throw RuntimeProblem.duplicateColumn(aggregate.name)
      }
      names.append(aggregate.name)
    }
    return try .table(
      table.grouped(
        by: table.places(of: keys),
        aggregates.map {
          Aggregate(name: $0.name, function: $0.function, column: try $0.column.map(table.index(of:)))
        }, monitor))
  }

  /// Their signatures, for help and completion; the parser reads what stands after their names.
  package static let signatures = [saring, dengan, kelompok]

  private static let saring = Signature(
    "saring",
    help: Phrase(
      id: "Menyaring baris yang memenuhi syarat; nama kolom ditulis langsung, `$it` adalah barisnya.",
      en: "Keeps the rows that meet a condition; columns are named as they are, `$it` is the row."),
    parameters: [
      .piped,
      ParameterSignature(
        "syarat", .argument(required: true), .any,
        help: Phrase(id: "perbandingan kolom, misalnya kategori == \"berkala\"", en: "such as kategori == \"berkala\"")),
    ],
    result: .any, examples: [Example("cetak $([{n: 1}, {n: 2}] | saring n > 1 | hitung)", prints: "1")])

  private static let dengan = Signature(
    "dengan",
    help: Phrase(
      id: "Menambahkan kolom yang dihitung dari setiap baris.", en: "Adds a column worked out from each row."),
    parameters: [
      .piped,
      ParameterSignature(
        "kolom", .argument(required: true), .any,
        help: Phrase(id: "nama = perhitungan, misalnya total = harga * banyak", en: "name = calculation")),
    ],
    result: .any, examples: [Example("cetak $([{n: 2}] | dengan m = n * 3 | jumlah m)", prints: "6")])

  private static let kelompok = Signature(
    "kelompok",
    help: Phrase(
      id: "Mengelompokkan baris menurut kolom, dengan hitung(), jumlah(k), rata(k), maks(k), min(k).",
      en: "Groups rows by columns, with hitung(), jumlah(k), rata(k), maks(k), min(k)."),
    parameters: [
      .piped,
      ParameterSignature(
        "kolom", .rest(required: false), .any,
        help: Phrase(
          id: "kolom kunci, lalu nama = hitung() dan seterusnya", en: "key columns, then name = hitung() and so on")),
    ],
    result: .any,
    examples: [
      Example(
        "cetak $([{k: \"a\", n: 1}, {k: \"a\", n: 2}] | kelompok k total = jumlah(n) | daftar)",
        prints: "[{\"k\":\"a\",\"total\":3}]")
    ])
}
