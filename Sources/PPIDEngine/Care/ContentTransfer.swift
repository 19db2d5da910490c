import Foundation

/// Contents on their way from one folder to another, as a backup is made or put back: each is checked where it comes from and read
/// again where it was written, and what is there already is not copied.
///
/// What was brought stays only when it is put in place at the end.
final class ContentTransfer: StagedFiles {
  private let source: ContentStore
  private let target: ContentStore
  private var brought: [StagedContent] = []
  /// What can't be had, and why.
  private(set) var damaged: [(digest: String, kind: FixityFault.Kind)] = []
  /// What the target holds soundly now of all that was to be brought.
  private(set) var count = 0
  private(set) var bytes = 0

  init(from source: ContentStore, to target: ContentStore) {
    self.source = source
    self.target = target
  }

  /// Counts anew; what was brought before stays brought.
  func begin() { (damaged, count, bytes) = ([], 0, 0) }

  /// Has the target hold a content; what neither folder holds soundly is noted in `damaged`. `check` is asked now and then whether
  /// to go on.
  func bring(_ digest: String, size: Int, check: () throws -> Void) throws {
    guard try target.fault(of: digest, size: size, check: check) != nil else { return had(size) }
    let copy: StagedContent
    do {
      copy = try target.copy(source.path(of: digest), followsLinks: false, check: check)
    } catch FileFailure.missing {
      return damaged.append((digest, .missing))
    } catch is FileFailure {
      return damaged.append((digest, .changed))
    }
    guard copy.digest == digest else { return damaged.append((digest, .changed)) }
    guard try copy.isSound(check: check) else { throw CareFailure.unequalFile(path: target.path(of: digest)) }
    try copy.place(check: check)
    brought.append(copy)
    had(size)
  }

  func putInPlace() { brought.forEach { $0.putInPlace() } }

  func discard() {
    brought.forEach { $0.discard() }
    target.removeEmptyFolders()
  }

  private func had(_ size: Int) {
    count += 1
    bytes += size
  }
}
