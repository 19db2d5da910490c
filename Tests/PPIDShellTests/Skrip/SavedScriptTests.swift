import Foundation
import Testing

/// Scripts that an archive keeps, and scripts that run one another.
@Suite struct SavedScriptTests {
  private func office(_ scripts: [String: String]) throws -> Office {
    let office = try Office()
    for (name, text) in scripts {
      try office.write("\(name).ppid", text)
      try office.lines("skrip simpan \(name) \(name).ppid")
    }
    return office
  }

  @Test func `a script is stored once, and storing it again changes nothing`() throws {
    let office = try office(["jumlah": "cetak 1\n"])
    let before = try office.dump()
    #expect(try office.lines("skrip simpan jumlah jumlah.ppid") == "skrip jumlah sudah tersimpan seperti itu")
    #expect(try office.dump() == before)
    try office.write("jumlah.ppid", "cetak 2\n")
    #expect(try office.lines("skrip simpan jumlah jumlah.ppid") == "skrip jumlah diperbarui")
    let listed = try office.ppid("--format", "csv", "-c", "skrip | pilih nama ukuran disimpan").succeeded()
    #expect(listed == "nama,ukuran,disimpan\njumlah,8,2026-11-10T09:00")
    let told = try office.ppid("--format", "json", "-c", "jejak jumlah | pilih tindakan sebelum sesudah").succeeded()
    #expect(
      told == #"[{"tindakan":"skrip simpan","sebelum":null,"sesudah":{"isi":"cetak 1\n"}},"#
        + #"{"tindakan":"skrip simpan","sebelum":{"isi":"cetak 1\n"},"sesudah":{"isi":"cetak 2\n"}}]"#)
  }

  @Test func `a stored script comes out byte for byte`() throws {
    let text = "# é 漢 \t\r\ncetak 'x'"
    let office = try office(["teks": text])
    try office.lines("skrip lihat teks | simpan salinan.ppid")
    #expect(try office.bytes("salinan.ppid") == Data(text.utf8))
  }

