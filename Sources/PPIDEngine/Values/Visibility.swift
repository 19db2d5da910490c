/// What a person may see of the records.
struct Visibility: Sendable {
  /// Only what the edition in force lists (a guest).
  let isGuest: Bool
  /// Whether excluded records are seen: all of them, those of one unit, or none.
  let excluded: Excluded

  enum Excluded: Sendable { case all, ofUnit(UnitCode), none }

  /// What the public sees.
  static let everybody = Visibility(of: Actor(name: "", roles: [.tamu]))

  init(of actor: Actor) {
    isGuest = !actor.may(.readArchive)
    excluded =
      if actor.may(.readExcluded) { .all } else if actor.roles.contains(.pendukung), let unit = actor.unit { .ofUnit(unit) } else { .none }
  }

  var seesAllExcluded: Bool { if case .all = excluded { true } else { false } }

  private init(isGuest: Bool, excluded: Excluded) {
    self.isGuest = isGuest
    self.excluded = excluded
  }

  /// Excluded records and all others.
  static let everything = Visibility(isGuest: false, excluded: .all)
  /// All records but the excluded ones.
  static let open = Visibility(isGuest: false, excluded: .none)
}
