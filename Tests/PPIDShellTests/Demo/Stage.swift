import Foundation
import Testing

/// The program at the prompt on a screen, in an office with an archive of its own, to play demos in.
final class Stage {
  let office: Office
  let screen: Screen

  /// A short script that has a bit of everything: notes, directions, a refusal, variables, a function, files.
  static let script = #"""
    #: == Langkah 1: menyediakan ==
    #: en: == Step 1: providing ==
    #: Bagian Umum mencatat
    #: informasinya.
    #: en: General Affairs records its information.
    #: dasar: UU 14/2008 Pasal 9
    demo peran umum
    demo jam 2026-11-05T08:00
    arsip tambah "Latihan satu" --unit BU --kategori berkala
    #: Jumlahnya disimpan di berkas.
    misal n = $(arsip | hitung)
    "{$n} rekaman\n" | simpan hitungan.txt
    #: Memutus bukan tugas pendukung.
    #: galat: 4
    langkah putus 7 ya --unit BU
    fungsi ganda(x) { kembali $x * 2 }
    cetak $(ganda $n)
    #: Yang berikut oleh Tim Sekretariat.
    demo peran sekretariat
    #: Variabel ikut mundur.
    $n += 1; cetak $n
    "ubah {$n}\n" | simpan hitungan.txt
    untuk r di $(arsip | ambil 2) { arsip ubah $r.nomor --lokasi "Lemari {$n}" }
    #: == Langkah 5: menerima ==
    arsip lampirkan A-1 hitungan.txt
    arsip tarik A-2 --alasan "latihan"
    cetak $n
    """#
  /// How many steps that script has.
  static let steps = 13

  init(_ script: String = Stage.script, columns: Int = 80, rows: Int = 24, environment: [String: String] = [:]) throws {
    office = try Office()
    try office.write("latihan.ppid", script)
    try FileManager.default.createDirectory(atPath: office.path("sementara"), withIntermediateDirectories: true)
    let variables = [
      "HOME": office.folder.path, "PPID_ARSIP": office.path(Office.archive), "TMPDIR": office.path("sementara"),
      "PAGER": "cat",
    ].merging(environment) { $1 }
    screen = try Screen(
      columns: columns, rows: rows, environment: variables, ["/usr/bin/env", "-C", office.folder.path, Office.program.path])
    _ = try screen.wait { try screen.rows().last?.contains(">") == true }
  }

  /// Types an entry and Enter on an empty screen, and waits until the board and the prompt say that so many steps and one are come up.
  func enter(_ entry: String, to position: Int, of steps: Int = Stage.steps, sourceLocation: SourceLocation = #_sourceLocation) throws {
    // The board that stands there may say the same.
    try screen.press("C-l")
    let isEmpty = try screen.wait {
      let rows = try screen.rows()
      return rows.first?.contains(">") == true && rows.dropFirst().allSatisfy(\.isEmpty)
    }
    if !isEmpty {
      Issue.record("\(entry): the screen isn't empty\n\(try screen.rows().joined(separator: "\n"))", sourceLocation: sourceLocation)
    }
    try screen.type(entry)
    try screen.press("Enter")
    let mark = "(DEMO \(min(position + 1, steps))/\(steps) "
    let header = position == steps ? " DEMO latihan.ppid selesai" : " DEMO latihan.ppid \(position + 1)/\(steps)"
    let isThere = try screen.wait {
      let rows = try screen.rows()
      return rows.first?.hasPrefix(header) == true && rows.last?.contains(mark) == true && Stage.isWaiting(rows.last)
    }
    if !isThere { Issue.record("\(entry): wanted \(mark)\n\(try screen.rows().joined(separator: "\n"))", sourceLocation: sourceLocation) }
  }

  /// Whether a row is a demo's prompt at which nothing is typed; it may say how long the last entry took.
  static func isWaiting(_ row: String?) -> Bool {
    guard let row, let end = row.range(of: ")>", options: .backwards)?.upperBound else { return false }
    let rest = row[end...].drop { $0 == " " }
    return rest.isEmpty || rest.hasSuffix(" dtk")
  }

  /// The folders of demos that are there now.
  func sandboxes() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: office.path("sementara")).filter { $0.hasPrefix("ppid-demo-") }
  }

  /// All that the demo's office holds: every row of its archive and every byte of its files.
  func state() throws -> [String: String] {
    let folder = try office.path("sementara/\(#require(sandboxes().first))/kantor")
    var state: [String: String] = [:]
    let names = try #require(FileManager.default.enumerator(atPath: folder)).compactMap { $0 as? String }
    for name in names where !name.hasPrefix("arsip.db") || name.hasPrefix("arsip.db.berkas") {
      state[name] = (try? Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))).map { "\(Array($0))" } ?? "folder"
    }
    // A copy is read, so that the one at work is left alone.
    let copy = office.path("salinan")
    try? FileManager.default.removeItem(atPath: copy)
    try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
    for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: "\(folder)/arsip.db\(ending)") {
      try FileManager.default.copyItem(atPath: "\(folder)/arsip.db\(ending)", toPath: "\(copy)/arsip.db\(ending)")
    }
    state["arsip.db"] = try office.start(["sqlite3", "\(copy)/arsip.db", ".dump"]).wait().succeeded()
    return state
  }
}
