import PPIDEngine
import PPIDScript
import PPIDValues

/// What could stand at the cursor of an entry: commands, options, values from the archive, columns, variables, files. What the person
/// may not use, and what may not be seen, isn't offered.
final class Completer {
  private let session: Session
  /// The commands of the shell, and their places in the catalog.
  private let commands: [String: Command]
  private let builtins = Builtins.signatures
  private let stages = Set(Builtins.all.filter(\.isStage).map(\.signature.name) + RowStages.signatures.map(\.name))

  init(session: Session) {
    self.session = session
    commands = Dictionary(uniqueKeysWithValues: session.catalog.commands.map { ($0.signature.name, $0) })
  }

  func candidates(_ text: String, _ cursor: Int) -> [Candidate] {
    let place = CompletionPlace(in: text, at: cursor)
    switch place.kind {
    case .nothing: return []
    case .variable:
      return place.variables(session.catalog, session.variables).filter { "$\($0.name)".hasPrefix(place.word) }
        .map { Candidate("$\($0.name)", replacing: place.range, description: $0.type?.rawValue ?? "") }
    case .field:
      return place.fields(session.catalog, session.variables).filter { $0.name.hasPrefix(place.word) && Spelling.isName($0.name) }
        .map { Candidate($0.name, replacing: place.range, description: $0.type?.rawValue ?? "") }
    case .command(let words): return commandCandidates(behind: words, place)
    case .groupKey: return columnCandidates(place)
    case .aggregated: return columnCandidates(place)
    case .aggregate:
      return [
        ("hitung()", "banyaknya baris", "the number of rows"), ("jumlah(", "jumlah", "the sum"), ("rata(", "rata-rata", "the average"),
        ("maks(", "yang terbesar", "the greatest"), ("min(", "yang terkecil", "the least"),
      ].filter { $0.0.hasPrefix(place.word) }
        .map { Candidate($0.0, replacing: place.range, description: Phrase(id: $0.1, en: $0.2)[session.language]) }
    case .row(let column):
      let values = column.map { self.values(CompletionSource(column: $0), place, inRow: true) } ?? []
      return values + (place.isQuoted || place.listed != nil ? [] : columnCandidates(place))
    }
  }

  // MARK: Commands and their arguments

  private func commandCandidates(behind words: [String], _ place: CompletionPlace) -> [Candidate] {
    guard !words.isEmpty else {
      return names(of: startable(isPiped: place.isPiped), beginningWith: place.word, place) + functions(place)
    }
    var candidates: [Candidate] = []
    if words.count == 1, !place.isQuoted, place.listed == nil {
      let first = words[0] + " "
      candidates = names(of: startable(isPiped: place.isPiped), beginningWith: first + place.word, place, dropping: first.count)
    }
    guard let (signature, rest) = signature(named: words) else { return candidates }
    let sources = commands[signature.name]?.sources ?? signature.parameters.map { CompletionSource($0.type) }
    let call = CompletionCall(signature, words: rest, isPiped: place.isPiped)
    if !place.word.hasPrefix("--"), let parameter = call.parameter {
      candidates += argument(sources[parameter], place, words: Array(rest))
    }
    if !call.isOptionValue, !place.isQuoted, place.listed == nil, place.word.hasPrefix("--") || candidates.isEmpty && place.word.isEmpty {
      candidates += options(of: signature, without: call.given, place)
    }
    return candidates
  }

  /// The command that the words begin with, by its longest name, if it may be used; and the words behind it.
  private func signature(named words: [String]) -> (Signature, ArraySlice<String>)? {
    for length in [2, 1] where words.count >= length {
      let typed = words[..<length].joined(separator: " ")
      let name = CommandTable.otherNames[typed] ?? typed
      if let command = commands[name] { return isPermitted(command) ? (command.signature, words[length...]) : nil }
      if let builtin = builtins.first(where: { $0.name == name }) { return (builtin, words[length...]) }
    }
    return nil
  }

  /// What may stand at the beginning of a pipeline, or behind a `|`.
  private func startable(isPiped: Bool) -> [Signature] {
    permitted.filter { !isPiped || $0.parameters.contains(where: \.isPositional) }
      + builtins.filter { stages.contains($0.name) == isPiped }
  }

  private var permitted: [Signature] { commands.values.filter(isPermitted).map(\.signature) }

  /// The names among these that begin like this, without as much of their beginning as stands there already.
  private func names(of signatures: [Signature], beginningWith typed: String, _ place: CompletionPlace, dropping dropped: Int = 0)
    -> [Candidate]
  {
    signatures.filter { $0.name.hasPrefix(typed) }.sorted { $0.name < $1.name }.map {
      Candidate(
        String($0.name.dropFirst(dropped)), replacing: place.range, description: $0.help.firstSentence(session.language), isWhole: true)
    }
  }

  private func functions(_ place: CompletionPlace) -> [Candidate] {
    let meaning = Phrase(id: "fungsi skrip", en: "a script's function")[session.language]
    return session.variables.functionNames.filter { $0.hasPrefix(place.word) }.map {
      Candidate($0, replacing: place.range, description: meaning, isWhole: true)
    }
  }

  /// Whether the person may use it; while there is no archive, nobody is refused anything.
  private func isPermitted(_ command: Command) -> Bool {
    guard session.engine.exists else { return true }
    return (try? session.engine.require(command.needs)) != nil
  }

