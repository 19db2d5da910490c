import PPIDEngine
import PPIDScript

/// All commands of the shell, by name. The language adds its own functions and stages.
package final class CommandTable: Catalog {
  package static let shared = CommandTable()

  /// In the order of `bantuan`, grouped as users see them.
  static let groups: [CommandGroup] = [
    .kantor, .kalender, .sop, .arsip, .kearsipan, .dip, .kecuali, .monev, .laporan, .bahasa, .skrip, .demo, .sistem,
  ]

  let commands: [Command]
  package let signatures: [Signature]
  private let places: [String: Int]

  private init() {
    commands = CommandTable.groups.flatMap(\.commands)
    signatures = commands.map(\.signature)
    places = Dictionary(uniqueKeysWithValues: signatures.enumerated().map { ($1.name, $0) })
  }

  package func index(of name: String) -> Int? { places[CommandTable.otherNames[name] ?? name] }

  /// English words that simply work.
  static let otherNames = ["help": "bantuan", "exit": "keluar", "quit": "keluar"]
}
