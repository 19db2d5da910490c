import Foundation
import PPIDEngine
import Testing

@testable import PPIDShell

/// Who may do what: every command against the office's table of roles (`Data/peran.tsv`), as defined and as run.
@Suite struct PermissionTests {
  /// The roles that may, by command.
  private static let table: [String: Set<Role>] = {
    let file = Office.source.appendingPathComponent("PPIDShellTests/Data/peran.tsv")
    let lines = ((try? String(contentsOf: file, encoding: .utf8)) ?? "").split(separator: "\n").dropFirst()
    return Dictionary(
      uniqueKeysWithValues: lines.map { line in
        let cells = line.split(separator: "\t").map(String.init)
        return (cells[0], roles(cells[1]))
      })
  }()

  private static func roles(_ text: String) -> Set<Role> {
    switch text {
    case "semua": Set(Role.allCases)
    case "selain tamu": Set(Role.allCases).subtracting([.tamu])
    default: Set(text.split(separator: ", ").compactMap { Role(rawValue: String($0)) })
    }
  }

  @Test func `each command needs what the table of roles says`() {
    for command in CommandTable.shared.commands {
      let name = command.signature.name
      guard let roles = Self.table[name] else {
        Issue.record("`\(name)` is missing in Data/peran.tsv: say there who may")
        continue
      }
      let may = Set(Role.allCases.filter { Actor(name: "", roles: [$0]).may(command.needs) })
      #expect(may == roles, "\(name)")
    }
  }

  /// A script tries every command as its first example shows it; each is refused where the table says so.
  @Test(arguments: Role.allCases) func `scripts may do what the person's role may`(_ role: Role) throws {
    let office = try ExampleOffice.copy()
    let unit = role == .pendukung ? " --unit SETDA" : ""
    try office.lines("pengguna tambah orang --peran \(role.rawValue)\(unit)")
    // Leaving ends the script, a script that runs the others would have them refused in its name, and a demo has people of its own.
    let commands = CommandTable.shared.commands.filter { command in
      let (name, line) = (command.signature.name, command.signature.examples[0].line)
      return !["keluar", "sumber", "skrip jalankan", "demo mulai"].contains(name) && line.hasPrefix(name) && !line.contains("\n")
    }
    let script = commands.map { command in
      "coba { \(command.signature.examples[0].line) } tangkap g { jika $g.kode == 4 { cetak \"@\(command.signature.name)\" } }\n"
    }
    try office.write("semua.ppid", script.joined())
    let printed = try office.ppid("--sebagai", "orang", "--bahasa", "id", "semua.ppid").output.split(separator: "\n")
    let refused = Set(printed.filter { $0.hasPrefix("@") }.map { String($0.dropFirst()) })
    let expected = commands.map(\.signature.name).filter { Self.table[$0]?.contains(role) == false }
    #expect(script.count > 50)
    // What a role may use may still refuse some of its acts.
    #expect(Set(expected).isSubset(of: refused), "\(Set(expected).subtracting(refused).sorted())")
  }
}
