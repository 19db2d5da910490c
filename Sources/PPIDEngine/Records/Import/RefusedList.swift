import PPIDValues

#if canImport(Glibc)
  import Glibc
#endif

/// The refused rows of a list, as a list to be mended and taken in again.
///
/// It stands in a folder `ditolak` beside the list that it comes from, under the same name, so that whoever takes in all lists of a
/// folder doesn't meet it again; it is made with the first row.
final class RefusedList: StagedFiles {
  let path: String
  private let folder: String
  private let file: StagedFile
  private var writer: ListWriter

  init(of list: String, reasonsIn language: Language) throws {
    let parts = list.split(separator: "/", omittingEmptySubsequences: false)
    folder = (parts.dropLast() + ["ditolak"]).joined(separator: "/")
    path = "\(folder)/\(parts.last ?? "")"
    if mkdir(folder, 0o777) != 0, errno != EEXIST { throw StagedFile.failure(path) }
    file = try StagedFile(path: path)
    writer = ListWriter(profile: .excel, reasonsIn: language)
    try file.write(writer.header())
  }

  func add(_ record: ListedRecord, for problems: [ImportProblem]) throws {
    try file.write(writer.line(refused: record, for: problems))
  }

  func putInPlace() throws { try file.putInPlace() }

  func discard() {
    file.discard()
    // Stays where it holds anything else.
    rmdir(folder)
  }
}
