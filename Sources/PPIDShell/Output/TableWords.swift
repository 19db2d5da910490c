import PPIDValues

/// What tables say around their rows.
enum TableWords {
  static let noRows = Phrase(id: "(tidak ada baris)", en: "(no rows)")
  static let emptyList = Phrase(id: "(daftar kosong)", en: "(an empty list)")

  /// `1.234 baris`
  static func rows(_ count: Int) -> Phrase {
    let number = IndonesianNumber.spelling(of: count)
    return Phrase(id: "\(number) baris", en: count == 1 ? "1 row" : "\(number) rows")
  }

  /// `1.234 unsur`
  static func elements(_ count: Int) -> Phrase {
    let number = IndonesianNumber.spelling(of: count)
    return Phrase(id: "\(number) unsur", en: count == 1 ? "1 element" : "\(number) elements")
  }

  /// Which columns there was no room for, and where to find them.
  static func hidden(_ names: [String]) -> Phrase {
    let list = names.joined(separator: ", ")
    return Phrase(
      id: "\(names.count) kolom tidak muat: \(list). Pilih kolom dengan `| pilih`, atau pakai `--format vertikal`.",
      en:
        "\(names.count) \(names.count == 1 ? "column doesn't" : "columns don't") fit: \(list). Choose columns with `| pilih`, or use `--format vertikal`."
    )
  }
}
