import PPIDValues

/// One of the site's lists, in sheets: all information, a category's or a unit's.
final class SiteList {
  static let sheetLength = 100

  let folder: String
  let name: String
  let title: Phrase
  let explanation: Phrase?
  private(set) var count = 0
  private var prints: [Fingerprint] = []
  /// In which languages each sheet is to be made anew.
  private var stale: [Int: [Language]] = [:]
  /// How far the rows have come that are put into sheets.
  private var position = 0
  private var rows: [Language: String] = [:]

  init(folder: String, name: String, title: Phrase, explanation: Phrase? = nil) {
    self.folder = folder
    self.name = name
    self.title = title
    self.explanation = explanation
  }

  /// An empty list has a sheet too.
  var sheetCount: Int { max(1, prints.count) }

  /// Counts a row, by its fingerprint.
  func count(_ print: String) {
    if count % SiteList.sheetLength == 0 { prints.append(Fingerprint()) }
    prints[prints.count - 1].add(print)
    count += 1
  }

  /// What a sheet is made of.
  func fingerprint(ofSheet number: Int) -> String {
    let rows = number <= prints.count ? prints[number - 1].value : ""
    return Fingerprint.of(title.id, title.en, explanation?.id ?? "", String(count), String(number), rows)
  }

  func page(_ language: Language, sheet: Int) -> SitePage { SitePage(language, folder, SitePage.sheet(sheet, of: name)) }

  /// Notes that a sheet is to be made anew.
  func setStale(_ sheet: Int, _ language: Language) { stale[sheet, default: []].append(language) }

  /// In which languages a sheet is to be made anew.
  func staleLanguages(ofSheet sheet: Int) -> [Language] { stale[sheet] ?? [] }

  var isStale: Bool { !stale.isEmpty }

  /// The sheet in which the next row stands.
  var nextSheet: Int { position / SiteList.sheetLength + 1 }

  /// Takes the next row; the rows of its sheet when it was the sheet's last.
  func take(_ row: [Language: String]) -> [Language: String]? {
    for (language, text) in row { rows[language, default: ""] += text }
    position += 1
    guard position == count || position % SiteList.sheetLength == 0 else { return nil }
    defer { rows = [:] }
    return rows
  }
}
