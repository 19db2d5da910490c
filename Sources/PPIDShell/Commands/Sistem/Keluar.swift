import PPIDEngine
import PPIDScript
import PPIDValues

/// The user wants to leave; nothing may hold that up.
struct LeaveRequest: Error {}

extension Command {
  static let keluar = Command(
    "keluar", needs: .anything, help: Phrase(id: "Keluar dari program.", en: "Leaves the program."), examples: [Example("keluar")]
  ) { _ in throw LeaveRequest() }
}
