import Crypto
import Foundation
import PPIDValues

/// The bytes of attached files, in a folder beside the archive: `arsip.db.berkas/ab/cdef…`, each content once under its SHA-256.
struct ContentStore: Sendable {
  let folder: String
  /// The archive's file, whose mode decides who may read the contents.
  private let archive: String
  /// For how many days the bytes of a file stay that was taken from its record, so that this can be taken back.
  static let daysKept = 30
  /// What the names of copies under way begin with; the number of their process follows.
  static let copyPrefix = "baru-"

  init(archive: String) {
    self.archive = archive
    folder = archive + ArchiveFile.contentEnding
  }

  func path(of digest: String) -> String { "\(folder)/\(digest.prefix(2))/\(digest.dropFirst(2))" }

  /// Copies the file at `path` beside its place, in bounded memory; `check` is asked now and then whether to go on.
  func copy(_ path: String, followsLinks: Bool = true, check: () throws -> Void) throws -> StagedContent {
    let source = try RegularFile(path: path, followsLinks: followsLinks)
    try makeFolder(folder)
    removeLeftovers()
    return try StagedContent(source, in: self, check: check)
  }

  /// What is wrong with the bytes of a content; nil when nothing is. `check` is asked now and then whether to go on.
  func fault(of digest: String, size: Int, check: () throws -> Void) throws -> FixityFault.Kind? {
    do {
      let file = try RegularFile(path: path(of: digest), followsLinks: false)
      guard file.size == size else { return .changed }
      return try file.hash { _ in try check() }.digest == digest ? nil : .changed
    } catch FileFailure.missing {
      return .missing
    } catch is FileFailure {
      // Something else stands there, or it can't be read.
      return .changed
    }
  }

  /// Has another store hold the contents of this one that `isWanted` says, without copying their bytes where the disk lets one file
  /// have two names: a content is never written to again, so neither can change under the other.
  func link(into other: ContentStore, where isWanted: (_ digest: String) -> Bool = { _ in true }, check: () throws -> Void) throws {
    try forEachDigest { digest in
      guard isWanted(digest) else { return }
      try check()
      let target = other.path(of: digest)
      try other.makeFolder(other.folder)
      try other.makeFolder(target.folderPath)
      if Glibc.link(path(of: digest), target) == 0 || errno == EEXIST { return }
      do {
        try FileManager.default.copyItem(atPath: path(of: digest), toPath: target)
      } catch {
        throw StagedFile.failure(target)
      }
    }
  }

  /// Takes away the contents that `isUnwanted` says; what can't be removed stays.
  func remove(where isUnwanted: (_ digest: String) -> Bool) {
    forEachDigest { if isUnwanted($0) { unlink(path(of: $0)) } }
    removeEmptyFolders()
  }

  /// Takes away folders in which nothing stands.
  func removeEmptyFolders() {
    for shard in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] { rmdir("\(folder)/\(shard)") }
    rmdir(folder)
  }

  /// Goes through the digests under which files stand here, whatever these hold; other files are passed over.
  func forEachDigest(_ body: (String) throws -> Void) rethrows {
    func names(_ folder: String) -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }
    func isHexadecimal(_ name: String, _ length: Int) -> Bool {
      name.utf8.count == length && name.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }
    for shard in names(folder) where isHexadecimal(shard, 2) {
      for name in names("\(folder)/\(shard)") where isHexadecimal(name, 62) { try body(shard + name) }
    }
  }

  /// Makes a folder of this store, where it isn't there yet.
  func makeFolder(_ path: String) throws {
    guard mkdir(path, 0o700) != 0 else {
      chmod(path, mode | (mode & 0o444) >> 2)
      return syncFolder(path.folderPath)
    }
    guard errno == EEXIST else { throw StagedFile.failure(path) }
  }

  /// Has a folder's entries on the disk, so that a name that was stored is there after the power fails.
  func syncFolder(_ path: String) {
    let descriptor = open(path.isEmpty ? "." : path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Who may read the archive may read its contents.
  var mode: mode_t {
    var status = stat()
    return stat(archive, &status) == 0 ? status.st_mode & 0o666 | 0o600 : 0o600
  }

  /// Takes away copies that killed runs left.
  func removeLeftovers() {
    for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] where name.hasPrefix(ContentStore.copyPrefix) {
      let number = name.dropFirst(ContentStore.copyPrefix.count).prefix { $0.isNumber }
      if let process = pid_t(number), kill(process, 0) != 0, errno == ESRCH { unlink("\(folder)/\(name)") }
    }
  }
}

extension LocalTime {
  /// Until when contents stay that are taken from their records at this time.
  var keepingContents: LocalTime? { adding(minutes: ContentStore.daysKept * 24 * 60) }
}
