import Foundation
import PPIDEngine
import PPIDScript
import PPIDValues
import Testing

@testable import PPIDShell

/// What Tab offers, asked of the completer itself.
@Suite struct CompletionTests {
  /// An office with people of several roles; one record of each unit is excluded.
  private static let office = Result {
    let office = try Office()
    try office.lines(
      "unit tambah SETDA \"Sekretariat Daerah\"; unit tambah BU \"Biro Umum\"",
      """
      arsip tambah "Laporan Keuangan" --unit BU --kategori berkala; arsip tambah "Rahasia Lelang" --unit BU --kategori dikecualikan
      arsip tambah "Rahasia Intel" --unit SETDA --kategori dikecualikan; arsip tambah "Neraca" --unit SETDA --kategori setiap-saat
      """,
      "dip tetapkan 2026-10 --nomor KEP-10 --di-luar-siklus uji", "siklus buka 2026-11",
      "untuk i di 1..8 { arsip tambah \"Nomor {$i}\" --unit BU }",
      """
      pengguna tambah sari --peran sekretariat; pengguna tambah joko --peran pendukung --unit BU
      pengguna tambah wati --peran atasan; pengguna tambah tono --peran tamu
      """)
    try office.write("hitung.ppid", "cetak 1\n")
    try office.lines("skrip simpan hitung hitung.ppid")
    try office.write("masuk lama/daftar 1.csv", "x")
    try office.write("masuk/a.csv", "x")
    try office.write(".tersembunyi", "x")
    return office
  }

  private func trial(_ person: String = "root") throws -> CompletionTrial { try CompletionTrial(Self.office.get(), person: person) }

  /// What is offered at the end of a line: what would stand there, and its meaning.
  private func offered(_ line: String, to person: String = "root") throws -> [(text: String, meaning: String)] {
    try trial(person).offered(line)
  }

  private func texts(_ line: String, to person: String = "root") throws -> [String] { try offered(line, to: person).map(\.text) }

  // MARK: Commands and options

  @Test func `commands stand where a command may, with what they do`() throws {
    let found = try offered("arsip im")
    #expect(found.map(\.text) == ["impor"] && found[0].meaning.hasPrefix("Memasukkan daftar"))
    #expect(try texts("cetak 1; arsip lih") == ["lihat"])
    #expect(try texts("jika $(siklus b") == ["buka"])
    #expect(try texts("misal x = arsip im") == [])
    #expect(try texts("# arsip im") == [])
    #expect(try texts("cetak 'arsip im") == [])
  }

  @Test func `behind a pipe stand stages, and commands that take what is piped`() throws {
    let found = try texts("arsip | ")
    #expect(found.contains("saring") && found.contains("tampil") && found.contains("simpan"))
    #expect(!found.contains("versi") && !found.contains("siapa"))
    #expect(!(try texts("")).contains("saring"))
  }

  @Test func `options stand there once each, and where nothing else can`() throws {
    #expect(try texts("dip tetapkan 2026-11 --nomor X --") == ["--di-luar-siklus", "--bila-belum"])
    #expect(try texts("dip tetapkan 2026-11 ") == ["--nomor", "--di-luar-siklus", "--bila-belum"])
    #expect(try texts("dip tetapkan 2026-11 --nomor ") == [])
  }

  @Test func `what the role may not do isn't offered`() throws {
    #expect(try texts("dip t", to: "sari") == ["terbit"])
    #expect(try texts("pengguna ", to: "sari") == [])
    #expect(try texts("arsip tam", to: "tono") == [])
    #expect(try texts("dip", to: "tono") == ["dip", "dip banding", "dip edisi"])
    #expect(try texts("dip tetapkan ", to: "sari") == [])
  }

  // MARK: Values

  @Test func `units are offered by code and by name`() throws {
    let found = try offered("arsip tambah X --unit ")
    #expect(found.map(\.text) == ["SETDA", "BU"] && found[1].meaning == "Biro Umum")
    #expect(try texts("arsip tambah X --unit=S") == ["SETDA"])
    #expect(try texts("arsip tambah X --unit umu") == ["BU"])
    #expect(try texts("unit tambah ") == [])
  }

  @Test func `records are offered by number, with their titles, and by words of the title`() throws {
    let found = try offered("arsip lihat A-1")
    #expect(found.map(\.text) == ["A-1", "A-10", "A-11", "A-12"] && found[0].meaning == "Laporan Keuangan")
    #expect(try texts("arsip lihat keua") == ["A-1"])
    #expect(try texts("arsip lihat ").first == "A-12")
    #expect(try texts("arsip ubah A-4 --judul ") == [])
  }

