import Testing

@testable import PPIDEngine

@Suite struct PublicTextTests {
  @Test func `nothing that is published commands a terminal or turns the direction of writing`() {
    let text = PublicText.of("a\u{1B}[31m\u{7}b\u{9B}c\u{202E}d\u{2066}e\u{0}f\u{7F}g\u{FFFE}h\u{FEFF}")
    #expect(text == "a␛[31m␇b\u{FFFD}c\u{FFFD}d\u{FFFD}e␀f␡g\u{FFFD}h\u{FFFD}")
  }

  @Test func `lines end one way, and other scripts stay`() {
    #expect(PublicText.of("a\r\nb\rc\u{2028}d\te") == "a\nb\nc\nd e")
    #expect(PublicText.of("ꦱꦸꦤ꧀ꦝ é é العربية\u{200F} 👩‍👧") == "ꦱꦸꦤ꧀ꦝ é é العربية\u{200F} 👩‍👧")
  }

  @Test func `a beginning is one line, with a sign where it ends early`() {
    #expect(PublicText.beginning(of: "abc", 3) == "abc")
    #expect(PublicText.beginning(of: "abcd\ne", 3) == "abc…")
    #expect(PublicText.beginning(of: "a\nb", 9) == "a b")
    #expect(PublicText.beginning(of: String(repeating: "\u{301}", count: 1_000_000), 10).unicodeScalars.count == 11)
  }
}
