import PPIDValues

extension Schedule {
  /// The codes of a scheme, of the one in force where nil: kode, uraian, the three texts of its schedule, keamanan, versi.
  package func schemeCodes(of version: Int?) throws -> Relation {
    try desk.require(.readArchive)
    if let version { try desk.read { try checkScheme(version, SchemeRows(db: $0.db)) } }
    return SchemeTables.schemeCodes(of: version)
  }

  /// One code of a scheme, with the codes right below it.
  package func schemeCode(_ text: String, of version: Int?) throws -> (code: SchemeCode, below: [String], version: Int) {
    try desk.require(.readArchive)
    return try desk.read { inquiry in
      let rows = SchemeRows(db: inquiry.db)
      guard let version = try version ?? rows.lastScheme() else { throw ClassificationFailure.noScheme }
      try checkScheme(version, rows)
      let codes = try rows.codes(ofScheme: version)
      guard let code = codes.first(where: { $0.code == text }) ?? codes.first(where: { $0.code.lowercased() == text.lowercased() }) else {
        throw ClassificationFailure.unknownCode(text, nearest: Nearest.name(to: text, among: codes.map(\.code)))
      }
      return (code, codes.filter { $0.parent == code.code }.map(\.code), version)
    }
  }

  /// Takes in a classification scheme with its retention schedule as a further version, which is in force from then on.
  ///
  /// Records keep the scheme by which their codes were read so far. A list that says what the scheme in force says changes nothing.
  /// Throws ``ClassificationFailure/refused(_:)`` when a cell can't be read, unless the options accept that.
  package func importScheme(_ path: String, _ options: SchemeImportOptions) throws -> SchemeImportResult {
    try desk.require(.careForArchive)
    let list = try SchemeReader(path: path, separator: options.separator, acceptsSuggestions: options.acceptsSuggestions)
    return try desk.change(.careForArchive) { change in
      let rows = SchemeRows(db: change.db)
      let last = try rows.lastScheme()
      let before = try last.map { try rows.codes(ofScheme: $0) } ?? []
      var result = SchemeImportResult(of: list, inPlaceOf: before, version: last, keepsOthers: options.keepsOthers)
      if result.refused > 0, !options.isPartial { throw ClassificationFailure.refused(result) }
      guard !list.codes.isEmpty else { throw ClassificationFailure.noCodes }
      let codes = options.keepsOthers ? merged(before, list.codes) : list.codes
      guard codes != before else { return (result, nil) }
      let version = try rows.insertScheme(codes, file: path.fileName, at: change.now)
      result.version = version
      let event = Event(
        "klasifikasi impor", "versi \(version)",
        after: [
          Field("berkas", .text(path.fileName)), Field("baru", .int(result.new)), Field("berubah", .int(result.changed)),
          Field("hilang", .int(result.removed)), Field("tetap", .int(result.unchanged)), Field("diperbaiki", .int(result.mended.count)),
        ], count: codes.count)
      return (result, event)
    }
  }

  /// The codes of a scheme with what a list says of them, and behind them those that are new.
  private func merged(_ before: [SchemeCode], _ listed: [SchemeCode]) -> [SchemeCode] {
    let new = Dictionary(uniqueKeysWithValues: listed.map { ($0.code, $0) })
    let known = Set(before.map(\.code))
    return before.map { new[$0.code] ?? $0 } + listed.filter { !known.contains($0.code) }
  }

  private func checkScheme(_ version: Int, _ rows: SchemeRows) throws {
    guard try rows.hasScheme(version) else { throw ClassificationFailure.unknownScheme(version, last: try rows.lastScheme()) }
  }
}