  private func options(of signature: Signature, without given: Set<String>, _ place: CompletionPlace) -> [Candidate] {
    signature.parameters.filter { !$0.isPositional && !given.contains($0.name) && "--\($0.name)".hasPrefix(place.word) }.map {
      Candidate("--\($0.name)", replacing: place.range, description: $0.help[session.language], isWhole: true)
    }
  }

  // MARK: Values

  /// An argument's value. Only where several can be given a list can be, too, each item of it once.
  private func argument(_ source: CompletionSource, _ place: CompletionPlace, words: [String]) -> [Candidate] {
    guard let listed = place.listed else { return values(source, place, words: words) }
    guard case .several(let single) = source else { return [] }
    return values(single, place).filter { !listed.contains($0.replacement.filter { $0 != "\"" }) }
  }

  private func values(_ source: CompletionSource, _ place: CompletionPlace, words: [String] = [], inRow: Bool = false) -> [Candidate] {
    switch source {
    case .nothing: return []
    case .words(let words):
      let fitting = words.filter { $0.text.hasPrefix(place.word) }
      return fitting.map { value($0.text, $0.meaning?[session.language] ?? "", place, inRow: inRow) }
    case .archive(let topic):
      guard session.engine.exists, let suggestions = try? session.engine.completion.suggestions(topic, for: place.word) else { return [] }
      // In an expression periods and numbers are literals, everything else is a text.
      let isLiteral = topic == .periods || topic == .steps
      return suggestions.map { value($0.text, $0.meaning[session.language], place, inRow: inRow, isLiteral: isLiteral) }
    case .files: return files(place, foldersOnly: false)
    case .folders: return files(place, foldersOnly: true)
    case .columns: return columnCandidates(place)
    case .demos:
      return DemoResources.demos.map { value($0.name, $0.title[session.language], place, inRow: false) }.filter {
        $0.replacement.hasPrefix(place.word)
      } + files(place, foldersOnly: false)
    case .players:
      return ((try? session.demo?.engine.office.players()) ?? []).filter { $0.name.hasPrefix(place.word) }.map {
        value($0.name, $0.roleNames, place, inRow: false)
      }
    case .commands:
      let before = words.map { $0 + " " }.joined()
      return names(of: permitted + builtins, beginningWith: before + place.word, place, dropping: before.count)
    case .several(let single): return several(single, place)
    }
  }

  /// In a quoted text, each part between commas is a value of its own.
  private func several(_ single: CompletionSource, _ place: CompletionPlace) -> [Candidate] {
    guard place.isQuoted, let comma = place.word.lastIndex(of: ",") else { return values(single, place) }
    let before = place.word[...comma]
    let rest = place.word[comma...].dropFirst().drop { $0 == " " }
    let given = Set(before.split(separator: ",").map { $0.filter { $0 != " " } })
    return values(single, place.narrowed(to: String(rest))).filter { !given.contains($0.replacement) }.map {
      Candidate($0.replacement, replacing: $0.range, description: $0.description)
    }
  }

  private func files(_ place: CompletionPlace, foldersOnly: Bool) -> [Candidate] {
    FileCandidates.entries(place.word, foldersOnly: foldersOnly).map { entry in
      let meaning = entry.isFolder ? Phrase("folder")[session.language] : FileSize.text(entry.size, session.language)
      return value(entry.path, meaning, place, isOpen: entry.isFolder)
    }
  }

  private func columnCandidates(_ place: CompletionPlace) -> [Candidate] {
    let columns = place.columns(session.catalog, session.variables) ?? []
    return columns.filter { $0.name.hasPrefix(place.word) }.map {
      Candidate($0.name, replacing: place.range, description: $0.type?.rawValue ?? "", isWhole: true)
    }
  }

  /// A value as it has to be spelled here: with quotes where it needs them, or where they were begun. After an open one more is typed.
  private func value(
    _ text: String, _ meaning: String, _ place: CompletionPlace, inRow: Bool = false, isLiteral: Bool = false, isOpen: Bool = false
  ) -> Candidate {
    let isBare = isLiteral || !inRow && (place.listed == nil ? Spelling.isWord(text) : Spelling.isItem(text))
    let spelled = place.isQuoted || !isBare ? "\"" + Spelling.escaped(text) + (isOpen ? "" : "\"") : text
    return Candidate(spelled, replacing: place.range, description: meaning, isWhole: !isOpen && place.listed == nil)
  }
}

/// How texts are spelled as arguments.
private enum Spelling {
  /// Whether it can stand as a bare word.
  static func isWord(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix("#") && !text.hasPrefix("--") && !text.hasPrefix("'")
      && text.allSatisfy { !$0.isWhitespace && !"|;(){}[],\"$\\=".contains($0) }
  }

  /// Whether it can stand as a field's name behind a `.`.
  static func isName(_ text: String) -> Bool {
    text.first.map { $0.isASCII && ($0.isLetter || $0 == "_") } ?? false
      && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
  }

  /// Whether it can stand as a bare item of a list.
  static func isItem(_ text: String) -> Bool { isName(text) && Keyword(rawValue: text) == nil }

  static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("{", with: "\\{")
  }
}

/// The size of a file for people: `12 KB`.
private enum FileSize {
  static func text(_ bytes: Int, _ language: Language) -> String {
    var (size, unit) = (bytes, "B")
    for larger in ["KB", "MB", "GB"] where size >= 10_000 { (size, unit) = (size / 1000, larger) }
    return "\(size) \(unit)"
  }
}
