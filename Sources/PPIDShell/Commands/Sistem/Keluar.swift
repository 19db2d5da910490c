import PPIDEngine
import PPIDScript
import PPIDValues

/// The user wants to leave; nothing may hold that up.
struct LeaveRequest: EndOfRun {}

extension Command {
  static let keluar = Command(
    "keluar", needs: .anything, help: Phrase(id: "Keluar dari program.", en: "Leaves the program."), examples: [Example("keluar")]
  ) { session in
    session.wantsToLeave = true
    throw LeaveRequest()
  }
}
