import Foundation
import PPIDValues

/// What holds of files: who may change them, which is meant, and whether their bytes are what they were.
struct FileRules {
  let inquiry: Inquiry

  private var rows: FileRows { FileRows(db: inquiry.db) }
  private var records: RecordRules { RecordRules(inquiry: inquiry) }
  /// The bytes of the archive's files.
  var contents: ContentStore { ContentStore(archive: inquiry.desk.archive.path) }

  // MARK: Files

  /// A record whose files the person may change now.
  func recordForFiles(_ number: RecordNumber) throws -> StoredRecord {
    let record = try records.visibleRecord(number)
    try inquiry.requireRecords(of: record.unit)
    try records.checkChangeable(record)
    if let freeze = try rows.freezes(of: [record.id]).first { throw HoldingFailure.frozen(number, by: freeze.by) }
    return record
  }

  /// The file of that name; without a name the record's only one.
  func file(_ name: String?, of number: RecordNumber) throws -> HeldFile {
    let files = try rows.files(of: [number.value])
    guard !files.isEmpty else { throw HoldingFailure.noFiles(number) }
    guard let name else {
      guard files.count == 1 else { throw HoldingFailure.severalFiles(number, names: files.map(\.name)) }
      return files[0]
    }
    guard let file = files.first(where: { $0.name == name }) else {
      throw HoldingFailure.unknownFile(number, name: name, nearest: Nearest.name(to: name, among: files.map(\.name)))
    }
    return file
  }

  /// A file as the journal tells it, with the time when it was attached.
  func attachedFields(_ file: HeldFile) throws -> [Field] {
    file.fields + (try rows.attachmentTime(of: file).map { [Field("dilampirkan", .time($0))] } ?? [])
  }

  // MARK: Contents

  /// What is wrong with the bytes of one content; nil when nothing is.
  func fault(of digest: String, size: Int) throws -> FixityFault.Kind? {
    try contents.fault(of: digest, size: size, check: inquiry.checkInterruption)
  }

  /// Reads every content of the archive again: how many there are, how many bytes, and which are missing or changed.
  func checkContents() throws -> (count: Int, bytes: Int, faults: [FixityFault]) {
    var damaged: [(digest: String, kind: FixityFault.Kind)] = []
    var (count, bytes) = (0, 0)
    try rows.forEachContent { digest, size in
      count += 1
      bytes += size
      if let kind = try fault(of: digest, size: size) { damaged.append((digest, kind)) }
    }
    return (count, bytes, try faults(damaged, in: contents))
  }

  /// Faults of contents that stand in `contents`, with those records that have them and that the person may see. What nobody has any
  /// more by now is none.
  func faults(_ damaged: [(digest: String, kind: FixityFault.Kind)], in contents: ContentStore) throws -> [FixityFault] {
    try damaged.compactMap { digest, kind in
      let holders = try rows.files(withDigest: digest)
      guard !holders.isEmpty else { return nil }
      let seen = try holders.filter { try RecordRows(db: inquiry.db).record($0.record).map(records.isVisible) ?? false }
      return FixityFault(kind: kind, path: contents.path(of: digest), holders: seen)
    }
  }

  /// What stands in the folder of contents without being one.
  func extraFiles() throws -> [FixityFault] {
    let folder = contents.folder
    var extra: [String] = []
    for shard in try names(in: folder) {
      let path = "\(folder)/\(shard)"
      guard shard.utf8.count == 2, let names = try? names(in: path) else {
        extra.append(path)
        continue
      }
      let known = try rows.contentDigests(beginning: shard)
      extra += names.filter { !known.contains(shard + $0) }.map { "\(path)/\($0)" }
      try inquiry.checkInterruption()
    }
    return extra.map { FixityFault(kind: .extra, path: $0, holders: []) }
  }

  private func names(in folder: String) throws -> [String] {
    guard access(folder, F_OK) == 0 else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
  }
}
