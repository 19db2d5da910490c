import Mustache
import PPIDValues

/// The site's pages as templates, and how texts are put into them.
struct SiteTemplates {
  private let library: MustacheLibrary
  private let words: [Language: [String: String]]
  /// Of all templates and words: pages are made anew when the program brings others.
  let fingerprint: String

  enum Name: String, CaseIterable {
    case frame = "bingkai"
    case home = "beranda"
    case list = "daftar"
    case row = "baris"
    case record = "informasi"
    case editions = "arsip-edisi"
    case edition = "edisi"
    case sheets = "lembar"
  }

  init() throws {
    MustacheContentTypes.register(MarkupText(), named: "halaman")
    var print = Fingerprint()
    var templates: [String: MustacheTemplate] = [:]
    for name in Name.allCases {
      let text = String(decoding: SiteTemplates.source(name), as: UTF8.self)
      print.add(text)
      templates[name.rawValue] = try MustacheTemplate(string: text)
    }
    words = Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, SiteWords.all(in: $0)) })
    for language in Language.allCases {
      for (name, word) in (words[language] ?? [:]).sorted(by: { $0.key < $1.key }) { print.add("\(name)=\(word)") }
    }
    library = MustacheLibrary(templates: templates)
    fingerprint = print.value
  }

  /// A template's text, filled with `values` for a page in `language`.
  func text(_ name: Name, _ values: [String: Any], in language: Language) -> String {
    var values = values
    values["kata"] = words[language]
    return library.render(values, withTemplate: name.rawValue) ?? ""
  }

  /// A text as pages and maps may hold it.
  func escaped(_ text: String) -> String { MarkupText().escapeText(text) }

  private static func source(_ name: Name) -> [UInt8] {
    switch name {
    case .frame: PackageResources.bingkai_mustache
    case .home: PackageResources.beranda_mustache
    case .list: PackageResources.daftar_mustache
    case .row: PackageResources.baris_mustache
    case .record: PackageResources.informasi_mustache
    case .editions: PackageResources.arsip_edisi_mustache
    case .edition: PackageResources.edisi_mustache
    case .sheets: PackageResources.lembar_mustache
    }
  }
}

/// Texts in pages: whatever means something to HTML is escaped.
///
/// By code points, not by characters as people see them: a quotation mark with an accent on it still ends an attribute.
private struct MarkupText: MustacheContentType {
  func escapeText(_ text: String) -> String {
    guard text.utf8.contains(where: { MarkupText.replacement($0) != nil }) else { return text }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(text.utf8.count + 32)
    for byte in text.utf8 {
      if let replacement = MarkupText.replacement(byte) { escaped += replacement.utf8 } else { escaped.append(byte) }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func replacement(_ byte: UInt8) -> String? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "'"): "&#39;"
    default: nil
    }
  }

}
