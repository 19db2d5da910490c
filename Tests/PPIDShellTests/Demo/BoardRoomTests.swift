import Testing

@testable import PPIDShell

/// A class on the smallest screen sees everything that the demos show.
@Suite struct BoardRoomTests {
  @Test(arguments: DemoResources.demos.map(\.name))
  func `on 80 × 24 nothing that a shipped demo prints is hidden from the class`(_ name: String) throws {
    let stage = try Stage()
    let count = try #require(DemoStepTexts(name)).commands.count
    try stage.screen.type("demo mulai \(name)")
    for position in 0...count {
      try stage.screen.press("Enter")
      let header = position == count ? " DEMO \(name) selesai" : " DEMO \(name) \(position + 1)/\(count)"
      let isShown = try stage.screen.wait {
        let rows = try stage.screen.rows()
        return rows.first?.hasPrefix(header) == true && Stage.isWaiting(rows.last)
      }
      let rows = try stage.screen.rows()
      #expect(isShown, "\(name) \(position + 1):\n\(rows.joined(separator: "\n"))")
      #expect(!rows.contains { $0.contains("baris lagi") }, "\(name) \(position):\n\(rows.joined(separator: "\n"))")
      guard isShown else { return }
    }
  }
}
