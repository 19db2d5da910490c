import Foundation

/// A session as it was typed, with what it printed.
///
///     # What this shows.
///     @ --waktu 2026-11-10T09:00
///     > unit tambah SETDA "Sekretariat Daerah"
///     unit SETDA (Sekretariat Daerah) ditambahkan
///     > untuk u di $(unit) {
///     …     cetak $u.kode
///     … }
///     SETDA
///     $ printf 'gagal "tidak"' | ppid
///     galat: tidak
///     …
///     # status 1
///
/// A line after `>` is given to `ppid -c`, one after `$` to the system's shell, both in a folder that begins empty; lines after
/// `…` continue it. `@` has the flags of the `>` lines that follow. What stands below is printed, on both streams; a status other
/// than 0 is named. Other `#` lines before an entry are remarks.
struct Transcript {
  struct Entry {
    enum Kind: Character {
      case flags = "@"
      case line = ">"
      case shell = "$"
    }

    let kind: Kind
    /// The entry as it stands in the file.
    let head: [String]
    /// What it prints, with the status.
    var printed: [String] = []
    /// Remarks and empty lines before the next entry.
    var remarks: [String] = []

    /// What is run.
    var text: String { head.map { $0.dropFirst(2) }.joined(separator: "\n") }
  }

  let name: String
  /// Remarks before the first entry.
  private(set) var opening: [String] = []
  private(set) var entries: [Entry] = []

  init(name: String, _ text: String) {
    self.name = name
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    if lines.last == "" { lines.removeLast() }
    opening = lines.take { Transcript.kind(of: $0) == nil }
    while let first = lines.popFirst(), let kind = Transcript.kind(of: first) {
      var entry = Entry(kind: kind, head: [first] + lines.take { $0.hasPrefix("… ") || $0 == "…" })
      entry.printed = lines.take { Transcript.kind(of: $0) == nil }
      while let last = entry.printed.last, last.isEmpty || last.hasPrefix("#") && !last.hasPrefix("# status ") {
        entry.remarks.insert(entry.printed.removeLast(), at: 0)
      }
      entries.append(entry)
    }
  }

  /// The file's text with what `printed` says for each entry.
  func text(printing printed: [[String]]) -> String {
    let lines = zip(entries, printed).flatMap { $0.head + $1 + $0.remarks }
    return (opening + lines).map { $0 + "\n" }.joined()
  }

  private static func kind(of line: String) -> Entry.Kind? {
    guard line.dropFirst().first == " " else { return nil }
    return line.first.flatMap(Entry.Kind.init)
  }
}

extension ArraySlice<String> {
  /// Takes lines off the front as long as they meet `condition`.
  fileprivate mutating func take(while condition: (String) -> Bool) -> [String] {
    let taken = prefix(while: condition)
    removeFirst(taken.count)
    return Array(taken)
  }
}
