import PPIDValues

extension PublicList {
  /// The DIP in force in `period`; now, where nil.
  package func dip(_ period: Period?) throws -> Relation {
    try desk.require(.readEdition)
    return EditionTables.listedRecords(period: period, try desk.visibility())
  }

  package func editions() throws -> Relation {
    try desk.require(.readEdition)
    return EditionTables.editions()
  }

  /// Records of two months' DIPs, each with how it changed (baru, berubah, hapus, tetap) and the columns that did.
  package func difference(from earlier: Period, to later: Period) throws -> Relation {
    try desk.require(.readEdition)
    return EditionTables.difference(from: earlier, to: later, try desk.visibility())
  }
}
