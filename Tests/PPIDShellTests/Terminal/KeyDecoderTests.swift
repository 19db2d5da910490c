import Testing

@testable import PPIDShell

@Suite("Keys from bytes")
struct KeyDecoderTests {
  private func keys(_ chunks: String...) -> [Key] {
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for chunk in chunks {
      decoder.feed(Array(chunk.utf8))
      while let key = decoder.next() { keys.append(key) }
    }
    while decoder.isPartial {
      if let key = decoder.flush() { keys.append(key) }
    }
    return keys
  }

  @Test("Letters, control keys and Alt are told apart")
  func plain() {
    #expect(
      keys("aé日\u{1}\u{1F}\r\n\t\u{7F}") == [
        .character("a"), .character("é"), .character("日"), .control("a"), .control("_"), .named(.enter), .named(.enter),
        .named(.tab), .named(.backspace),
      ])
    #expect(
      keys("\u{1B}f\u{1B}日\u{1B}\r\u{1B}\u{7F}") == [
        .alt("f"), .alt("日"), .named(.enter, .alt), .named(.backspace, .alt),
      ])
  }

  @Test("Keys are known in the spelling of xterm, rxvt, tmux and the Linux console")
  func spellings() {
    #expect(
      keys("\u{1B}[A\u{1B}OB\u{1B}[1;5C\u{1B}[1;3D\u{1B}Oc\u{1B}\u{1B}[D\u{1B}O5C") == [
        .named(.up), .named(.down), .named(.right, .control), .named(.left, .alt), .named(.right, .control),
        .named(.left, .alt), .named(.right, .control),
      ])
    #expect(
      keys("\u{1B}[1~\u{1B}[7~\u{1B}[4~\u{1B}[8~\u{1B}OH\u{1B}[F\u{1B}[3~\u{1B}[3;5~\u{1B}[3^") == [
        .named(.home), .named(.home), .named(.end), .named(.end), .named(.home), .named(.end), .named(.delete),
        .named(.delete, .control), .named(.delete, .control),
      ])
    #expect(keys("\u{1B}[Z\u{1B}[5~\u{1B}[6~") == [.named(.tab, .shift), .named(.pageUp), .named(.pageDown)])
  }

  @Test("A key that comes in pieces is one key")
  func pieces() {
    #expect(keys("\u{1B}", "[", "1", ";5", "Dx") == [.named(.left, .control), .character("x")])
    var decoder = KeyDecoder()
    var keys: [Key] = []
    for byte in Array("日😀".utf8) {
      decoder.feed([byte])
      while let key = decoder.next() { keys.append(key) }
    }
    #expect(keys == [.character("日"), .character("😀")])
  }

  @Test("A lone escape character is the key Esc")
  func escape() {
    #expect(keys("\u{1B}") == [.named(.escape)])
    #expect(keys("\u{1B}\u{1B}x") == [.named(.escape), .alt("x")])
  }

  @Test("Sequences that nobody knows are swallowed whole")
  func unknown() {
    #expect(
      keys("\u{1B}[?1;2cx\u{1B}[>0;276;0cx\u{1B}[[Ax\u{1B}[12;34Rx\u{1B}[99~x\u{1B}OPx\u{85}x")
        == Array(repeating: .character("x"), count: 7))
    #expect(keys("\u{1B}[" + String(repeating: "1;", count: 100) + "Ax").last == .character("x"))
  }

  @Test("A paste is one key, whatever stands in it and however it comes in")
  func paste() {
    #expect(
      keys("\u{1B}[200~satu\r\ndua\rtiga\n\u{1B}[A\u{1B}[201~x") == [
        .paste("satu\ndua\ntiga\n\u{1B}[A"), .character("x"),
      ])
    #expect(keys("\u{1B}[200~sa", "tu\u{1B}[20", "1~x") == [.paste("satu"), .character("x")])
    #expect(keys("\u{1B}[200~a\u{1B}[201~b\u{1B}[200~c\u{1B}[201~") == [.paste("a"), .character("b"), .paste("c")])
    #expect(keys("\u{1B}[200~a", "\u{3}", "b") == [.control("c"), .character("b")])
    #expect(keys("\u{1B}[200~a\u{3}", "b\u{1B}[201~") == [.paste("a\u{3}b")])
    #expect(keys("\u{1B}[200~tanpa akhir") == [.paste("tanpa akhir")])
  }

  @Test("Ctrl-C that was typed ahead takes with it what was typed before it")
  func typedInterrupt() {
    var decoder = KeyDecoder()
    decoder.feed(Array("\rabc\u{3}de".utf8))
    #expect(decoder.next() == .named(.enter))
    #expect(decoder.takeInterrupt() && decoder.next() == .character("d"))
    #expect(!decoder.takeInterrupt() && decoder.next() == .character("e"))
    decoder.feed(Array("\u{1B}[200~a\u{3}\u{1B}[201~".utf8))
    #expect(!decoder.takeInterrupt() && decoder.next() == .paste("a\u{3}"))
  }

  @Test("Broken UTF-8 does no harm")
  func brokenText() {
    var decoder = KeyDecoder()
    decoder.feed([0xFF, 0x61, 0xC0, 0x80, 0x62, 0xED, 0xA0, 0x80, 0x63, 0xF5, 0xE6, 0x97])
    var keys: [Key] = []
    while let key = decoder.next() { keys.append(key) }
    #expect(keys == [.character("a"), .character("b"), .character("c")])
    #expect(decoder.isPartial)
    #expect(decoder.flush() == nil)
    #expect(!decoder.isPartial)
  }

  @Test("Random bytes never stop the decoder")
  func randomBytes() {
    var random = SeededGenerator(7)
    for _ in 0..<2000 {
      var decoder = KeyDecoder()
      let interesting: [UInt8] = [0x1B, 0x5B, 0x4F, 0x32, 0x30, 0x31, 0x7E, 0x3B, 0x41, 0xE6, 0x97, 0xA5]
      decoder.feed(
        (0..<40).map { _ in
          Bool.random(using: &random)
            ? interesting.randomElement(using: &random)! : UInt8.random(in: 0...255, using: &random)
        })
      var steps = 0
      while decoder.isPartial {
        while decoder.next() != nil { steps += 1 }
        _ = decoder.flush()
        steps += 1
        #expect(steps < 200)
      }
    }
  }
}
