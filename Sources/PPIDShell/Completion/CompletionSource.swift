import PPIDEngine
import PPIDScript
import PPIDValues

/// Where the values of a parameter come from, for completion. It is declared with the parameter's type, or with the parameter.
indirect enum CompletionSource: Sendable {
  /// Something that is always there to be typed.
  struct Word: Sendable {
    let text: String
    let meaning: Phrase?

    init(_ text: String, _ meaning: Phrase? = nil) {
      self.text = text
      self.meaning = meaning
    }
  }

  case nothing
  case words([Word])
  /// What the archive holds.
  case archive(CompletionTopic)
  /// Files and folders.
  case files
  case folders
  /// Columns of what is piped in.
  case columns
  /// The words of commands' names.
  case commands
  /// The demos that come with the program, and files.
  case demos
  /// Who may be called on stage.
  case players
  /// One of it, or several with commas in a quoted text.
  case several(CompletionSource)

  /// What a type alone tells.
  init(_ type: ParameterType) {
    switch type {
    case .choice(let words): self = .words(words.map { Word($0) })
    case .types(let types) where types.contains(.period): self = .archive(.periods)
    case .types(let types) where types == [.bool]: self = .words([Word("benar"), Word("salah")])
    case .column: self = .columns
    case .commandName: self = .commands
    case .several(let type): self = .several(CompletionSource(type))
    case .any, .text, .word, .types: self = .nothing
    }
  }

  /// What a column of that name holds, in any table.
  init(column name: String) {
    switch name {
    case "unit": self = .archive(.units)
    case "kategori": self = PPIDEngine.Category.completion
    case "keamanan": self = SecurityClass.completion
    case "keadaan": self = .words(TrackState.allCases.map { Word($0.rawValue) })
    case "siklus", "periode": self = .archive(.periods)
    case "nomor": self = .archive(.records)
    default: self = .nothing
    }
  }
}
