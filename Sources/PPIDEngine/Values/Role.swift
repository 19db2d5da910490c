/// The parts that people play in the SOP and around it.
package enum Role: String, Sendable, CaseIterable {
  case pengelola, pendukung, sekretariat, ppid, pertimbangan, atasan, pemeriksa, tamu

  /// The roles of these names, joined by commas.
  static func set(ofNames names: String) -> Set<Role> {
    Set(names.split(separator: ",").compactMap { Role(rawValue: String($0)) })
  }
}

/// What a command needs of the person who types it. Which roles have it stands in `roles`, and nowhere else.
package enum Permission: Sendable, CaseIterable {
  /// Nothing of the archive: help, version, the language itself, the SOP as published.
  case anything
  /// The edition in force, and the open records as it lists them.
  case readEdition
  /// Records, cycles, units and the journal.
  case readArchive
  /// Excluded records of any unit.
  case readExcluded
  /// People, units, calendar and settings.
  case manageOffice
  /// Backing the archive up.
  case backUp
  /// Putting a backup in the archive's place.
  case restore
  /// Saved scripts, which others run with rights of their own.
  case writeScripts
  /// Records of the own unit, or of any.
  case writeRecords
  /// Classification schemes, legal holds, proposing and executing disposals.
  case careForArchive
  /// Approving disposals, or refusing them.
  case approveDisposal
  /// Opening and closing a cycle.
  case openCycle
  /// Finishing activities; whose they are says the edition of the SOP.
  case work
  /// Activities 1-4, of the own unit.
  case deliver
  /// Receiving and verifying (5, 6).
  case receive
  /// Deciding (7, 11), and excusing a unit.
  case decide
  /// Tim Pertimbangan's input.
  case advise
  /// Acknowledging 12.
  case acknowledge
  /// What the DIP expects of units.
  case expect
  /// Saying why a unit has nothing of a kind.
  case stateNil
  /// Activity 8.
  case determine
  /// Consequence tests, opening what they excluded, and taking records out of the DIP.
  case exclude
  /// Proposing records for the DIP.
  case proposeListing
  /// Activity 9.
  case publish
  /// Activities 14 and 15: opening and scoring an evaluation, deciding on proposals.
  case evaluate
  /// Activity 13: findings, recommendations; noting what the public says.
  case recordFindings
  /// Saying how far a recommendation is followed; answering the public.
  case followUp

  package var roles: Set<Role> {
    switch self {
    case .anything, .readEdition: Set(Role.allCases)
    case .readArchive: Set(Role.allCases).subtracting([.tamu])
    case .readExcluded: [.ppid, .sekretariat, .atasan, .pertimbangan, .pemeriksa]
    case .manageOffice, .backUp, .restore: [.pengelola]
    case .writeScripts: [.pengelola, .sekretariat]
    case .writeRecords: [.pendukung, .sekretariat]
    case .careForArchive, .openCycle, .publish, .receive, .recordFindings: [.sekretariat]
    case .approveDisposal: [.ppid, .atasan]
    case .work: [.pendukung, .sekretariat, .ppid]
    case .deliver: [.pendukung]
    case .determine, .decide, .exclude, .evaluate: [.ppid]
    case .proposeListing: [.pendukung, .sekretariat, .ppid]
    case .advise: [.pertimbangan]
    case .acknowledge: [.atasan]
    case .expect, .followUp: [.sekretariat, .ppid]
    case .stateNil: [.pendukung, .sekretariat]
    }
  }
}

/// Who acts: a person of the office with the roles held, or a stranger, who is a guest.
package struct Actor: Sendable, Hashable {
  package let name: String
  package let roles: Set<Role>
  /// The person's unit; nil for every unit.
  package let unit: UnitCode?

  package init(name: String, roles: Set<Role>, unit: UnitCode? = nil) {
    self.name = name
    self.roles = roles
    self.unit = unit
  }

  /// The roles' names, joined by commas.
  package var roleNames: String {
    Role.allCases.filter(roles.contains).map(\.rawValue).joined(separator: ",")
  }

  package func may(_ permission: Permission) -> Bool {
    !roles.isDisjoint(with: permission.roles)
  }
}
