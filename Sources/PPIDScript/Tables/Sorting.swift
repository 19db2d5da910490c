/// Stable sorting by values.
enum Sorting {
  /// The values in order.
  static func sorted(_ values: [Value], descending: Bool, _ monitor: any Monitor) throws -> [Value] {
    try permutation(by: [values], descending: descending, monitor).map { values[$0] }
  }

  /// The order in which elements come whose keys these are: one array a key, the first key first; `kosong` first, or last when
  /// descending; elements with equal keys as they stand. Throws where two keys have no order.
  static func permutation(by keys: [[Value]], descending: Bool, _ monitor: any Monitor) throws -> [Int] {
    var pace = Pace(monitor)
    if keys.count == 1, let order = try plainOrder(keys[0], descending: descending, &pace) { return order }
    let places = Array(keys[0].indices)
    return try places.sorted { left, right in
      try pace.step()
      for key in keys {
        let order = try Value.sortingOrder(key[left], key[right])
        if order != 0 { return descending ? order > 0 : order < 0 }
      }
      return left < right
    }
  }

  /// The same for one key whose values are all `bulat` or all texts, without looking at a `Value` again; nil for others.
  private static func plainOrder(_ key: [Value], descending: Bool, _ pace: inout Pace) throws -> [Int]? {
    switch key.first {
    case .int?:
      var entries: [(number: Int, place: Int)] = []
      entries.reserveCapacity(key.count)
      for (place, value) in key.enumerated() {
        try pace.step()
        guard case .int(let number) = value else { return nil }
        entries.append((number, place))
      }
      try entries.sort { left, right in
        try pace.step()
        if left.number == right.number { return left.place < right.place }
        return (left.number < right.number) != descending
      }
      return entries.map(\.place)
    case .text?:
      var texts: [String] = []
      var entries: [TextEntry] = []
      texts.reserveCapacity(key.count)
      entries.reserveCapacity(key.count)
      for (place, value) in key.enumerated() {
        try pace.step()
        guard case .text(let text) = value else { return nil }
        texts.append(text.string)
        entries.append(TextEntry(text.string, place))
      }
      try entries.sort { left, right in
        try pace.step()
        if left.start != right.start { return (left.start < right.start) != descending }
        if left.next != right.next { return (left.next < right.next) != descending }
        let order = left.isWhole && right.isWhole ? 0 : texts[left.place].compareBytes(with: texts[right.place])
        if order == 0 { return left.place < right.place }
        return (order < 0) != descending
      }
      return entries.map(\.place)
    default: return nil
    }
  }

  /// The first bytes of a text as numbers, which are quick to compare and mostly tell enough.
  private struct TextEntry {
    let start: UInt64
    let next: UInt64
    /// Whether these bytes are the whole text, with nothing but zeros made up behind it.
    let isWhole: Bool
    let place: Int

    init(_ text: String, _ place: Int) {
      self.place = place
      var (start, next, isWhole): (UInt64, UInt64, Bool) = (0, 0, true)
      text.withBytes { bytes in
        for index in 0..<Swift.min(8, bytes.count) { start |= UInt64(bytes[index]) << UInt64(56 - 8 * index) }
        for index in 8..<Swift.max(8, Swift.min(16, bytes.count)) {
          next |= UInt64(bytes[index]) << UInt64(120 - 8 * index)
        }
        // A text that holds the zero byte itself might be taken for a shorter one.
        isWhole = bytes.count <= 16 && bytes.last != 0
      }
      (self.start, self.next, self.isWhole) = (start, next, isWhole)
    }
  }
}
