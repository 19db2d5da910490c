import Foundation

/// A copy of a file that waits beside its place for the transaction that attaches it.
///
/// It is put in place before that transaction is stored, and taken away again when it isn't: a run that is killed in between leaves
/// bytes that nobody refers to, never a record that refers to nothing.
final class StagedContent: StagedFiles {
  let digest: String
  let size: Int
  let type: String

  private let store: ContentStore
  private let temporary: String
  private enum State { case copied, placed, kept, gone }
  private var state = State.copied

  init(_ source: RegularFile, in store: ContentStore, check: () throws -> Void) throws {
    self.store = store
    let temporary = "\(store.folder)/\(ContentStore.copyPrefix)\(getpid())-\(UUID().uuidString)"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw StagedFile.failure(temporary) }
    self.temporary = temporary
    do {
      var beginning: [UInt8] = []
      let (digest, size) = try source.hash { chunk in
        try check()
        if beginning.count < FileType.sampleSize { beginning += chunk.prefix(FileType.sampleSize - beginning.count) }
        try StagedContent.write(chunk, to: file, temporary)
      }
      // What was skipped at the end must be there too.
      guard ftruncate(file, off_t(size)) == 0, fchmod(file, store.mode) == 0, fsync(file) == 0 else {
        throw StagedFile.failure(temporary)
      }
      guard !source.hasChanged else { throw FileFailure.changedMeanwhile(path: source.path) }
      (self.digest, self.size) = (digest, size)
      type = FileType.mediaType(of: beginning, isWhole: size == beginning.count)
    } catch {
      close(file)
      unlink(temporary)
      throw error
    }
    close(file)
  }

  deinit { discard() }

  /// Puts the copy in its place, unless the same content stands there already. Bytes there that aren't what their name says are
  /// replaced for good: whoever refers to them means these.
  func place(check: () throws -> Void) throws {
    guard state == .copied else { return }
    let path = store.path(of: digest)
    let present = try store.fault(of: digest, size: size, check: check)
    guard present != nil else { return discard() }
    let folder = path.folderPath
    try store.makeFolder(folder)
    guard rename(temporary, path) == 0 else { throw StagedFile.failure(path) }
    state = present == .missing ? .placed : .kept
    store.syncFolder(folder)
  }

  /// Whether the bytes of the copy, read again, are those that were written.
  func isSound(check: () throws -> Void) throws -> Bool {
    guard state == .copied else { return true }
    return try RegularFile(path: temporary, followsLinks: false).hash { _ in try check() }.digest == digest
  }

  func putInPlace() {
    if state == .placed { state = .kept }
  }

  func discard() {
    switch state {
    case .copied: unlink(temporary)
    case .placed: unlink(store.path(of: digest))
    case .kept, .gone: return
    }
    state = .gone
  }

  private static func isNothing(_ chunk: ArraySlice<UInt8>) -> Bool {
    chunk.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress, bytes[0] == 0 else { return bytes.isEmpty }
      return memcmp(start, start + 1, bytes.count - 1) == 0
    }
  }

  /// Writes a chunk; one of nothing but zeros becomes a hole, so that a sparse file stays one.
  private static func write(_ chunk: ArraySlice<UInt8>, to file: Int32, _ path: String) throws {
    if isNothing(chunk) {
      guard lseek(file, off_t(chunk.count), SEEK_CUR) >= 0 else { throw StagedFile.failure(path) }
      return
    }
    try chunk.withUnsafeBytes { bytes in
      var written = 0
      while written < bytes.count {
        let count = Glibc.write(file, bytes.baseAddress! + written, bytes.count - written)
        guard count >= 0 || errno == EINTR else { throw StagedFile.failure(path) }
        written += max(count, 0)
      }
    }
  }
}
