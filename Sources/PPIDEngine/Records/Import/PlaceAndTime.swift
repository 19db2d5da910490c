import PPIDValues

/// Where and when something was made, read from one text: `Jakarta, 2025`.
struct PlaceAndTime: Sendable, Hashable {
  var place: String?
  /// The time as given.
  var when: String?

  private static let timeWords: Set<String> = [
    "tahun", "bulan", "minggu", "hari", "tanggal", "tgl", "triwulan", "tw", "semester", "kuartal", "ta", "tahunan",
    "bulanan", "mingguan", "harian", "triwulanan", "berkala", "setiap", "tiap", "saat", "sewaktu", "insidentil",
    "insidental", "rutin", "awal", "akhir", "sejak", "sampai", "periode", "sekarang", "kini",
  ]

  /// Reads a text that is a time, and may have a place before or after a comma.
  ///
  /// In a column for both, where `mayBePlaceAlone`, the text can also be a place only, or name the place without a comma.
  init(_ text: String, mayBePlaceAlone: Bool) {
    guard text.utf8.count <= CellText.longestPhrase else {
      when = text
      return
    }
    for cut in text.utf8.indices where Self.mayDivide(text.utf8[cut]) {
      let left = Self.bare(text[..<cut])
      let right = Self.bare(text[cut...])
      if Self.isPlace(left), Self.isTime(right) {
        (place, when) = (left, right)
        return
      }
      if Self.isTime(left), Self.isPlace(right) {
        (place, when) = (right, left)
        return
      }
    }
    if !mayBePlaceAlone {
      when = text
    } else if Self.isPlace(text) {
      place = text
    } else {
      (place, when) = Self.dividedAtTime(text)
    }
  }

  /// A part without the marks that divided it from another.
  private static func bare(_ part: Substring) -> String {
    let isMark = { (character: Character) in character.isWhitespace || ",;".contains(character) }
    return String(part.drop(while: isMark).reversed().drop(while: isMark).reversed())
  }

  private static func mayDivide(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "\n")
  }

  /// `Jakarta Tahun 2023` is a place up to the first word of time.
  private static func dividedAtTime(_ text: String) -> (String?, String?) {
    let words = text.split(separator: " ")
    guard let first = words.firstIndex(where: { isTime(String($0)) }), first > 0 else { return (nil, text) }
    let place = words[..<first].joined(separator: " ")
    return isPlace(place) ? (place, words[first...].joined(separator: " ")) : (nil, text)
  }

  private static func isTime(_ text: String) -> Bool {
    if text.contains(where: \.isNumber) { return true }
    return Words(text).list.contains(where: isTimeWord)
  }

  private static func isPlace(_ text: String) -> Bool {
    guard !text.contains(where: \.isNumber) else { return false }
    let words = Words(text).list
    return !words.isEmpty && !words.contains(where: isTimeWord)
  }

  private static func isTimeWord(_ word: String) -> Bool {
    timeWords.contains(word) || IndonesianDate.isWeekday(word) || IndonesianDate.month(word) != nil
  }
}
