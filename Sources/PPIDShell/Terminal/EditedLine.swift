import CEdit
import Glibc

/// The line being edited, as libedit keeps it, and the loop in which libedit asks for characters.
///
/// Libedit draws on `/dev/null`: what a person sees is drawn by `Painter`, once before each wait for a key, so there are
/// no two opinions about where the cursor is. For the same reason libedit believes in a screen on which the longest line
/// fits; its own redraw reads outside its arrays where one doesn't.
///
/// One thread owns it. Positions are counted in Unicode scalars.
final class EditedLine {
  /// The longest text that is edited here, in scalars and in lines.
  static let maximumLength = 10_000
  static let maximumLines = 150

  /// Large enough for the longest text with each character spelled out as `\U+10FFFF` and each line broken.
  private static let screenLines = "340"
  private static let screenColumns = "600"

  private let editor: OpaquePointer
  private let nowhere: UnsafeMutablePointer<FILE>
  private var reader: () -> Unicode.Scalar?

  /// Nil where libedit can't be started on this terminal. `input` and `output` are descriptors of it.
  init?(input: Int32, output: Int32) {
    Self.adoptUTF8()
    guard let nowhere = fopen("/dev/null", "r+") else { return nil }
    guard let editor = el_init_fd("ppid", nowhere, nowhere, nowhere, input, output, output) else {
      fclose(nowhere)
      return nil
    }
    self.editor = editor
    self.nowhere = nowhere
    reader = { nil }
    _ = ppid_el_use_emacs_keys(editor)
    _ = ppid_el_leave_signals_alone(editor)
    // Keys come as bytes, Ctrl-C and Ctrl-Z among them, and line ends as they were sent.
    for mode in ["-isig", "-ixon", "-icrnl", "-inlcr"] {
      _ = mode.withWide { ppid_el_set_editing_mode(editor, $0) }
    }
    // Libedit takes the upper half of Latin-1 for Alt with a key where the locale lets it.
    for character in 0xA0...0xFF { _ = ppid_el_bind_insert(editor, wchar_t(character)) }
    _ = ppid_el_set_owner(editor, Unmanaged.passUnretained(self).toOpaque())
    _ = ppid_el_set_reader(editor) { editor, character in
      guard let editor, let character, let owner = ppid_el_owner(editor) else { return 0 }
      let line = Unmanaged<EditedLine>.fromOpaque(owner).takeUnretainedValue()
      guard let scalar = line.reader() else { return 0 }
      character.pointee = wchar_t(bitPattern: scalar.value)
      return 1
    }
  }

  deinit {
    el_end(editor)
    fclose(nowhere)
  }

  /// With `LANG` unset, or a locale that isn't installed, libedit takes no character beyond ASCII for printable.
  private static func adoptUTF8() {
    setlocale(LC_CTYPE, "")
    if let codeset = nl_langinfo(Int32(CODESET)), String(cString: codeset) == "UTF-8" { return }
    setlocale(LC_CTYPE, "C.UTF-8")
  }

  /// Edits one line: asks `reader` for characters, which are inserted or obeyed as Emacs keys, until it gives nil.
  func edit(reader: @escaping () -> Unicode.Scalar?) {
    var isFirst = true
    defer { self.reader = { nil } }
    self.reader = { [unowned self] in
      if isFirst {
        isFirst = false
        enlargeScreen()
      }
      return reader()
    }
    _ = el_wgets(editor, nil)
  }

  /// Libedit looks up the terminal's true size whenever it begins a line.
  private func enlargeScreen() {
    _ = Self.screenLines.withWide { lines in
      Self.screenColumns.withWide { columns in ppid_el_set_size(editor, lines, columns) }
    }
  }

  /// Puts the terminal into the mode for editing, or back into its ordinary one.
  func prepareTerminal(_ isEditing: Bool) {
    _ = ppid_el_prepare_terminal(editor, isEditing ? 1 : 0)
  }

  private var info: LineInfoW { el_wline(editor).pointee }

  var count: Int { info.lastchar - info.buffer }

  var cursor: Int {
    get { info.cursor - info.buffer }
    set { _ = el_cursor(editor, Int32(min(max(newValue, 0), count) - cursor)) }
  }

  var scalars: [Unicode.Scalar] {
    let line = info
    return (0..<(line.lastchar - line.buffer)).map { index in
      Unicode.Scalar(UInt32(bitPattern: line.buffer[index])) ?? "\u{FFFD}"
    }
  }

  /// Inserts at the cursor, which moves behind it; says whether it fitted.
  @discardableResult
  func insert(_ text: String) -> Bool {
    let added = text.unicodeScalars
    guard fits(text, replacing: 0) else { return false }
    guard !added.isEmpty else { return true }
    return text.withWide { el_winsertstr(editor, $0) } == 0
  }

  /// Deletes what stands in `range`; the cursor stays with its character.
  func delete(_ range: Range<Int>) {
    let range = range.clamped(to: 0..<count)
    guard !range.isEmpty else { return }
    let before = cursor
    cursor = range.upperBound
    el_deletestr(editor, Int32(range.count))
    cursor = before <= range.lowerBound ? before : max(range.lowerBound, before - range.count)
  }

  /// Puts `text` in place of the whole line, with the cursor at its end or at `cursor`; says whether it fitted.
  @discardableResult
  func replace(with text: String, cursor newCursor: Int? = nil) -> Bool {
    guard fits(text, replacing: count) else { return false }
    delete(0..<count)
    insert(text)
    if let newCursor { cursor = newCursor }
    return true
  }

  private func fits(_ text: String, replacing replaced: Int) -> Bool {
    let added = text.unicodeScalars
    guard count - replaced + added.count <= Self.maximumLength else { return false }
    let breaks = added.count { $0 == "\n" }
    guard breaks > 0 else { return true }
    let present = replaced == count ? 0 : scalars.count { $0 == "\n" }
    return present + breaks < Self.maximumLines
  }
}

extension String {
  /// Calls `body` with the text as a C string of wide characters. A NUL would end it, so none is passed on.
  fileprivate func withWide<Result>(_ body: (UnsafePointer<wchar_t>) -> Result) -> Result {
    var wide = unicodeScalars.filter { $0.value != 0 }.map { wchar_t(bitPattern: $0.value) }
    wide.append(0)
    return wide.withUnsafeBufferPointer { body($0.baseAddress!) }
  }
}
