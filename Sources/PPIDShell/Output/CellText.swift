import PPIDValues

/// Lays the text of a cell out in lines.
enum CellText {
  /// The text in lines of at most `width` columns (no bound when nil), broken between words where that goes. What doesn't fit in
  /// `limit` lines is cut off, with `…` in its place. At least one line.
  static func lines(of text: String, width: Int?, limit: Int = .max) -> [String] {
    let visible = VisibleText.of(text, keepsLines: true).replacing("\t", with: "    ")
    if !visible.utf8.contains(UInt8(ascii: "\n")), width.map({ TextWidth.of(visible) <= $0 }) ?? true {
      return [visible]
    }
    var lines: [String] = []
    for paragraph in visible.split(separator: "\n", omittingEmptySubsequences: false) {
      if let width, TextWidth.of(paragraph) > width {
        wrap(paragraph, max(width, 1), &lines, limit: limit)
      } else {
        lines.append(String(paragraph))
      }
      if lines.count > limit { break }
    }
    guard lines.count > limit else { return lines }
    return lines.prefix(limit - 1) + [cut(lines[limit - 1] + " …", to: width)]
  }

  /// The text on one line of at most `width` columns; `…` stands for what was cut off.
  static func cut(_ text: String, to width: Int?) -> String {
    guard let width, TextWidth.of(text) > width else { return text }
    var kept = ""
    var used = 0
    for character in text {
      let columns = TextWidth.of(character)
      guard used + columns <= width - 1 else { break }
      kept.append(character)
      used += columns
    }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  private static func wrap(_ paragraph: Substring, _ width: Int, _ lines: inout [String], limit: Int) {
    var line = ""
    var used = 0
    func end() {
      lines.append(line)
      line = ""
      used = 0
    }
    for word in paragraph.split(separator: " ") {
      let columns = TextWidth.of(word)
      if used > 0, used + 1 + columns > width { end() }
      if lines.count > limit { return }
      if used > 0 {
        line += " "
        used += 1
      }
      if columns <= width {
        line += word
        used += columns
        continue
      }
      for character in word {
        let columns = TextWidth.of(character)
        if used > 0, used + columns > width { end() }
        if lines.count > limit { return }
        line.append(character)
        used += columns
      }
    }
    end()
  }
}
