import Foundation
import Testing

/// Going forward and back through a demo, in any way, comes to the same as going straight.
@Suite struct WalkTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `at each step there is the same state and the same board, however one came there`(_ seed: UInt64) throws {
    let stage = try Stage()
    var random = SeededGenerator(seed)
    try stage.enter("demo mulai latihan.ppid", to: 0)
    var states: [[String: String]] = []
    var boards: [[String]] = []
    func look(_ position: Int, after move: String) throws {
      let state = try stage.state()
      let board = Array(try stage.screen.rows().dropLast())
      if position == states.count {
        states.append(state)
        boards.append(board)
      } else {
        let differing = Set(state.keys).union(states[position].keys).filter { state[$0] != states[position][$0] }
        #expect(differing.isEmpty, "seed \(seed), \(move) to \(position): \(differing.sorted())")
        #expect(board == boards[position], "seed \(seed), \(move) to \(position)")
      }
    }
    try look(0, after: "mulai")
    for position in 1...Stage.steps {
      try stage.enter("", to: position)
      try look(position, after: "")
    }
    #expect(Set(states.map { $0["arsip.db"] }).count >= 5)
    var position = Stage.steps
    for _ in 0..<25 {
      let isChanged = position > 0 && Bool.random(using: &random)
      if isChanged {
        // What the class does between is undone with the step that it came after.
        try stage.screen.type("arsip tambah \"milik kelas\" --unit BU --kategori berkala; misal n = 99; \"x\" | simpan hitungan.txt")
        try stage.screen.press("Enter")
        #expect(try stage.screen.wait { try stage.screen.rows().contains { $0.contains("ditambahkan: milik kelas") } })
        #expect(try stage.screen.wait { Stage.isWaiting(try stage.screen.rows().last) })
      }
      let target = Int.random(in: 0...(isChanged ? position : Stage.steps), using: &random)
      let move: String
      switch target {
      case position where position > 0 && isChanged: move = "ulang"
      case position where position > 0: move = "demo"
      case position + 1: move = ["n", "", "lanjut", "demo lanjut"].randomElement(using: &random)!
      case position - 1: move = ["b", "mundur", "demo mundur"].randomElement(using: &random)!
      case ..<position: move = Bool.random(using: &random) ? "b \(position - target)" : "lompat \(target + 1)"
      default: move = Bool.random(using: &random) ? "lanjut \(target - position)" : "demo lompat \(target + 1)"
      }
      try stage.enter(move, to: target)
      try look(target, after: move)
      position = target
    }
  }
}
