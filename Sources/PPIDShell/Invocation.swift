import PPIDScript
import PPIDValues

/// What the command line asked for.
struct Invocation {
  /// Where the script comes from.
  enum Source: Equatable {
    case prompt
    case line(String)
    case file(String)
    case standardInput
    case help
    case version
  }

  var source = Source.prompt
  /// Words for the script.
  var arguments: [String] = []
  var archive: String?
  var format: OutputFormat?
  var language: Language?
  var time: LocalTime?
  var person: String?
  var isDryRun = false
  var isCheckOnly = false
  var isReadOnly = false
  var isPlain = false
  var isStepping = false
  var allowed: [String] = []
  var limits = Limits()

  /// What is wrong with the command line.
  struct Problem: Error {
    let message: Phrase
    let advice: Phrase?
  }

  /// Reads the words after the program's name. The program's own flags count wherever they stand before `--`, so that
  /// `ppid skrip.ppid --coba` never runs for real; what it doesn't know behind the script's name is the script's.
  init(_ words: [String]) throws(Problem) {
    var rest = words[...]
    var hasScript = false
    while let word = rest.popFirst() {
      if word == "--" {
        arguments += rest
        break
      }
      if word == "-c" {
        guard !hasScript, let line = rest.popFirst() else {
          throw Invocation.missing("-c", Phrase(id: "satu baris skrip", en: "a line of script"))
        }
        source = .line(line)
        hasScript = true
        continue
      }
      guard word.hasPrefix("-"), word != "-" else {
        if hasScript { arguments.append(word) } else { source = word == "-" ? .standardInput : .file(word) }
        hasScript = true
        continue
      }
      let parts = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard let flag = Invocation.flags[parts[0]] else {
        guard hasScript else { throw Invocation.unknown(word) }
        arguments.append(word)
        continue
      }
      switch flag.action {
      case .set(let set):
        guard parts.count == 1 else {
          throw Problem(message: Phrase(id: "`\(parts[0])` tidak menerima nilai", en: "`\(parts[0])` takes no value"), advice: nil)
        }
        set(&self)
      case .take(let what, let take):
        guard let value = parts.count == 2 ? parts[1] : rest.popFirst() else { throw Invocation.missing(parts[0], what) }
        guard take(&self, value) else {
          throw Problem(
            message: Phrase(id: "`\(value)` bukan nilai untuk `\(parts[0])`", en: "`\(value)` is no value for `\(parts[0])`"),
            advice: Phrase(id: "diharapkan \(what.id)", en: "expected \(what.en)"))
        }
      }
    }
  }

  private static func unknown(_ word: String) -> Problem {
    Problem(
      message: Phrase(id: "pilihan tidak dikenal: `\(word)`", en: "unknown option: `\(word)`"),
      advice: Nearest.name(to: word, among: flags.keys).map { Phrase(id: "maksud Anda `\($0)`?", en: "did you mean `\($0)`?") }
        ?? Phrase(id: "lihat `ppid --bantuan`", en: "see `ppid --bantuan`"))
  }

  private static func missing(_ flag: String, _ what: Phrase) -> Problem {
    Problem(
      message: Phrase(id: "`\(flag)` memerlukan nilai", en: "`\(flag)` needs a value"),
      advice: Phrase(id: "diharapkan \(what.id)", en: "expected \(what.en)"))
  }
}
