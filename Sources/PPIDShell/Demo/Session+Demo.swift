import PPIDEngine
import PPIDScript
import PPIDValues

/// What the commands of a demo do.
extension Session {
  /// The demo that is running and can be led on; throws where there is none, or where it leads itself.
  func running() throws -> RunningDemo {
    guard let demo else {
      throw Failure(
        Phrase(id: "tidak ada demo yang berjalan", en: "no demo is running"),
        advice: Phrase(id: "mulai dengan `demo mulai sop`", en: "begin with `demo mulai sop`"))
    }
    guard !demo.isPlaying else {
      throw Failure(
        Phrase(
          id: "di dalam langkah demo hanya ada `demo peran` dan `demo jam`",
          en: "within a demo's step there are only `demo peran` and `demo jam`"))
    }
    guard !demo.engine.isInsideTransaction else {
      throw Failure(Phrase(id: "demo tidak dapat dijalankan di dalam `transaksi`", en: "a demo can't be led within `transaksi`"))
    }
    return demo
  }

  /// A demo publishes in its own folder: the office's site must not be replaced by a class's.
  func checkPublication(to folder: String) throws {
    guard demo != nil, (try? settings.reach.checked(folder)) == nil else { return }
    throw Failure(
      Phrase(
        id: "selama demo tidak ada yang diterbitkan di luar foldernya: `\(folder)`",
        en: "while a demo runs nothing is published outside of its folder: `\(folder)`"),
      advice: Phrase(id: "tulis nama saja, seperti `--ke publik`", en: "write only a name, like `--ke publik`"), status: .forbidden)
  }

  /// Begins the demo of that name, or the one that the file of that name holds.
  func beginDemo(_ name: String) throws {
    guard !settings.isDryRun, !engine.isInsideTransaction else {
      throw Failure(
        Phrase(
          id: "demo tidak dapat dimulai di dalam `transaksi` atau dengan `--coba`",
          en: "a demo can't begin within `transaksi` or with `--coba`"))
    }
    if let demo, !demo.isAtEnd {
      throw Failure(
        Phrase(id: "demo `\(demo.name)` masih berjalan", en: "the demo `\(demo.name)` is still running"),
        advice: Phrase(id: "akhiri dulu dengan `demo selesai`", en: "end it first with `demo selesai`"))
    }
    endDemo()
    let script = try demoScript(name)
    let demo = try RunningDemo(name, script, self)
    begin(demo)
    do {
      try demo.open()
    } catch {
      _ = Signals.takeInterrupt()
      endDemo()
      throw error
    }
    markPrompt()
  }

  /// A demo's script, read and checked as a whole.
  private func demoScript(_ name: String) throws -> DemoScript {
    let source: SourceText
    if let shipped = DemoResources.demos.first(where: { $0.name == name }) {
      source = SourceText(name: "\(name).ppid", bytes: shipped.text())
    } else {
      guard name.contains(".") || name.contains("/") else {
        let names = DemoResources.demos.map(\.name)
        throw Failure(
          Phrase(id: "tidak ada demo `\(name)`", en: "there is no demo `\(name)`"),
          advice: Phrase(
            id: "yang ada: \(names.joined(separator: ", ")), atau berkas .ppid",
            en: "there are \(names.joined(separator: ", ")), or a .ppid file"))
      }
      source = SourceText(name: name, try settings.reach.read(name))
    }
    let checked = runner.check(source, as: .session, in: PPIDScript.Session())
    var faults: [Diagnostic] = []
    let script = DemoScript(source, activities: try Procedure.builtIn().activities.count, faults: &faults)
    for fault in faults { runner.tell(fault) }
    guard checked.program != nil, faults.isEmpty else {
      throw Failure(
        Phrase(id: "naskah demo `\(name)` salah; demo tidak dimulai", en: "the demo script `\(name)` is wrong; the demo was not begun"),
        status: .usage)
    }
    guard !script.steps.isEmpty else {
      throw Failure(Phrase(id: "naskah demo `\(name)` tidak berisi langkah", en: "the demo script `\(name)` holds no step"), status: .usage)
    }
    return script
  }

  // MARK: Leading through it

  /// Goes to where so many steps are done, by way of another such place if one is given, and shows the board.
  func move(_ demo: RunningDemo, by way: Int? = nil, to position: Int) throws {
    defer { markPrompt() }
    do {
      if let way { try lead(demo, to: way) }
      try lead(demo, to: position)
    } catch let lost as DemoLost {
      endDemo()
      console.note(
        Phrase(
          id: "Demo diakhiri: keadaannya tidak dapat dikembalikan. Arsip Anda tidak tersentuh.\n",
          en: "The demo has ended: it couldn't be put back. Your archive wasn't touched.\n")[language])
      throw lost.failure
    }
    try showBoard(demo)
  }

  private func lead(_ demo: RunningDemo, to position: Int) throws {
    if position < demo.position {
      try demo.goBack(to: max(position, 0))
    } else {
      while demo.position < min(position, demo.script.steps.count) {
        let number = demo.position + 1
        do {
          try demo.advance()
        } catch let error as ScriptError where !(error.cause is any EndOfRun) {
          console.note(
            Phrase(
              id: "Langkah \(number) tidak jadi; semuanya kembali seperti sebelum langkah itu.\n",
              en: "Step \(number) did not happen; everything is as it was before it.\n")[language])
          throw error
        }
      }
    }
  }

  /// Runs the rest by itself. At a terminal there is time to read before each step, and Ctrl-C stops there.
  func playOn(_ demo: RunningDemo) throws {
    while let step = demo.nextStep {
      if console.terminal.showsResults, !DemoPause(step, language).wait() { return }
      try move(demo, to: demo.position + 1)
    }
  }

  /// Draws the board: on a terminal on a screen of its own.
  func showBoard(_ demo: RunningDemo) throws {
    let board = try DemoBoard(demo, self)
    console.endPaging()
    console.clearScreen(keepingHistory: true)
    try console.write(board.text())
    try console.flush()
  }

  /// What the prompt says of the demo.
  func markPrompt() {
    guard let demo else { return }
    let time = "\(demo.time)".replacing("T", with: " ")
    promptMark = Phrase("DEMO \(min(demo.position + 1, demo.script.steps.count))/\(demo.script.steps.count) \(time)")
  }
}
