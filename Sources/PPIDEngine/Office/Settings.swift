import PPIDValues

extension Office {
  /// Every setting with what holds; nil where nothing does.
  package func settings() throws -> [(setting: Setting, value: String?)] {
    try desk.require(.readArchive)
    return try desk.read { inquiry in try Setting.allCases.map { ($0, try inquiry.setting($0)) } }
  }

  package func setting(_ setting: Setting) throws -> String? {
    try desk.require(.readArchive)
    return try desk.read { try $0.setting(setting) }
  }
}
