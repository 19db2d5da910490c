import PPIDValues

/// Where the journal doesn't add up.
package enum JournalFault: Refusal, Hashable {
  /// The entry's own hash doesn't fit its columns.
  case changed(entry: Int)
  /// The entry doesn't continue the one before it.
  case disconnected(entry: Int)
  /// Entries are missing before this one.
  case missing(before: Int)
  /// The journal ends before or after the entry at which it should.
  case wrongEnd(expected: Int, found: Int)
  /// What the entry keeps of its rows isn't what it was written with.
  case changedDigests(entry: Int)
  /// Rows that name the entry aren't as it left them, or are none of its own. `block`: which thousand of them, from 0, where that is
  /// known.
  case changedRows(entry: Int, table: String, block: Int?)

  package var kind: RefusalKind { .storage }

  package var advice: Phrase? {
    Phrase(id: "simpan salinan berkas itu dan pulihkan dari cadangan", en: "keep a copy of the file and restore a backup")
  }

  package var message: Phrase {
    switch self {
    case .changed(let entry):
      Phrase(
        id: "rantai jejak putus: catatan nomor \(entry) telah diubah", en: "the journal's chain is broken: entry \(entry) was changed")
    case .disconnected(let entry):
      Phrase(
        id: "rantai jejak putus: catatan nomor \(entry) tidak menyambung catatan sebelumnya",
        en: "the journal's chain is broken: entry \(entry) doesn't continue the entry before it")
    case .missing(let entry):
      Phrase(
        id: "rantai jejak putus: ada catatan yang hilang sebelum nomor \(entry)",
        en: "the journal's chain is broken: entries are missing before number \(entry)")
    case .wrongEnd(let expected, let found):
      Phrase(
        id: "rantai jejak putus: jejak seharusnya berakhir pada nomor \(expected), tetapi berakhir pada nomor \(found)",
        en: "the journal's chain is broken: it should end at number \(expected) but ends at number \(found)")
    case .changedDigests(let entry):
      Phrase(
        id: "rantai jejak putus: sidik baris milik catatan nomor \(entry) telah diubah",
        en: "the journal's chain is broken: the digests of entry \(entry)'s rows were changed")
    case .changedRows(let entry, let table, nil):
      Phrase(
        id: "tabel \(table) berisi baris yang tidak dikenal catatan nomor \(entry)",
        en: "the table \(table) holds rows that entry \(entry) doesn't know")
    case .changedRows(let entry, let table, let block?):
      Phrase(
        id: "baris tabel \(table) milik catatan nomor \(entry) telah diubah di luar program (seribu ke-\(block + 1))",
        en: "rows of the table \(table) that belong to entry \(entry) were changed outside of the program (thousand \(block + 1))")
    }
  }
}
