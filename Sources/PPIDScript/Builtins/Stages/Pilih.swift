import PPIDValues

/// Choosing columns: `pilih`, `buang`.
extension Builtin {
  static let pilih = Builtin(
    stage: "pilih",
    help: Phrase(
      id: "Memilih kolom-kolom, dalam urutan yang disebut.", en: "Keeps the named columns, in that order."),
    [.columns],
    examples: [Example("cetak $([{a: 1, b: 2}] | pilih b)", prints: "[{\"b\":2}]")]
  ) { arguments, _ in
    guard let table = try StageInput(arguments).rows(for: arguments.command) else { return .emptyList }
    return try .table(table.projected(to: table.places(of: arguments.names(1))))
  }

  static let buang = Builtin(
    stage: "buang",
    help: Phrase(id: "Membuang kolom-kolom yang disebut.", en: "Drops the named columns."),
    [.columns],
    examples: [Example("cetak $([{a: 1, b: 2}] | buang b)", prints: "[{\"a\":1}]")]
  ) { arguments, _ in
    guard let table = try StageInput(arguments).rows(for: arguments.command) else { return .emptyList }
    let dropped = try table.places(of: arguments.names(1))
    return try .table(table.projected(to: table.columns.indices.filter { !dropped.contains($0) }))
  }
}

extension ParameterSignature {
  fileprivate static let columns = ParameterSignature(
    "kolom", .rest(required: true), .column, help: Phrase(id: "nama kolom-kolomnya", en: "the names of the columns"))
}
