import Glibc

/// Has the bytes of discarded contents taken away when the transaction that discarded them is stored.
final class DiscardedContents: StagedFiles {
  private unowned let archive: Archive

  init(of archive: Archive) {
    self.archive = archive
  }

  func putInPlace() throws { try archive.read { try FileRows(db: $0).removeDiscardedContents() } }
  func discard() {}
}

extension FileRows {
  /// Takes away the bytes of discarded contents. The run must hold the archive.
  func removeDiscardedContents() throws {
    let contents = ContentStore(archive: db.path)
    for digest in try discardedContents() {
      // Bytes that can't be removed now are tried again by the next run.
      guard unlink(contents.path(of: digest)) == 0 || errno == ENOENT else { continue }
      try removeDiscarded(digest)
    }
  }
}
