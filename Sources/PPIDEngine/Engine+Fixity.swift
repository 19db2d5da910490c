import Foundation
import GRDB

extension Engine {
  /// Reads every file that the archive holds again, and compares it with its SHA-256: how many there are, and how many bytes.
  ///
  /// The check is told in the journal, whatever it finds; then it throws ``FileFailure/unsound(_:)`` with every file that is
  /// missing, changed or extra.
  package func checkFiles() throws -> (count: Int, bytes: Int) {
    try require(.readArchive)
    let (count, bytes, damaged) = try checkContents()
    let faults = try damaged + store.read(extraFiles).map { FixityFault(kind: .extra, path: $0, holders: []) }
    if !store.isReadOnly {
      try change { db, _, now in
        try store.discardContents(keptUntil: now, db)
        return Event(
          "arsip periksa-berkas",
          after: [Field("diperiksa", .int(count))]
            + FixityFault.Kind.allCases.map { kind in Field(kind.rawValue, .int(faults.count { $0.kind == kind })) })
      }
    }
    guard faults.isEmpty else { throw FileFailure.unsound(faults) }
    return (count, bytes)
  }

  /// What is wrong with the bytes of one content; nil when nothing is.
  func fault(of digest: String, size: Int) throws -> FixityFault.Kind? {
    try store.contents.fault(of: digest, size: size, check: store.checkInterruption)
  }

  /// Reads every content of the archive again: how many there are, how many bytes, and which are missing or changed.
  func checkContents() throws -> (count: Int, bytes: Int, faults: [FixityFault]) {
    var damaged: [(digest: String, kind: FixityFault.Kind)] = []
    var (count, bytes) = (0, 0)
    try store.read { db in
      try store.forEachContent(db) { digest, size in
        count += 1
        bytes += size
        if let kind = try fault(of: digest, size: size) { damaged.append((digest, kind)) }
      }
    }
    return (count, bytes, try faults(damaged, in: store.contents))
  }

  /// Faults of contents that stand in `contents`, with those records that have them and that the person may see. What nobody has any
  /// more by now is none.
  func faults(_ damaged: [(digest: String, kind: FixityFault.Kind)], in contents: ContentStore) throws -> [FixityFault] {
    try store.read { db in
      try damaged.compactMap { digest, kind in
        let holders = try store.files(withDigest: digest, db)
        guard !holders.isEmpty else { return nil }
        let seen = try holders.filter { try store.record($0.record, db).map(isVisible) ?? false }
        return FixityFault(kind: kind, path: contents.path(of: digest), holders: seen)
      }
    }
  }

  /// What stands in the folder of contents without being one.
  private func extraFiles(_ db: Database) throws -> [String] {
    let folder = store.contents.folder
    var extra: [String] = []
    for shard in try names(in: folder) {
      let path = "\(folder)/\(shard)"
      guard shard.utf8.count == 2, let names = try? names(in: path) else {
        extra.append(path)
        continue
      }
      let known = try store.contentDigests(beginning: shard, db)
      extra += names.filter { !known.contains(shard + $0) }.map { "\(path)/\($0)" }
      try store.checkInterruption()
    }
    return extra
  }

  private func names(in folder: String) throws -> [String] {
    guard access(folder, F_OK) == 0 else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
}
