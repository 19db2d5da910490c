import Glibc
import PPIDValues

extension Holdings {
  /// The files of a record, or of all: nomor, nama, jenis (media type), ukuran (bytes), sha256, dilampirkan.
  package func files(of number: RecordNumber?) throws -> Relation {
    try desk.require(.readArchive)
    if let number { _ = try desk.read { try RecordRules(inquiry: $0).visibleRecord(number) } }
    return FileTables.files(of: number, try desk.visibility())
  }

  /// The files of a record, as `arsip lihat` names them; none for a guest.
  package func heldFiles(of number: RecordNumber) throws -> [HeldFile] {
    try desk.read { inquiry in
      guard try inquiry.actor().may(.readArchive) else { return [] }
      _ = try RecordRules(inquiry: inquiry).visibleRecord(number)
      return try FileRows(db: inquiry.db).files(of: [number.value])
    }
  }

  /// Attaches a copy of the file at `path` to a record, under its own name or another.
  ///
  /// The same content under the same name changes nothing, unless its bytes are missing or damaged: then it puts them right. Another
  /// content under a name that is taken is refused unless `replacing`.
  package func attach(_ path: String, to number: RecordNumber, as name: String?, replacing: Bool) throws
    -> (file: HeldFile, hasChanged: Bool)
  {
    try desk.require(.writeRecords)
    let name = name ?? path.fileName
    guard HeldFile.isName(name) else { throw HoldingFailure.unfitName(name) }
    let archive = desk.archive
    guard !archive.isReadOnly else { throw StorageFailure.readOnly(path: archive.path) }
    // Large files are not copied in vain.
    try desk.read { _ = try FileRules(inquiry: $0).recordForFiles(number) }
    let copy = try ContentStore(archive: archive.path).copy(path, check: archive.checkInterruption)
    let file = HeldFile(record: number, name: name, type: copy.type, size: copy.size, digest: copy.digest)
    let hasChanged = try desk.change(.writeRecords) { change in
      let event = try attach(file, copy, replacing: replacing, change)
      return (event != nil, event)
    }
    return (file, hasChanged)
  }

  private func attach(_ file: HeldFile, _ copy: StagedContent, replacing: Bool, _ change: Change) throws -> Event? {
    let (number, name) = (file.record, file.name)
    let rules = FileRules(inquiry: change)
    let record = try rules.recordForFiles(number)
    let old = try FileRows(db: change.db).files(of: [number.value]).first { $0.name == name }
    if old?.digest == file.digest {
      guard try rules.fault(of: file.digest, size: file.size) != nil else { return nil }
      try place(copy)
      return Event("arsip lampirkan", number.description, before: file.fields, after: file.fields + [Field("diperbaiki", .bool(true))])
    }
    guard old == nil || replacing else { throw HoldingFailure.nameTaken(number, name: name) }
    let before = try old.map(rules.attachedFields) ?? []
    let acts = FileActs(change: change)
    try acts.discardContents()
    try place(copy)
    try acts.attach(file, at: change.now)
    try RecordRows(db: change.db).noteRevision(of: record, before: [Field("berkas.\(name)", .optional(old?.digest))], at: change.now)
    return Event("arsip lampirkan", number.description, before: before, after: file.fields)
  }

  private func place(_ copy: StagedContent) throws {
    try copy.place(check: desk.archive.checkInterruption)
    try desk.archive.stage(copy)
  }

  /// Takes a file from its record. Its bytes go with it, unless another record has the same.
  package func detach(_ name: String, from number: RecordNumber) throws -> HeldFile {
    try desk.change(.writeRecords) { change in
      let rules = FileRules(inquiry: change)
      let record = try rules.recordForFiles(number)
      let file = try rules.file(name, of: number)
      let before = try rules.attachedFields(file)
      let acts = FileActs(change: change)
      try acts.discardContents()
      try acts.detach(file, keptUntil: change.now.keepingContents)
      try RecordRows(db: change.db).noteRevision(of: record, before: [Field("berkas.\(name)", .text(file.digest))], at: change.now)
      return (file, Event("arsip copot", number.description, before: before))
    }
  }

  /// Copies a file of a record to `path`, or into the folder there; the copy is checked against its SHA-256. Where to.
  package func copyOut(_ name: String?, of number: RecordNumber, to path: String) throws -> (file: HeldFile, path: String) {
    try desk.require(.readArchive)
    let file = try desk.read { inquiry in
      _ = try RecordRules(inquiry: inquiry).visibleRecord(number)
      return try FileRules(inquiry: inquiry).file(name, of: number)
    }
    var status = stat()
    let isFolder = stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    let target = isFolder ? "\(path)/\(file.plainName)" : path
    let source: RegularFile
    do {
      source = try RegularFile(path: ContentStore(archive: desk.archive.path).path(of: file.digest), followsLinks: false)
    } catch FileFailure.missing(let path) {
      throw HoldingFailure.unsound([FixityFault(kind: .missing, path: path, holders: [file])])
    }
    let copy = try StagedFile(path: target)
    let found = try source.hash {
      try desk.archive.checkInterruption()
      try copy.write($0)
    }
    guard found.digest == file.digest else {
      throw HoldingFailure.unsound([FixityFault(kind: .changed, path: source.path, holders: [file])])
    }
    try copy.close()
    try desk.archive.stage(copy)
    return (file, target)
  }
}
