import PPIDValues

/// Who changes something, and when.
struct Author {
  let actor: String
  let onBehalfOf: String?
  /// Names of roles, joined by commas.
  let roles: String
  let statedTime: LocalTime
  /// UTC, to the second.
  let realTime: String
}