  @Test(arguments: [("root", true, true), ("sari", true, true), ("wati", true, true), ("joko", true, false), ("tono", false, false)])
  func `an excluded record is offered to those only who may see it`(_ person: String, _ ofBU: Bool, _ ofSETDA: Bool) throws {
    for line in [
      "arsip lihat ", "arsip lihat A-", "arsip lihat A-2", "arsip lihat A-3", "arsip lihat rahasia", "arsip lihat lelang",
      "arsip lihat int",
    ] {
      let found = try offered(line, to: person)
      #expect(ofBU || !found.contains { $0.text == "A-2" || $0.meaning.contains("Lelang") }, "\(line)")
      #expect(ofSETDA || !found.contains { $0.text == "A-3" || $0.meaning.contains("Intel") }, "\(line)")
    }
    #expect(try texts("arsip lihat rahasia", to: person) == (ofSETDA ? ["A-3"] : []) + (ofBU ? ["A-2"] : []))
  }

  @Test func `a guest is offered what the edition in force lists`() throws {
    #expect(try texts("arsip lihat ", to: "tono") == ["A-4", "A-1"])
    #expect(try texts("dip ", to: "tono").filter { $0.hasPrefix("2026") } == ["2026-10", "2026-11", "2026-12", "2026-S2"])
  }

  @Test func `months are offered with what is known of them, and the next ones`() throws {
    let found = try offered("dip tetapkan ")
    #expect(found.map(\.text) == ["2026-11", "2026-10", "2026-12", "2026-S2"])
    #expect(found.map(\.meaning) == ["siklus terbuka", "edisi KEP-10", "bulan depan", "semester ini"])
    #expect(try texts("dip banding 2026-10 2026-1") == ["2026-11", "2026-10", "2026-12"])
  }

