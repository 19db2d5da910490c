import PPIDValues

/// The aggregates over a whole table or list: `hitung`, `jumlah`, `rata`, `maks`, `min`.
extension Builtin {
  static let hitung = Builtin(
    stage: "hitung",
    help: Phrase(id: "Banyaknya baris atau unsur.", en: "The number of rows or elements."),
    gives: .type(.int),
    examples: [Example("cetak $([5, 6, 7] | hitung)", prints: "3")]
  ) { arguments, _ in
    switch try StageInput(arguments) {
    case .rows(let table): try .int(table.count())
    case .values(let list): .int(list.count)
    }
  }

  static let jumlah = aggregate(
    .sum,
    help: Phrase(id: "Jumlah nilai-nilainya; 0 bila tidak ada.", en: "The sum of the values; 0 where there are none."),
    example: Example("cetak $([5, 6, 7] | jumlah)", prints: "18"))

  static let rata = aggregate(
    .average, help: Phrase(id: "Rata-rata nilai-nilainya.", en: "The average of the values."),
    example: Example("cetak $([5, 6, 7] | rata)", prints: "6.0"))

  static let maks = aggregate(
    .maximum, help: Phrase(id: "Nilai yang terbesar.", en: "The greatest of the values."),
    example: Example("cetak $([{n: 5}, {n: 7}] | maks n)", prints: "7"))

  static let min = aggregate(
    .minimum, help: Phrase(id: "Nilai yang terkecil.", en: "The least of the values."),
    example: Example("cetak $([5, 6, 7] | min)", prints: "5"))

  private static func aggregate(_ function: Aggregate.Function, help: Phrase, example: Example) -> Builtin {
    Builtin(
      stage: function.rawValue, help: help,
      [
        ParameterSignature(
          "kolom", .argument(required: false), .column,
          help: Phrase(
            id: "kolom yang dihitung; pada daftar nilai biasa tidak disebut",
            en: "the column to work on; not named for a list of plain values"))
      ],
      examples: [example]
    ) { arguments, monitor in
      let name = try arguments.names(1).first
      switch try StageInput(arguments) {
      case .rows(let table):
        guard let name else { throw RuntimeProblem.columnNeeded(command: arguments.command) }
        let aggregate = Aggregate(name: name, function: function, column: try table.index(of: name))
        let cursor = try table.grouped(by: [], [aggregate], monitor).rows()
        var row: [Value] = []
        return try cursor.next(&row) ? row[0] : Accumulator(function).result
      case .values(let list):
        guard name == nil || list.isEmpty else { throw RuntimeProblem.columnUnwanted(command: arguments.command) }
        var pace = Pace(monitor)
        var accumulator = Accumulator(function)
        for element in list {
          try pace.step()
          try accumulator.add(element)
        }
        return try accumulator.result
      }
    }
  }
}
