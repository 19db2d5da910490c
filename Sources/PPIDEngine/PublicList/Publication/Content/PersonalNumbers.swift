/// Hides the numbers of persons in what is published (UU 27/2022): NIP and other staff numbers, NIK, telephone numbers. Years, document
/// numbers, codes and amounts stay.
///
/// A number is looked at in its groups of digits, as people write it (`19800101 200501 1 001`, `(022) 420 4483`), and with the word
/// before it.
struct PersonalNumbers {
  /// What stands in a hidden number's place.
  static let mask = "[disamarkan]"

  /// The text with such numbers hidden.
  static func masked(_ text: String) -> String {
    guard text.utf8.count(where: isDigit) >= 6 else { return text }
    var scanner = PersonalNumbers(Array(text.utf8))
    return scanner.run() ?? text
  }

  private let bytes: [UInt8]
  private var output: [UInt8] = []
  /// How far `output` has come in `bytes`.
  private var copied = 0

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Nil when nothing is to be hidden.
  private mutating func run() -> String? {
    var place = 0
    while place < bytes.count {
      guard Self.isDigit(bytes[place]) else {
        place += 1
        continue
      }
      let groups = groups(from: place)
      var index = 0
      while index < groups.count {
        if let last = lastGroup(ofNumberAt: index, groups) {
          hide(from: opening(groups[index]), to: groups[last].upperBound)
          index = last + 1
        } else {
          index += 1
        }
      }
      place = groups[groups.count - 1].upperBound
    }
    guard copied > 0 else { return nil }
    output += bytes[copied...]
    return String(decoding: output, as: UTF8.self)
  }

  private mutating func hide(from start: Int, to end: Int) {
    output += bytes[copied..<start]
    output += Array(Self.mask.utf8)
    copied = end
  }

  /// Where a number begins that begins with this group: with its plus or bracket.
  private func opening(_ group: Range<Int>) -> Int {
    var start = group.lowerBound
    if start > copied, bytes[start - 1] == UInt8(ascii: "+") { start -= 1 }
    if start > copied, bytes[start - 1] == UInt8(ascii: "(") { start -= 1 }
    return start
  }

  // MARK: Groups

