import PPIDValues

/// Order: `urutkan`, `balik`, and `unik`, which keeps it.
extension Builtin {
  static let urutkan = Builtin(
    stage: "urutkan",
    help: Phrase(
      id: "Mengurutkan menurut kolom; kosong di depan, dengan --turun di belakang.",
      en: "Sorts by columns; kosong first, with --turun last."),
    [
      ParameterSignature(
        "kolom", .rest(required: false), .column,
        help: Phrase(
          id: "kolom-kolomnya; pada daftar nilai biasa tidak disebut",
          en: "the columns; not named for a list of plain values")),
      ParameterSignature(
        "turun", .flag, .types([.bool]), help: Phrase(id: "dari yang terbesar", en: "from the greatest down")),
    ],
    examples: [Example("cetak $([3, 1, 2] | urutkan --turun)", prints: "[3,2,1]")]
  ) { arguments, monitor in
    let names = try arguments.names(1)
    let descending = arguments.flag(2)
    switch try StageInput(arguments) {
    case .rows(let table):
      guard !names.isEmpty else { throw RuntimeProblem.columnNeeded(command: arguments.command) }
      return try .table(table.ordered(by: table.places(of: names), descending: descending, monitor))
    case .values(let list):
      guard names.isEmpty || list.isEmpty else { throw RuntimeProblem.columnUnwanted(command: arguments.command) }
      if list.range != nil, !descending { return .list(list) }
      return try .list(List(Sorting.sorted(list.elements, descending: descending, monitor)))
    }
  }

  static let balik = Builtin(
    stage: "balik",
    help: Phrase(id: "Membalik urutan.", en: "Reverses the order."),
    examples: [Example("cetak $([3, 1, 2] | balik)", prints: "[2,1,3]")]
  ) { arguments, monitor in
    switch try StageInput(arguments) {
    case .rows(let table): try .table(table.reversed(monitor))
    case .values(let list): try .list(List(list.elements.reversed()))
    }
  }

  static let unik = Builtin(
    stage: "unik",
    help: Phrase(
      id: "Baris atau unsur yang sama hanya sekali, yang pertama.",
      en: "Equal rows or elements once, the first of each."),
    examples: [Example("cetak $([3, 1, 3.0] | unik)", prints: "[3,1]")]
  ) { arguments, monitor in
    switch try StageInput(arguments) {
    case .rows(let table): return try .table(table.distinct(monitor))
    case .values(let list):
      if list.range != nil { return .list(list) }
      var pace = Pace(monitor)
      var seen: Set<ValueKey> = []
      return try .list(
        List(
          list.filter { element in
            try pace.step()
            return try seen.insert(ValueKey(element.withoutTables())).inserted
          }))
    }
  }
}
