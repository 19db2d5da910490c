import PPIDValues

/// Stretches of a table or list: `ambil`, `lewati`, `pertama`, `terakhir`.
extension Builtin {
  static let ambil = Builtin(
    stage: "ambil",
    help: Phrase(
      id: "Mengambil n baris atau unsur pertama; sisanya tidak dibaca.",
      en: "Takes the first n rows or elements; the rest is not read."),
    [.count],
    examples: [Example("cetak $([5, 6, 7] | ambil 2)", prints: "[5,6]")]
  ) { arguments, monitor in
    let count = try arguments.count(1)
    switch try StageInput(arguments) {
    case .rows(let table): return try .table(table.limited(to: count, monitor))
    case .values(let list): return .list(list.part(0..<Swift.min(count, list.count)))
    }
  }

  static let lewati = Builtin(
    stage: "lewati",
    help: Phrase(id: "Melewati n baris atau unsur pertama.", en: "Skips the first n rows or elements."),
    [.count],
    examples: [Example("cetak $([5, 6, 7] | lewati 2)", prints: "[7]")]
  ) { arguments, monitor in
    let count = try arguments.count(1)
    switch try StageInput(arguments) {
    case .rows(let table): return try .table(table.skipping(count, monitor))
    case .values(let list): return .list(list.part(Swift.min(count, list.count)..<list.count))
    }
  }

  static let pertama = Builtin(
    stage: "pertama",
    help: Phrase(
      id: "Baris atau unsur pertama; kosong bila tidak ada.",
      en: "The first row or element; kosong where there is none."),
    examples: [
      Example("cetak $([5, 6, 7] | pertama)", prints: "5"), Example("cetak $(jenis $([] | pertama))", prints: "kosong"),
    ]
  ) { arguments, monitor in
    switch try StageInput(arguments) {
    case .rows(let table): try table.limited(to: 1, monitor).records().next().map(Value.record) ?? .null
    case .values(let list): list.first ?? .null
    }
  }

  static let terakhir = Builtin(
    stage: "terakhir",
    help: Phrase(
      id: "Baris atau unsur terakhir; kosong bila tidak ada.",
      en: "The last row or element; kosong where there is none."),
    examples: [Example("cetak $([5, 6, 7] | terakhir)", prints: "7")]
  ) { arguments, monitor in
    switch try StageInput(arguments) {
    case .rows(let table): return try table.last(monitor)
    case .values(let list): return list.last ?? .null
    }
  }
}

extension ParameterSignature {
  fileprivate static let count = ParameterSignature(
    "n", .argument(required: true), .types([.int]), help: Phrase(id: "banyaknya", en: "how many"))
}

extension Table {
  /// The last row, or `kosong`: from the source if it can read backwards, else by reading all rows and keeping one.
  fileprivate func last(_ monitor: any Monitor) throws -> Value {
    if let backwards = source.pushing(.reverse) {
      return try Table(backwards).limited(to: 1, monitor).records().next().map(Value.record) ?? .null
    }
    var pace = Pace(monitor)
    let records = try records()
    var last = Value.null
    while let record = try records.next() {
      try pace.step()
      last = .record(record)
    }
    return last
  }
}

extension List {
  /// The elements at these places; a range's part is a range.
  fileprivate func part(_ places: Range<Int>) -> List {
    guard let range, !places.isEmpty else { return List(Array(self[places])) }
    return List(range.lowerBound + places.lowerBound...range.lowerBound + places.upperBound - 1)
  }
}
