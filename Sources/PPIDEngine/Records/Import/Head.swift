/// The head of one column, which may have been written over several rows.
struct Head: Sendable {
  var text: String?
  var meaning: HeadMeaning?

  init(_ text: String?, mapping: ColumnMapping) {
    self.text = text
    meaning = text.flatMap { Head.meaning(of: $0, mapping: mapping) }
  }

  private init(text: String, meaning: HeadMeaning?) {
    self.text = text
    self.meaning = meaning
  }

  private static func meaning(of text: String, mapping: ColumnMapping) -> HeadMeaning? {
    guard let field = mapping.field(forHead: text) else { return HeadTable.meaning(of: text) }
    return HeadMeaning(role: field == .extra ? .other : .field(field), titleRank: field == .record(.title) ? 0 : nil)
  }

  /// The heads that `heads` and the row below them make together, as in `Retensi` over `Aktif` and `Inaktif`.
  static func joined(_ heads: [Head], with row: [String?], mapping: ColumnMapping) -> [Head] {
    let count = max(heads.count, row.count)
    func top(_ index: Int) -> String? { index < heads.count ? heads[index].text : nil }
    func sub(_ index: Int) -> String? { index < row.count ? row[index] : nil }
    var group: Head?
    return (0..<count).map { index in
      let isGrouped = top(index) == nil || (top(index + 1) == nil && sub(index + 1) != nil)
      if index < heads.count, heads[index].text != nil { group = heads[index] }
      guard let sub = sub(index) else {
        return index < heads.count ? heads[index] : Head(nil, mapping: mapping)
      }
      return under(group, sub, isGrouped: isGrouped, mapping: mapping)
    }
  }

  private static func under(_ group: Head?, _ sub: String, isGrouped: Bool, mapping: ColumnMapping) -> Head {
    let own = meaning(of: sub, mapping: mapping)
    let text = [group?.text, sub].compactMap(\.self).joined(separator: " ")
    let together = meaning(of: text, mapping: mapping)
    if isGrouped, let own {
      switch own.role {
      case .formMark, .categoryMark: return Head(text: text, meaning: own)
      default: if !own.isWeak { return Head(text: text, meaning: own) }
      }
    }
    return Head(text: text, meaning: together ?? own)
  }
}
