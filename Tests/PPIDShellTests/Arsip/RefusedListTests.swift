import Foundation
import Testing

/// Refused rows come back as a list of their own, to be mended and taken in again.
@Suite struct RefusedListTests {
  private func office() throws -> Office {
    let office = try Office()
    try office.lines("unit tambah SETDA \"Sekretariat Daerah\"")
    try office.write(
      "masuk/daftar.csv",
      "judul,kategori,ringkasan,tanggal\nSatu,berkala,a,\nDua,entah,\"b; \"\"c\"\"\",2026-01-02\nTiga,berkala,c,\nEmpat,entah,=1+1,kemarin\n"
    )
    return office
  }

  private func list(_ office: Office) throws -> String {
    String(decoding: try office.bytes("masuk/ditolak/daftar.csv"), as: UTF8.self)
  }

  @Test func `mended and taken in again, it completes the first list`() throws {
    let office = try office()
    let told = try office.line("arsip impor masuk/daftar.csv --sebagian --unit SETDA")
    #expect(told.status == 0)
    #expect(told.output == "4 rekaman dibaca: 2 baru, 0 berubah, 0 tetap, 2 ditolak\n")
    #expect(told.errors.contains("masuk/ditolak/daftar.csv"))
    let refused = try list(office)
    #expect(refused.contains("kategori tidak dikenal") && refused.contains("kemarin") && refused.contains("'=1+1"))
    // As it stands nothing of it is taken.
    #expect(try office.line("arsip impor masuk/ditolak/daftar.csv").status == 3)
    try office.write(
      "masuk/ditolak/daftar.csv",
      refused.replacingOccurrences(of: ";entah;", with: ";berkala;").replacingOccurrences(of: ";kemarin;", with: ";;"))
    #expect(try office.lines("arsip impor masuk/ditolak/daftar.csv").hasPrefix("2 rekaman dibaca: 2 baru"))
    #expect(try office.lines("arsip impor masuk/ditolak/daftar.csv").contains("0 baru, 0 berubah, 2 tetap"))
    let summaries = try office.ppid("--format", "csv", "-c", "arsip | pilih judul ringkasan unit kategori").succeeded()
    #expect(
      summaries == """
        judul,ringkasan,unit,kategori
        Satu,a,SETDA,berkala
        Tiga,c,SETDA,berkala
        Dua,"b; ""c\""",SETDA,berkala
        Empat,=1+1,SETDA,berkala
        """)
  }

  @Test func `whoever takes in every list of the folder doesn't meet it, and the same list changes nothing`() throws {
    let office = try office()
    let line = "untuk f di $(daftar-berkas \"masuk/*.csv\") { arsip impor $f.jalur --sebagian }"
    try office.lines(line)
    let (refused, before) = (try list(office), try office.dump())
    try office.lines(line)
    #expect(try list(office) == refused)
    #expect(try office.dump() == before)
  }

  @Test func `nothing is left of it where nothing was stored`() throws {
    let office = try office()
    _ = try office.ppid("--coba", "-c", "arsip impor masuk/daftar.csv --sebagian").succeeded()
    #expect(try office.line("transaksi { arsip impor masuk/daftar.csv --sebagian; gagal \"tidak jadi\" }").status == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: office.path("masuk")) == ["daftar.csv"])
  }

  @Test func `a list that is wrong all over takes little memory and says one reason once`() throws {
    let office = try office()
    try office.lines("unit tambah BKD Badan")
    try office.write("salah.csv", "judul,kategori\n" + (1...30_000).map { "Dokumen \($0),berkala\n" }.joined())
    let outcome = try office.start(["sh", "-c", "ulimit -v 1500000; exec ppid -c 'arsip impor salah.csv'"]).wait()
    #expect(outcome.status == 3)
    #expect(outcome.errors.split(separator: "\n").count < 12, "\(outcome.errors)")
    #expect(outcome.errors.contains("unit pemilik rekaman belum disebut") && outcome.errors.contains("30000 dari 30000"))
    #expect(
      try office.lines("coba { arsip impor salah.csv } tangkap g { cetak $g.rincian.ditolak $(panjang $g.rincian.galat) }") == "30000 1000")
  }

  @Test func `equal titles all over cost no more than others`() throws {
    let office = try office()
    try office.write("sama.csv", "judul,kategori,ringkasan\n" + (1...8_000).map { "Surat keputusan,berkala,nomor \($0)\n" }.joined())
    #expect(try office.lines("arsip impor sama.csv").contains("8000 baru"))
    #expect(try office.lines("arsip impor sama.csv").contains("8000 tetap"))
    #expect(try office.lines("periksa").contains("8000 rekaman"))
  }
}