  @Test func `a script with errors is refused with every one of them, and nothing is stored`() throws {
    let office = try office([:])
    try office.write("salah.ppid", "arsip caru \"x\"\ncetak $tidakAda\n")
    let outcome = try office.line("skrip simpan salah salah.ppid")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("salah.ppid:1:") && outcome.errors.contains("salah.ppid:2:7"))
    #expect(try office.lines("skrip | hitung") == "0")
    let caught = try office.line(
      "coba { skrip simpan salah salah.ppid } tangkap g { cetak $g.kode $g.rincian[1].baris $g.rincian[1].kolom }")
    #expect(try caught.succeeded() == "2 2 7")
  }

  @Test func `stepping goes into the scripts that a script runs`() throws {
    let office = try office(["simpan": "cetak tersimpan\n"])
    try office.write("dalam.ppid", "cetak dalam\n")
    try office.write("luar.ppid", "cetak luar\nsumber dalam.ppid\nskrip jalankan simpan\n")
    let outcome = try office.ppid("--langkah", "luar.ppid")
    #expect(outcome.output == "luar\ndalam\ntersimpan\n")
    let steps = outcome.errors.split(separator: "\n").map(String.init)
    #expect(steps.prefix(3) == ["1 │ cetak luar", "2 │ sumber dalam.ppid", "dalam.ppid:1 │ cetak dalam"])
    #expect(steps.count == 5 && steps[4].hasSuffix(":1 │ cetak tersimpan"))
  }

  @Test func `a removed script is gone, and its text stays in the journal`() throws {
    let office = try office(["jumlah": "cetak 1"])
    #expect(try office.lines("skrip hapus jumlah") == "skrip jumlah dihapus")
    let outcome = try office.line("skrip jalankan jumlah")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("tidak ada skrip tersimpan bernama `jumlah`"))
    #expect(try office.lines("jejak jumlah | balik | ambil 1 | ke json").contains("cetak 1"))
  }

  @Test func `a name that is nearly right is offered`() throws {
    let office = try office(["bulanan": "cetak 1"])
    #expect(try office.line("skrip lihat bulanann").errors.contains("maksud Anda `bulanan`?"))
  }

  @Test func `a saved script sees its own arguments and variables, and leaves none`() throws {
    let office = try office([
      "dalam": "misal x = $(argumen 0)\nfungsi ganda(n) { kembali $n * 2 }\ncetak $(jenis $x) $(ganda $x)\n"
    ])
    let printed = try office.ppid(
      "-c", "misal x = 1; fungsi ganda(n) { kembali $n + 100 }; skrip jalankan dalam 21; cetak $x $(ganda 1)"
    ).succeeded()
    #expect(printed == "bulat 42\n1 101")
    let outcome = try office.line("skrip jalankan dalam 21; cetak $(ganda 1)")
    #expect(outcome.status == 2)
  }

  @Test func `an inner script's arguments end with it`() throws {
    let office = try office(["dalam": "cetak $(argumen 0)"])
    try office.write("luar.ppid", "skrip jalankan dalam kedua\ncetak $(argumen 0) $(argumen 1)\n")
    #expect(try office.ppid("luar.ppid", "pertama", "2026-11").succeeded() == "kedua\npertama 2026-11")
  }

  @Test func `a table that is handed to a script still calls the functions of where it was made`() throws {
    let office = try office(["dalam": "fungsi lain(n) { kembali 0 }\nuntuk r di $(argumen 0) { cetak $r.m $(lain 1) }"])
    let made = "fungsi a(n) { kembali $n }; fungsi f(n) { kembali $(a $n) * 2 }"
    let table = "misal t = $([{n: 1}, {n: 2}] | dengan m = $(f $it.n))"
    #expect(try office.lines("\(made); \(table); skrip jalankan dalam $t; cetak $(f 5)") == "2 0\n4 0\n10")
  }

  @Test func `the program runs a saved script by its name, but a file of that name first`() throws {
    let office = try office(["bulanan": "cetak \"tersimpan\" $(argumen 0)"])
    #expect(try office.ppid("bulanan", "2026-11").succeeded() == "tersimpan 2026-11")
    try office.write("bulanan", "cetak \"berkas\"")
    #expect(try office.ppid("bulanan", "2026-11").succeeded() == "berkas")
  }

  @Test func `a script that is nowhere is a missing file, and no archive is made for looking`() throws {
    let office = try Office()
    let outcome = try office.ppid("bulanan")
    #expect(outcome.status == 3)
    #expect(outcome.errors.contains("skrip `bulanan` tidak ada"))
    #expect(!FileManager.default.fileExists(atPath: office.path(Office.archive)))
    try office.lines("skrip")
    #expect(try office.ppid("bulanan").status == 3)
  }

  @Test func `a saved script that runs itself for ever ends in an error`() throws {
    let office = try office(["diri": "cetak 1"])
    try office.write("diri.ppid", "skrip jalankan diri")
    try office.lines("skrip simpan diri diri.ppid")
    let outcome = try office.ppid("diri")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("lebih dari 50 tingkat") && outcome.errors.contains("`diri` menjalankan dirinya"))
    #expect(
      try office.lines("coba { skrip jalankan diri } tangkap g { cetak \"tertangkap\" $g.kode }") == "tertangkap 1")
  }

  @Test func `a file that takes itself in for ever ends in an error`() throws {
    let office = try Office()
    try office.write("diri.ppid", "sumber diri.ppid")
    let outcome = try office.line("sumber diri.ppid")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("lebih dari 50 tingkat"))
  }

  @Test func `an inner script can't go round the bound on steps`() throws {
    let office = try office(["terus": "selama benar { }"])
    let outcome = try office.ppid(
      "--batas-langkah", "10000", "-c", "coba { skrip jalankan terus } tangkap g { cetak 1 }")
    #expect(outcome.status == 1 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("10000 langkah"))
  }

  @Test func `an inner script's error has its own place, and undoes the transaction around it`() throws {
    let office = try office(["gagal": "unit tambah B \"b\"\ngagal \"habis\""])
    let outcome = try office.line("transaksi { unit tambah A \"a\"; skrip jalankan gagal }")
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("gagal:2:1"))
    #expect(try office.lines("unit | hitung") == "0")
  }

  @Test func `what a file defines stays at the prompt`() throws {
    let office = try Office()
    try office.write("umum.ppid", "misal tarif = 21\nfungsi kali(n) { kembali $n * 2 }\n")
    let screen = try Screen([
      Office.program.path, "--arsip", office.path("arsip.db"), "--izinkan", office.folder.path,
    ])
    try screen.expect(containing: ">")
    for line in ["sumber \(office.path("umum.ppid"))", "cetak \"hasil\" $(kali $tarif)"] {
      try screen.type(line)
      try screen.press("Enter")
    }
    try screen.expect(containing: "hasil 42")
  }

  @Test func `a taken file may change a variable under the script that takes it`() throws {
    let office = try Office()
    try office.write("ubah.ppid", "misal x = \"teks\"")
    let outcome = try office.line("misal x = 1; sumber ubah.ppid; cetak $x; $x = $x + 1")
    #expect(outcome.status == 1 && outcome.output == "teks\n")
  }

  @Test func `those who may not write scripts may run them, and guests may not`() throws {
    let office = try office(["jumlah": "cetak 1"])
    try office.sqlite("UPDATE person SET roles = 'pemeriksa'")
    #expect(try office.lines("skrip jalankan jumlah") == "1")
    #expect(try office.line("skrip simpan jumlah jumlah.ppid").status == 4)
    #expect(try office.line("skrip hapus jumlah").status == 4)
    try office.sqlite("UPDATE person SET roles = 'tamu'")
    #expect(try office.line("skrip jalankan jumlah").status == 4)
    #expect(try office.ppid("jumlah").status == 4)
  }
}
