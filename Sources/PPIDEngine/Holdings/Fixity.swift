import PPIDValues

extension Holdings {
  /// Reads every file that the archive holds again, and compares it with its SHA-256: how many there are, and how many bytes.
  ///
  /// The check is told in the journal, whatever it finds; then it throws ``HoldingFailure/unsound(_:)`` with every file that is
  /// missing, changed or extra.
  package func checkFiles() throws -> (count: Int, bytes: Int) {
    try desk.require(.readArchive)
    let (count, bytes, faults) = try desk.read { inquiry in
      let rules = FileRules(inquiry: inquiry)
      let (count, bytes, damaged) = try rules.checkContents()
      return (count, bytes, damaged + (try rules.extraFiles()))
    }
    if !desk.archive.isReadOnly {
      try desk.change(.readArchive) { change in
        try FileActs(change: change).discardContents()
        return Event(
          "arsip periksa-berkas",
          after: [Field("diperiksa", .int(count))]
            + FixityFault.Kind.allCases.map { kind in Field(kind.rawValue, .int(faults.count { $0.kind == kind })) })
      }
    }
    guard faults.isEmpty else { throw HoldingFailure.unsound(faults) }
    return (count, bytes)
  }
}