  /// The groups of digits from `start` on that only a few spaces, dots, dashes or brackets part.
  private func groups(from start: Int) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    var place = start
    while true {
      let begin = place
      while place < bytes.count, Self.isDigit(bytes[place]) { place += 1 }
      groups.append(begin..<place)
      var next = place
      while next < bytes.count, next - place < 6, let length = separator(at: next) { next += length }
      guard next > place, next < bytes.count, Self.isDigit(bytes[next]) else { return groups }
      place = next
    }
  }

  /// The length of the separator that stands there; nil for anything else.
  private func separator(at place: Int) -> Int? {
    switch bytes[place] {
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "("), UInt8(ascii: ")"): 1
    // A space or dash of other kinds: U+00A0, U+2010 to U+2015, U+202F.
    case 0xC2 where place + 1 < bytes.count && bytes[place + 1] == 0xA0: 2
    case 0xE2 where place + 2 < bytes.count && bytes[place + 1] == 0x80 && (0x90...0x95 ~= bytes[place + 2] || bytes[place + 2] == 0xAF): 3
    default: nil
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20 || byte == UInt8(ascii: "_")
  }

  // MARK: Numbers

  /// The last group of a person's number that begins with that group; nil where none begins.
  private func lastGroup(ofNumberAt first: Int, _ groups: [Range<Int>]) -> Int? {
    let start = groups[first].lowerBound
    let isInsideWord = start > 0 && Self.isWord(bytes[start - 1])
    guard !isInsideWord else { return nil }
    return staffNumber(first, groups) ?? identityNumber(first, groups) ?? labelled(first, groups) ?? telephone(first, groups)
  }

  /// NIP (and that of contract staff): day of birth, year and month of appointment or a code, sex, sequence.
  private func staffNumber(_ first: Int, _ groups: [Range<Int>]) -> Int? {
    guard let last = end(of: 18, first, groups) else { return nil }
    let digits = digits(groups[first...last])
    return 1930...2020 ~= number(digits[0..<4]) && isDay(digits[4..<6], digits[6..<8]) && 1950...2099 ~= number(digits[8..<12])
      && (1...2 ~= digits[14]) ? last : nil
  }

  /// NIK: province, regency, district, day of birth (a woman's 40 more), sequence.
  private func identityNumber(_ first: Int, _ groups: [Range<Int>]) -> Int? {
    guard let last = end(of: 16, first, groups), groups[first].count >= 4 else { return nil }
    let digits = digits(groups[first...last])
    let day = number(digits[6..<8])
    return 11...96 ~= number(digits[0..<2]) && (1...31 ~= day || 41...71 ~= day) && 1...12 ~= number(digits[8..<10]) ? last : nil
  }

  /// Any number of some length behind a word that says whose it is.
  private func labelled(_ first: Int, _ groups: [Range<Int>]) -> Int? {
    guard let label = label(before: opening(groups[first])) else { return nil }
    let (shortest, longest) = Self.staffLabels.contains(label) ? (8, 18) : (6, 15)
    var count = 0
    var last: Int?
    for index in first..<groups.count {
      count += groups[index].count
      guard count <= longest else { break }
      if count >= shortest { last = index }
      // A number goes on after what is too short to be one, not after what is long enough and ends in a space.
      if count >= shortest, index + 1 < groups.count, groups[index + 1].count == 4, isYear(groups[index + 1]) { break }
    }
    return last
  }

  private func telephone(_ first: Int, _ groups: [Range<Int>]) -> Int? {
    let group = groups[first]
    let start = opening(group)
    if start < group.lowerBound, bytes[start...].prefix(2).contains(UInt8(ascii: "+")) {
      return longest(of: 9...15, first, groups, shortestPart: 2)
    }
    let isZero = bytes[group.lowerBound] == UInt8(ascii: "0")
    let second = group.count > 1 ? bytes[group.lowerBound + 1] : 0
    if isZero, second == UInt8(ascii: "8"), group.count >= 4 {
      return longest(of: 10...13, first, groups).flatMap { isBetweenSlashes(group.lowerBound, groups[$0].upperBound) ? nil : $0 }
    }
    let leading = digits(groups[first...first]).prefix(3)
    if 11...14 ~= group.count, leading == [6, 2, 8] { return first }
    // An area's code, in brackets or with a dash or space before a number of six to eight digits.
    guard isZero, 3...4 ~= group.count, UInt8(ascii: "2")...UInt8(ascii: "9") ~= second, first + 1 < groups.count else { return nil }
    let isBracketed = start < group.lowerBound && bytes[start] == UInt8(ascii: "(")
    guard !isPartOfCode(groups[first].lowerBound, groups[first + 1].upperBound) || isBracketed else { return nil }
    if isBracketed { return longest(of: (group.count + 5)...(group.count + 8), first, groups) }
    return 6...8 ~= groups[first + 1].count && bytes[group.upperBound] != UInt8(ascii: ".") ? first + 1 : nil
  }

  /// Whether a slash ties it to something: `027-123456/Umum`.
  private func isPartOfCode(_ start: Int, _ end: Int) -> Bool {
    start > 0 && bytes[start - 1] == UInt8(ascii: "/") || end < bytes.count && (bytes[end] == UInt8(ascii: "/") || Self.isWord(bytes[end]))
  }

  /// Whether it is the middle of a document's number: `KEP/0812345678/2023`.
  private func isBetweenSlashes(_ start: Int, _ end: Int) -> Bool {
    start > 0 && bytes[start - 1] == UInt8(ascii: "/") && end < bytes.count && bytes[end] == UInt8(ascii: "/")
  }

  /// The group with which the number has exactly `count` digits.
  private func end(of count: Int, _ first: Int, _ groups: [Range<Int>]) -> Int? {
    var sum = 0
    for index in first..<groups.count {
      sum += groups[index].count
      if sum >= count { return sum == count ? index : nil }
    }
    return nil
  }

  /// The last group with which it has that many digits; a group in its midst has at least so many, its last at least two.
  private func longest(
    of lengths: ClosedRange<Int>, _ first: Int, _ groups: [Range<Int>], shortestPart: Int = 3
  ) -> Int? {
    var sum = 0
    var last: Int?
    for index in first..<groups.count {
      sum += groups[index].count
      guard sum <= lengths.upperBound else { break }
      if index > first, !(2...8 ~= groups[index].count) { break }
      if sum >= lengths.lowerBound {
        last = index
        // What follows a whole number is another: a year, say.
        if index + 1 < groups.count, isYear(groups[index + 1]) { break }
      } else if index > first, groups[index].count < shortestPart {
        break
      }
    }
    return last
  }

  private func isYear(_ group: Range<Int>) -> Bool {
    group.count == 4 && 1900...2099 ~= number(digits([group][...])[...])
  }

  private func isDay(_ month: ArraySlice<Int>, _ day: ArraySlice<Int>) -> Bool { 1...12 ~= number(month) && 1...31 ~= number(day) }

  private func digits(_ groups: ArraySlice<Range<Int>>) -> [Int] {
    groups.flatMap { bytes[$0].map { Int($0 - UInt8(ascii: "0")) } }
  }

  private func number(_ digits: ArraySlice<Int>) -> Int { digits.reduce(0) { $0 * 10 + $1 } }

  // MARK: Words before numbers

  private static let staffLabels: Set = ["nip", "nrp", "nik", "nipt", "nidn", "ktp", "nuptk"]
  private static let telephoneLabels: Set = [
    "telp", "tlp", "tlpn", "telepon", "telpon", "tel", "hp", "handphone", "ponsel", "wa", "whatsapp", "fax", "faks", "faksimile", "phone",
    "mobile",
  ]

  /// The word that says what the number before which it stands is; `no` and `nomor` may stand between.
  private func label(before place: Int) -> String? {
    var end = place
    for _ in 0..<2 {
      let limit = max(0, end - 6)
      while end > limit, !Self.isWord(bytes[end - 1]), bytes[end - 1] < 0x80, bytes[end - 1] != 0x0A { end -= 1 }
      var start = end
      while start > 0, end - start < 12, Self.isWord(bytes[start - 1]) { start -= 1 }
      let word = String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
      if Self.staffLabels.contains(word) || Self.telephoneLabels.contains(word) { return word }
      guard ["no", "nomor", "nomer", "number"].contains(word) else { return nil }
      end = start
    }
    return nil
  }
}
