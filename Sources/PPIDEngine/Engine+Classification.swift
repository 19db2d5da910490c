import Foundation
import GRDB
import PPIDValues

extension Engine {
  /// The codes of a scheme, of the one in force where nil: kode, uraian, the three texts of its schedule, keamanan, versi.
  package func schemeCodes(of version: Int?) throws -> Relation {
    try require(.readArchive)
    if let version { try store.read { try checkScheme(version, $0) } }
    return .schemeCodes(of: version)
  }

  /// One code of a scheme, with the codes right below it.
  package func schemeCode(_ text: String, of version: Int?) throws -> (code: SchemeCode, below: [String], version: Int) {
    try require(.readArchive)
    return try store.read { db in
      guard let version = try version ?? store.lastScheme(db) else { throw ClassificationFailure.noScheme }
      try checkScheme(version, db)
      let codes = try store.codes(ofScheme: version, db)
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
    try require(.careForArchive)
    let list = try SchemeReader(path: path, separator: options.separator, acceptsSuggestions: options.acceptsSuggestions)
    var result = SchemeImportResult()
    result.problems = list.problems
    result.refused = list.refused
    result.mended = list.mended
    result.notes = list.notes.map { ($0.row, $0.text) }
    result.read = list.codes.count + list.refused
    try change { db, event, now in
      result.version = try store.lastScheme(db)
      let before = try result.version.map { try store.codes(ofScheme: $0, db) } ?? []
      let old = Dictionary(uniqueKeysWithValues: before.map { ($0.code, $0) })
      result.new = list.codes.count { old[$0.code] == nil }
      result.unchanged = list.codes.count { old[$0.code] == $0 }
      result.changed = list.codes.count - result.new - result.unchanged
      let others = before.count - result.unchanged - result.changed
      if !options.keepsOthers { result.removed = others }
      if result.refused > 0, !options.isPartial { throw ClassificationFailure.refused(result) }
      guard !list.codes.isEmpty else { throw ClassificationFailure.noCodes }
      let codes = options.keepsOthers ? Engine.merged(before, list.codes) : list.codes
      guard codes != before else { return nil }
      let file = path.fileName
      let version = try store.insertScheme(codes, file: file, at: now, event: event, db)
      result.version = version
      return Event(
        "klasifikasi impor", "versi \(version)",
        after: [
          Field("berkas", .text(file)), Field("baru", .int(result.new)), Field("berubah", .int(result.changed)),
          Field("hilang", .int(result.removed)), Field("tetap", .int(result.unchanged)), Field("diperbaiki", .int(result.mended.count)),
        ], count: codes.count)
    }
    return result
  }

  /// The codes of a scheme with what a list says of them, and behind them those that are new.
  private static func merged(_ before: [SchemeCode], _ listed: [SchemeCode]) -> [SchemeCode] {
    let new = Dictionary(uniqueKeysWithValues: listed.map { ($0.code, $0) })
    let known = Set(before.map(\.code))
    return before.map { new[$0.code] ?? $0 } + listed.filter { !known.contains($0.code) }
  }

  private func checkScheme(_ version: Int, _ db: Database) throws {
    guard try store.hasScheme(version, db) else {
      throw ClassificationFailure.unknownScheme(version, last: try store.lastScheme(db))
    }
  }
}
