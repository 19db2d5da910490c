import PPIDValues

/// Where a page stands, in one of the site's languages: Indonesian at the site's root, English in `en`.
struct SitePage {
  let language: Language
  /// The folder below the language's root: `informasi`; empty for the home page.
  let folder: String
  /// The file's name without its ending.
  let name: String

  init(_ language: Language, _ folder: String = "", _ name: String = "index") {
    self.language = language
    self.folder = folder
    self.name = name
  }

  /// From the site's root.
  var path: String { (language == .english ? "en/" : "") + (folder.isEmpty ? "" : "\(folder)/") + "\(name).html" }

  /// How a link leads from here to the root of the language's pages, and of the site.
  var home: String { folder.isEmpty ? "" : "../" }
  var root: String { home + (language == .english ? "../" : "") }

  /// The same page in the other language.
  var counterpart: SitePage { SitePage(language == .english ? .indonesian : .english, folder, name) }

  /// The name of the `number`th sheet of a long list. No unit's code holds a tilde, so none is another list's name.
  static func sheet(_ number: Int, of name: String) -> String { number == 1 ? name : "\(name)~\(number)" }
}
