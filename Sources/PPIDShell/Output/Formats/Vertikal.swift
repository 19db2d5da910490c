import PPIDScript
import PPIDValues

extension OutputFormat {
  package static let vertical: OutputFormat = OutputFormat(
    name: "vertikal",
    help: Phrase(id: "satu kolom per baris, untuk tabel yang lebar", en: "one column a line, for wide tables"),
    endings: [], isSafe: true
  ) { value, settings, sink in
    guard let rows = try OutputRows(value), !rows.isPlain else {
      return try OutputFormat.table.write(value, settings, sink)
    }
    let names = rows.names.map { VisibleText.of($0) }
    let nameWidth = names.map { TextWidth.of($0) }.max() ?? 0
    let valueWidth = settings.width.map { max($0 - nameWidth - 2, 20) }
    var number = 0
    while let row = try rows.next() {
      number += 1
      if value.type != .record {
        let heading = "── \(IndonesianNumber.spelling(of: number)) "
        let rule = min(settings.width ?? 60, 60)
        try sink(
          settings.styled(heading + String(repeating: "─", count: max(rule - TextWidth.of(heading), 2)), .faint) + "\n")
      }
      for (index, name) in names.enumerated() {
        var label = settings.styled(name, .strong) + String(repeating: " ", count: nameWidth - TextWidth.of(name))
        let lines = CellText.lines(of: try row[index].forPeople(inColumn: rows.names[index]), width: valueWidth)
        for line in lines {
          try sink(line.isEmpty ? label + "\n" : "\(label)  \(settings.marked(line))\n")
          label = String(repeating: " ", count: nameWidth)
        }
      }
    }
    if number == 0 { try sink(TableWords.noRows[settings.language] + "\n") }
  }
}
