import Foundation
import GRDB
import PPIDValues

extension Engine {
  /// The files of a record, or of all: nomor, nama, jenis (media type), ukuran (bytes), sha256, dilampirkan.
  package func files(of number: RecordNumber?) throws -> Relation {
    try require(.readArchive)
    if let number { _ = try store.read { try visibleRecord(number, $0) } }
    return .files(of: number, try visibility())
  }

  /// The files of a record, as `arsip lihat` names them; none for a guest.
  package func heldFiles(of number: RecordNumber) throws -> [HeldFile] {
    guard try actor().may(.readArchive) else { return [] }
    return try store.read { db in
      _ = try visibleRecord(number, db)
      return try store.files(of: [number.value], db)
    }
  }

  /// Attaches a copy of the file at `path` to a record, under its own name or another.
  ///
  /// The same content under the same name changes nothing, unless its bytes are missing or damaged: then it puts them right. Another
  /// content under a name that is taken is refused unless `replacing`.
  package func attach(_ path: String, to number: RecordNumber, as name: String?, replacing: Bool) throws
    -> (file: HeldFile, hasChanged: Bool)
  {
    try require(.writeRecords)
    let name = name ?? path.fileName
    guard HeldFile.isName(name) else { throw FileFailure.unfitName(name) }
    guard !store.isReadOnly else { throw StorageFailure.readOnly(path: store.path) }
    // Large files are not copied in vain.
    try store.read { _ = try recordForFiles(number, $0) }
    let copy = try store.contents.copy(path, check: store.checkInterruption)
    let file = HeldFile(record: number, name: name, type: copy.type, size: copy.size, digest: copy.digest)
    var hasChanged = false
    try change { db, event, now in
      let record = try recordForFiles(number, db)
      let old = try store.files(of: [number.value], db).first { $0.name == name }
      if old?.digest == file.digest {
        guard try fault(of: file.digest, size: file.size) != nil else { return nil }
        try copy.place(check: store.checkInterruption)
        try store.stage(copy)
        hasChanged = true
        return Event("arsip lampirkan", number.description, before: file.fields, after: file.fields + [Field("diperbaiki", .bool(true))])
      }
      guard old == nil || replacing else { throw FileFailure.nameTaken(number, name: name) }
      let before = try old.map { try attachedFields($0, db) } ?? []
      try store.discardContents(keptUntil: now, db)
      try copy.place(check: store.checkInterruption)
      try store.stage(copy)
      try store.attach(file, at: now, db)
      try store.noteRevision(of: record, before: [Field("berkas.\(name)", .optional(old?.digest))], event: event, at: now, db)
      hasChanged = true
      return Event("arsip lampirkan", number.description, before: before, after: file.fields)
    }
    return (file, hasChanged)
  }

  /// Takes a file from its record. Its bytes go with it, unless another record has the same.
  package func detach(_ name: String, from number: RecordNumber) throws -> HeldFile {
    try require(.writeRecords)
    var result: HeldFile?
    try change { db, event, now in
      let record = try recordForFiles(number, db)
      let file = try file(name, of: number, db)
      let before = try attachedFields(file, db)
      try store.discardContents(keptUntil: now, db)
      try store.detach(file, keptUntil: now.keepingContents, db)
      try store.noteRevision(of: record, before: [Field("berkas.\(name)", .text(file.digest))], event: event, at: now, db)
      result = file
      return Event("arsip copot", number.description, before: before)
    }
    return result!
  }

  /// Copies a file of a record to `path`, or into the folder there; the copy is checked against its SHA-256. Where to.
  package func copyOut(_ name: String?, of number: RecordNumber, to path: String) throws -> (file: HeldFile, path: String) {
    try require(.readArchive)
    let file = try store.read { db in
      _ = try visibleRecord(number, db)
      return try self.file(name, of: number, db)
    }
    var status = stat()
    let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    let target = isFolder ? "\(path)/\(file.plainName)" : path
    let source: RegularFile
    do {
      source = try RegularFile(path: store.contents.path(of: file.digest), followsLinks: false)
    } catch FileFailure.missing(let path) {
      throw FileFailure.unsound([FixityFault(kind: .missing, path: path, holders: [file])])
    }
    let copy = try StagedFile(path: target)
    let found = try source.hash {
      try store.checkInterruption()
      try copy.write($0)
    }
    guard found.digest == file.digest else {
      throw FileFailure.unsound([FixityFault(kind: .changed, path: source.path, holders: [file])])
    }
    try copy.close()
    try stage(copy)
    return (file, target)
  }

  // MARK: Rules

  /// A record whose files the person may change now.
  func recordForFiles(_ number: RecordNumber, _ db: Database) throws -> StoredRecord {
    let record = try visibleRecord(number, db)
    try requireRecords(of: record.unit)
    try checkChangeable(record)
    if let freeze = try store.freezes(of: [record.id], db).first { throw FileFailure.frozen(number, by: freeze.by) }
    return record
  }

  /// The file of that name; without a name the record's only one.
  private func file(_ name: String?, of number: RecordNumber, _ db: Database) throws -> HeldFile {
    let files = try store.files(of: [number.value], db)
    guard !files.isEmpty else { throw FileFailure.noFiles(number) }
    guard let name else {
      guard files.count == 1 else { throw FileFailure.severalFiles(number, names: files.map(\.name)) }
      return files[0]
    }
    guard let file = files.first(where: { $0.name == name }) else {
      throw FileFailure.unknownFile(number, name: name, nearest: Nearest.name(to: name, among: files.map(\.name)))
    }
    return file
  }

  /// A file as the journal tells it, with the time when it was attached.
  private func attachedFields(_ file: HeldFile, _ db: Database) throws -> [Field] {
    file.fields + (try store.attachmentTime(of: file, db).map { [Field("dilampirkan", .time($0))] } ?? [])
  }
}
