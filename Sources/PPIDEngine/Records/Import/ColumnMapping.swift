/// What `--peta` says of a list's columns, over what their heads say.
///
/// Each entry is `kolom=judul`: a head of the list and a column of the program (`Nama Arsip=judul`). The other way round
/// is understood too where only one side names a column of the program; where both do, the head comes first.
package struct ColumnMapping: Sendable, Hashable {
  private struct Entry: Sendable, Hashable {
    let head: String
    let field: ListField
  }

  private var entries: [Entry] = []

  /// A mapping that says nothing.
  package init() {}

  /// Reads the texts given to `--peta`; throws for one that is no `kolom=judul`, or that names no column.
  package init(_ texts: [String]) throws(ImportFailure) {
    for text in texts {
      let sides = text.split(separator: "=", maxSplits: 1).map { CellText.tidied(String($0)) ?? "" }
      guard sides.count == 2, !sides.contains("") else { throw .malformedMapping(text) }
      let entry: Entry
      if let field = ColumnMapping.field(sides[1]) {
        entry = Entry(head: sides[0], field: field)
      } else if let field = ColumnMapping.field(sides[0]) {
        entry = Entry(head: sides[1], field: field)
      } else {
        throw .unknownField(
          mapping: text, nearest: (ColumnMapping.nearest(sides[1]) ?? ColumnMapping.nearest(sides[0]))?.name)
      }
      // Several columns may be kept as they are; every other place takes one.
      guard entry.field == .extra || !entries.contains(where: { $0.field == entry.field }) else {
        throw .mappedTwice(entry.field.name)
      }
      entries.append(entry)
    }
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// The field to which a head is mapped; nil for none.
  func field(forHead head: String) -> ListField? {
    let words = Words(head)
    return entries.first { $0.head == head || Words($0.head) == words }?.field
  }

  /// Throws when an entry's head is none of `heads`, nor one of the `parts` of which heads of several rows are made.
  func check(heads: [String], parts: [String?]) throws(ImportFailure) {
    let known = Set((heads + parts.compactMap(\.self)).map { Words($0) })
    for entry in entries where !known.contains(Words(entry.head)) {
      throw .unknownHead(entry.head, heads: heads)
    }
  }

  /// How many of `heads` are mapped.
  func count(in heads: [String]) -> Int {
    heads.count { field(forHead: $0) != nil }
  }

  private static func field(_ name: String) -> ListField? {
    ListField(name.lowercased().replacing("-", with: "_"))
  }

  private static func nearest(_ name: String) -> ListField? {
    ListField.all.first { Words.matches(name.lowercased(), $0.name) }
  }
}
