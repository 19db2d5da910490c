import GRDB
import PPIDValues

extension Engine {
  /// Every setting with what holds; nil where nothing does.
  package func settings() throws -> [(setting: Setting, value: String?)] {
    try require(.readArchive)
    return try store.read { db in try Setting.allCases.map { ($0, try store.setting($0, db)) } }
  }

  package func setting(_ setting: Setting) throws -> String? {
    try require(.readArchive)
    return try store.read { try store.setting(setting, $0) }
  }

  /// Has other values hold from now on; an empty text takes the office's decision back. False when nothing changed.
  ///
  /// - Parameter action: the command that is told of in the journal.
  package func decide(_ values: [(setting: Setting, value: String)], as action: String) throws -> Bool {
    try require(.manageOffice)
    let decisions = try values.map { setting, value -> (setting: Setting, value: String?) in
      guard !value.isEmpty else { return (setting, nil) }
      guard let normalized = setting.normalized(value) else { throw EngineFailure.unfitSetting(setting, value) }
      return (setting, normalized)
    }
    var hasChanged = false
    try change { db, _, _ in
      var before: [Field] = []
      var after: [Field] = []
      for (setting, value) in decisions {
        let old = try store.decided(setting, db)
        guard old != value else { continue }
        before.append(Field(setting.rawValue, .optional(old)))
        after.append(Field(setting.rawValue, .optional(value)))
        try store.decide(setting, value, db)
      }
      guard !after.isEmpty else { return nil }
      hasChanged = true
      if decisions.contains(where: \.setting.movesDeadlines) {
        guard try Weekday.allCases.contains(where: { try officeHours($0, db) != .closed }) else {
          throw EngineFailure.noWorkingDay
        }
        try reckonDeadlines(db)
      }
      return Event(action, decisions.count == 1 ? decisions[0].setting.rawValue : nil, before: before, after: after)
    }
    return hasChanged
  }
}
