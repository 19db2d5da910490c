import PPIDEngine
import Testing

@Suite struct PathTests {
  @Test(arguments: [
    ("x", "x", "", ""), (".", ".", "", ""), ("..", "..", "", ""), ("é", "é", "", ""), ("a/", "a", "", ""), ("./", ".", "", ""),
    ("a/b", "b", "a", ""),
    ("/x", "x", "/", ""), ("/", "/", "/", ""), ("//", "/", "/", ""), ("/a//b/", "b", "/a", ""),
    ("masuk/dip.csv", "dip.csv", "masuk", "csv"),
    ("a.b/c", "c", "a.b", ""), (".csv", ".csv", "", ""), ("a.", "a.", "", ""), ("a.tar.gz", "a.tar.gz", "", "gz"), ("", "", "", ""),
    ("a/\u{301}b.\u{301}c", "\u{301}b.\u{301}c", "a", "\u{301}c"),
  ])
  func `a path has a last part, a folder and an ending`(path: String, name: String, folder: String, ending: String) {
    #expect(path.fileName == name && path.folderPath == folder && path.fileEnding == ending, "\(path)")
  }
}