  @Test func `choices, people, scripts and settings are offered with what they are`() throws {
    #expect(try texts("arsip tambah X --kategori se") == ["serta-merta", "setiap-saat"])
    #expect(try offered("arsip tambah X --kategori berk")[0].meaning.contains("pasal 9"))
    #expect(try texts("pengguna ubah s") == ["sari"])
    #expect(
      try texts("pengguna ubah sari --peran \"sekretariat,pe")
        == ["pengelola", "pendukung", "pertimbangan", "pemeriksa"].filter { $0.hasPrefix("pe") })
    #expect(try texts("skrip lihat ") == ["hitung"])
    #expect(try offered("atur kantor.n").map(\.meaning) == ["nama kantor"])
    #expect(try texts("bantuan arsip li") == ["lihat"])
  }

  @Test func `columns are those of the pipeline so far`() throws {
    #expect(try texts("arsip | pilih judul unit | urutkan ") == ["judul", "unit"])
    #expect(try texts("arsip | kelompok kategori n = hitung() | saring ") == ["kategori", "n"])
    #expect(try texts("untuk r di $(arsip | pilih judul tahun | saring ta") == ["tahun"])
    #expect(try texts("misal t = $(unit)\n$t | pilih na") == ["nama"])
    #expect(try texts("jika $(arsip | pilih judul | saring ju") == ["judul"])
    #expect(try texts("arsip | kelompok kategori n = maks(tah") == ["tahun"])
    #expect(try texts("arsip | kelompok kategori n = ra") == ["rata("])
    #expect(try offered("arsip | pilih tang")[0].meaning == "tanggal")
  }

  @Test func `in a condition stand the values of the column that is compared`() throws {
    #expect(try texts("arsip | saring kategori == ").prefix(2) == ["\"berkala\"", "\"serta-merta\""])
    #expect(try texts("arsip | saring kategori == \"se") == ["\"serta-merta\"", "\"setiap-saat\""])
    #expect(try texts("arsip | saring unit != \"S") == ["\"SETDA\""])
    #expect(try texts("antrean --semua | saring siklus == 2026-1").first == "2026-11")
  }

  @Test func `files are offered with quotes where their names need them`() throws {
    let office = try Self.office.get()
    // The completer looks from where the program runs.
    let line = "arsip impor \(office.folder.path)/"
    #expect(try texts(line).contains("\"\(office.folder.path)/masuk lama/"))
    #expect(try texts(line + "masuk/") == ["\(office.folder.path)/masuk/a.csv"])
    #expect(try texts("arsip impor \"\(office.folder.path)/masuk lama/d") == ["\"\(office.folder.path)/masuk lama/daftar 1.csv\""])
    #expect(!(try texts(line)).contains { $0.contains("tersembunyi") })
    #expect(try texts("dip terbit 2026-10 --ke \(office.folder.path)/masuk/") == [])
  }

  // MARK: Variables and their fields

  @Test func `variables are offered behind a dollar, those of the blocks around with those of the session`() throws {
    let trial = try trial()
    #expect(trial.texts("cetak $") == [])
    try trial.enter("misal bulan = 2026-11; misal baris = $(arsip lihat A-1)")
    let found = trial.offered("cetak $")
    #expect(found.map(\.text) == ["$baris", "$bulan"] && found.map(\.meaning) == ["rekaman", "periode"])
    #expect(trial.texts("untuk berkas di $(arsip) { cetak $b") == ["$baris", "$berkas", "$bulan"])
    #expect(trial.texts("untuk berkas di $(arsip) { jika $be") == ["$berkas"])
    #expect(trial.texts("cetak \"halo {$bu") == ["$bulan"])
    #expect(trial.texts("misal baru = 1; cetak $bar") == ["$baris", "$baru"])
    #expect(trial.texts("fungsi ganda(nilai, kali = 2) { kembali $") == ["$kali", "$nilai"])
    #expect(trial.texts("arsip | saring $i") == ["$it"])
    #expect(trial.texts("cetak '$bu") == [] && trial.texts("# $bu") == [])
  }

  @Test func `behind a dot stand the fields of a record and the columns of a table`() throws {
    let trial = try trial()
    try trial.enter("misal r = {judul: \"x\", tahun: 2025, \"dua kata\": 1}; misal n = 3")
    try trial.enter("misal t = $(unit); misal l = [{a: 1}, {b: salah}]")
    let found = trial.offered("cetak $r.")
    #expect(found.map(\.text) == ["judul", "tahun"] && found.map(\.meaning) == ["teks", "bulat"])
    #expect(trial.texts("cetak $r.ta") == ["tahun"])
    #expect(trial.texts("cetak $t.") == ["kode", "nama", "aktif"])
    #expect(trial.texts("cetak $t[0].na") == ["nama"])
    #expect(trial.texts("cetak $l.") == ["a", "b"])
    #expect(trial.texts("cetak $n.") == [] && trial.texts("cetak $tidak_ada.") == [])
    #expect(trial.texts("cetak \"tahun {$r.t") == ["tahun"])
    #expect(trial.texts("misal x = {y: $r.j") == ["judul"])
    #expect(trial.texts("cetak [1, $r.j") == ["judul"])
    #expect(trial.texts("jika $r.ta") == ["tahun"])
    #expect(trial.texts("cetak $(arsip lihat A-1).jud") == ["judul"])
  }

  @Test func `in a block stand the fields of what the loop goes over`() throws {
    let trial = try trial()
    #expect(trial.texts("untuk r di $(arsip | pilih nomor judul) { cetak $r.") == ["nomor", "judul"])
    #expect(trial.texts("untuk r di $(arsip | pilih nomor judul) {\n  jika $r.ju") == ["judul"])
    #expect(trial.texts("untuk r di $(unit) { untuk s di $(arsip | saring unit == $r.ko") == ["kode"])
    #expect(trial.texts("arsip | saring $it.jud") == ["judul"])
    #expect(trial.texts("coba { dip } tangkap g { cetak $g.pe") == ["pesan"])
  }

  // MARK: Lists

  @Test func `in the brackets of a list stand the values that may be given more than once, each once`() throws {
    #expect(try texts("langkah putus 11 tidak --unit [") == ["SETDA", "BU"])
    #expect(try offered("langkah putus 11 tidak --unit [SETDA, B").map(\.meaning) == ["Biro Umum"])
    #expect(try texts("langkah putus 11 tidak --unit [BU, ") == ["SETDA"])
    #expect(try texts("pengguna tambah x --peran [sekretariat, pend") == ["pendukung"])
    #expect(try offered("pengguna tambah x --peran [sekre")[0].meaning != "")
    #expect(try texts("pengguna tambah x --peran=[p") == ["pengelola", "pendukung", "ppid", "pertimbangan", "pemeriksa"])
    #expect(try texts("pengguna tambah x --peran [\"ppid\", \"pp") == [])
    #expect(try texts("arsip tambah X --unit [S") == [])
    #expect(try texts("monev nilai IND-5 0.5 --bukti [A-1") == ["\"A-1\"", "\"A-10\"", "\"A-11\"", "\"A-12\""])
    #expect(try texts("monev nilai IND-5 0.5 --bukti [\"A-1\", keua") == [])
    #expect(try texts("arsip | saring unit di [S") == ["\"SETDA\""])
    #expect(try texts("arsip | saring kategori di [berkala, ser") == ["\"serta-merta\""])
    #expect(try texts("cetak $x[") == [] && texts("cetak [") == [])
  }

  @Test func `no text makes it fail, wherever the cursor is`() throws {
    var random = SeededGenerator(7)
    let pieces = [
      "arsip", " ", "|", "saring", "\"", "{", "}", "$(", "(", ")", "'", "#", "--unit", "=", "\n", ";", "日", "A-", "$x", "[", "]", ",",
    ]
    let trial = try trial()
    for _ in 0..<2_000 {
      let line = (0..<Int.random(in: 0..<12, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
      let before = line.prefix(Int.random(in: 0...line.count, using: &random))
      let place = before.utf8.count
      for candidate in trial.candidates(line, place) {
        #expect(!candidate.replacement.isEmpty && candidate.range.upperBound == place, "\(line.debugDescription) \(place)")
      }
    }
  }
}
