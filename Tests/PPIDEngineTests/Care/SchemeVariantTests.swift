import PPIDValues
import Testing

@testable import PPIDEngine

/// Retention schedules as different offices write them: each is read, or asked about with row and suggestion, never guessed in
/// silence.
@Suite struct SchemeVariantTests {
  /// What a list gives: its codes as `code title: active | inactive | fate`, what is asked, and what is said.
  private struct Reading {
    let codes, asked, notes: [String]

    init(_ text: String, mending: Bool = false) throws {
      let list = try SchemeReader(bytes: Array(text.utf8), acceptsSuggestions: mending)
      codes = list.codes.map { code in
        let rule = code.hasRetention ? ": \(code.active ?? "") | \(code.inactive ?? "") | \(code.fate?.text ?? "")" : ""
        return "\(code.code)\(code.title.map { " \($0)" } ?? "")\(rule)"
      }
      asked = list.problems.map { "\($0.row) \($0.column): \($0.value) → \($0.suggestion ?? "?")" }
      notes = list.notes.map { "\($0.row) \($0.text.id)" }
    }
  }

  // MARK: Heads

  @Test func `heads merged over three rows, with numbers of columns below them`() throws {
    let list = try Reading(
      """
      LAMPIRAN I;;;;;;
      PERATURAN BUPATI NOMOR 12 TAHUN 2023;;;;;;
      NO.;KODE;JENIS ARSIP;RETENSI ARSIP;;KETERANGAN;
      ;;;JANGKA WAKTU;;;
      ;;;AKTIF;INAKTIF;;
      (1);(2);(3);(4);(5);(6);
      I;KU;KEUANGAN;;;;
      1;KU.01;Anggaran;;;;
      a;KU.01.01;Rencana kerja dan anggaran;2 Tahun;3 Tahun;Musnah;
      b;KU.01.02;Dokumen pelaksanaan anggaran;2 (dua) tahun setelah tahun anggaran berakhir;8 th;Permanen;
      """)
    #expect(
      list.codes == [
        "KU KEUANGAN", "KU.01 Anggaran", "KU.01.01 Rencana kerja dan anggaran: 2 Tahun | 3 Tahun | musnah",
        "KU.01.02 Dokumen pelaksanaan anggaran: 2 (dua) tahun setelah tahun anggaran berakhir | 8 th | permanen",
      ])
    #expect(list.asked == [] && list.notes == [])
  }

  @Test func `numbers are years where the heads say so, and only there`() throws {
    let rows = "KP.01,Formasi pegawai,1,4,Musnah\nKP.02,Berkas perseorangan,2,-,Masuk Berkas Perorangan\n"
    for head in [
      "Kode,Jenis Arsip,Aktif (Tahun),Inaktif (Tahun),Keterangan\n",
      "Kode,Jenis Arsip,Retensi Aktif (th),Retensi Inaktif (th),Nasib Akhir\n",
      "Kode,Jenis Arsip,Jangka Simpan (dalam Tahun),,Keterangan\n,,Aktif,Inaktif,\n",
      "Kode,Jenis Arsip,Aktif,Inaktif,Keterangan\n,,(Tahun),(Tahun),\n",
    ] {
      let list = try Reading(head + rows)
      #expect(
        list.codes == [
          "KP.01 Formasi pegawai: 1 Tahun | 4 Tahun | musnah", "KP.02 Berkas perseorangan: 2 Tahun | - | masuk berkas perseorangan",
        ], "\(head)")
      #expect(list.asked == [] && list.notes == [], "\(head)")
    }
    #expect(try Reading("Kode,Aktif,Inaktif,Nasib Akhir\nKP.01,1,4 Tahun,Musnah\n").asked == ["2 Aktif: 1 → ?"])
  }

  @Test func `columns in another order, and what is not taken of them is said`() throws {
    let list = try Reading(
      """
      Nasib Akhir\tInaktif\tAktif\tSeri Arsip\tNo. Kode\tDasar Hukum
      Permanen\t5 tahun\t2 tahun\tPeraturan\tHK.01\tPP 28/2012
      """)
    #expect(list.codes == ["HK.01: 2 tahun | 5 tahun | permanen"])
    #expect(list.notes == ["1 kolom yang tidak diambil: `Seri Arsip`, `Dasar Hukum`"])
    let named = try Reading("No. Kode,Seri Arsip,Aktif,Inaktif,Nasib Akhir\nHK.01,Peraturan,2 tahun,5 tahun,Permanen\n")
    #expect(named.codes == ["HK.01 Peraturan: 2 tahun | 5 tahun | permanen"])
    #expect(named.notes == ["1 uraian diambil dari kolom `Seri Arsip`"])
  }

  @Test func `a schedule without codes, or with one column for both ages, is refused with what was seen`() throws {
    for text in [
      "NO,JENIS ARSIP,AKTIF,INAKTIF,KETERANGAN\n1,Rencana kerja,2 Tahun,3 Tahun,Musnah\n",
      "KODE,JENIS ARSIP,RETENSI,KETERANGAN\nPR.01,Rencana kerja,\"2 tahun aktif, 3 tahun inaktif\",Musnah\n",
    ] {
      do {
        _ = try Reading(text)
        Issue.record("it was read: \(text)")
      } catch ClassificationFailure.noHeader(let rows) {
        #expect(rows.first?.cells.contains("JENIS ARSIP") == true)
      }
    }
  }

  // MARK: Codes

  @Test func `each level of a code in a column of its own, titles indented over several`() throws {
    let list = try Reading(
      """
      KODE KLASIFIKASI,,,JENIS ARSIP,,RETENSI,,KETERANGAN
      ,,,,,AKTIF,INAKTIF,
      KU,,,KEUANGAN,,,,
      ,01,,Anggaran,,,,
      ,,01,1.,Rencana anggaran,1 Tahun,2 Tahun,Musnah
      ,,02,2.,Revisi anggaran,1 Tahun,-,Musnah
      ,02,,Perbendaharaan,,,,
      KU,02,a,,Surat perintah membayar,2 Tahun,8 Tahun,Musnah
      HM,,,KEHUMASAN,,,,
      ,,05,,Siaran pers,1 Tahun,1 Tahun,Permanen
      """)
    #expect(
      list.codes == [
        "KU KEUANGAN", "KU.01 Anggaran", "KU.01.01 1. Rencana anggaran: 1 Tahun | 2 Tahun | musnah",
        "KU.01.02 2. Revisi anggaran: 1 Tahun | - | musnah", "KU.02 Perbendaharaan",
        "KU.02.a Surat perintah membayar: 2 Tahun | 8 Tahun | musnah", "HM KEHUMASAN",
      ])
    #expect(list.asked == ["10 KODE KLASIFIKASI: HM.05 → ?"], "the level between is missing, and nobody makes it up")
  }

  @Test func `levels with heads of their own, spelled out in each column`() throws {
    let list = try Reading(
      """
      Kode Primer;Kode Sekunder;Kode Tersier;Uraian;Retensi Aktif;Retensi Inaktif;Nasib Akhir
      OT;;;Organisasi;;;
      ;OT.01;;Struktur;;;
      ;;OT.01.02;Uraian jabatan;2 Tahun;3 Tahun;Permanen
      """)
    #expect(list.codes == ["OT Organisasi", "OT.01 Struktur", "OT.01.02 Uraian jabatan: 2 Tahun | 3 Tahun | permanen"])
    #expect(list.asked == [] && list.notes == [])
    let grouped = try Reading(
      """
      KODE;;;URAIAN;AKTIF;INAKTIF;NASIB AKHIR
      FUNGSI;KEGIATAN;TRANSAKSI;;;;
      OT;;;Organisasi;;;
      ;01;;Struktur;;;
      ;;02;Uraian jabatan;2 Tahun;3 Tahun;Permanen
      """)
    #expect(grouped.codes == list.codes)
  }

  @Test func `roman numerals, letters and footnotes count rows, and are no codes`() throws {
    let list = try Reading(
      """
      No,Kode,Jenis Arsip,Aktif,Inaktif,Keterangan
      I,,FASILITATIF,,,
      A,KP,KEPEGAWAIAN,,,
      1,KP.01,Formasi,2 Tahun,3 Tahun,Musnah
      2,KP.02,Mutasi,1 Tahun,4 Tahun,Musnah*
      *) kecuali surat keputusan,,,,,
      ,,"Catatan: disahkan 2 Mei 2023",,,
      II,,SUBSTANTIF,,,
      """)
    #expect(list.codes == ["KP KEPEGAWAIAN", "KP.01 Formasi: 2 Tahun | 3 Tahun | musnah"])
    #expect(list.asked == ["5 Keterangan: Musnah* → Musnah"])
    #expect(
      list.notes == [
        "2 bukan kode klasifikasi: I, FASILITATIF", "6 bukan kode klasifikasi: *) kecuali surat keputusan",
        "7 bukan kode klasifikasi: Catatan: disahkan 2 Mei 2023", "8 bukan kode klasifikasi: II, SUBSTANTIF",
      ])
  }

  @Test func `codes that are cut short, end with a point or show letters for digits are asked about, or plain`() throws {
    let head = "Kode,Jenis Arsip,Aktif,Inaktif,Nasib Akhir\n"
    let rows = "PR.,PERENCANAAN,,,\nPR.01.,Pokok-pokok,,,\na.,Usulan,1 Tahun,-,Musnah\nb),Kebijakan,1 Tahun,-,Permanen\n"
    let list = try Reading(head + rows + "PR.O2,Program,1 Tahun,-,Musnah\nPR 03,Laporan,1 Tahun,-,Musnah\n")
    #expect(list.codes == ["PR PERENCANAAN", "PR.01 Pokok-pokok"])
    #expect(
      list.asked == ["4 Kode: a → PR.01.a", "5 Kode: b → PR.01.b", "6 Kode: PR.O2 → PR.02", "7 Kode: PR 03 → PR03"]
        || list.asked == ["4 Kode: a → PR.01.a", "5 Kode: b → PR.01.b", "6 Kode: PR.O2 → PR.02", "7 Kode: PR 03 → PR.03"])
    let mended = try Reading(head + rows, mending: true)
    #expect(mended.codes.suffix(2) == ["PR.01.a Usulan: 1 Tahun | - | musnah", "PR.01.b Kebijakan: 1 Tahun | - | permanen"])
    let numbered = try Reading(
      head + "000,UMUM,,,\n000.1,Rapat,1 Tahun,-,Musnah\n100,PEMERINTAHAN,,,\n100.1.2,Otonomi,1 Tahun,-,Permanen\n")
    #expect(numbered.codes.count == 4 && numbered.asked == [])
  }

  @Test func `headings, page numbers and heads said again in the middle are passed over, and said`() throws {
    let list = try Reading(
      """
      KODE;JENIS ARSIP;RETENSI;;KETERANGAN
      ;;AKTIF;INAKTIF;
      PL;PERLENGKAPAN;;;
      PL.01;Pengadaan;2 Tahun setelah;3 Tahun;Musnah, kecuali
      - 2 -;;;;
      KODE;JENIS ARSIP;RETENSI;;KETERANGAN
      ;;AKTIF;INAKTIF;
      PL.02;Inventaris;Selama;-;Dinilai
      ;;berlaku;;Kembali
      PENUNJANG;;;;
      12;;;;
      """)
    #expect(list.codes == ["PL PERLENGKAPAN", "PL.02 Inventaris: Selama berlaku | - | dinilai kembali"])
    #expect(list.asked == ["4 RETENSI AKTIF: 2 Tahun setelah → ?", "4 KETERANGAN: Musnah, kecuali → ?"])
    #expect(list.notes.map { $0.prefix(2) } == ["5 ", "10", "11"])
  }

  @Test func `a code that stands twice with other terms is asked about, each time`() throws {
    let list = try Reading(
      """
      Kode,Uraian,Aktif,Inaktif,Nasib Akhir
      KU.01,Gaji,1 Tahun,9 Tahun,Musnah
      KU.01,Gaji,1 Tahun,9 Tahun,Musnah
      KU.01,Gaji,2 Tahun,9 Tahun,Musnah
      KU.01,Gaji,1 Tahun,9 Tahun,Permanen
      """)
    #expect(list.codes == ["KU.01 Gaji: 1 Tahun | 9 Tahun | musnah"])
    #expect(list.asked == ["4 Kode: KU.01 → ?", "5 Kode: KU.01 → ?"])
    #expect(list.notes == ["3 kode KU.01 berulang, isinya sama"])
  }

  @Test func `cells merged downwards come out empty, and are asked for`() throws {
    let list = try Reading(
      """
      Kode,Uraian,Aktif,Inaktif,Nasib Akhir
      KU.01,Gaji,1 Tahun,9 Tahun,Musnah
      KU.02,Lembur,,,Musnah
      KU.03,Honor,1 Tahun,9 Tahun,
      ,Honor lain,2 Tahun,,Permanen
      """)
    #expect(list.codes == ["KU.01 Gaji: 1 Tahun | 9 Tahun | musnah"])
    #expect(
      list.asked == [
        "3 Aktif:  → ?", "3 Inaktif:  → -", "4 Nasib Akhir:  → ?", "5 Kode: Honor lain, 2 Tahun, Permanen → ?",
      ])
  }

  // MARK: Terms and fates

  @Test func `a term is read as it stands or asked about`() throws {
    func term(_ text: String) -> String {
      let reading = RetentionTermReading(text)
      switch reading.term {
      case nil: return "asked \(reading.suggestion ?? "?")"
      case RetentionTerm.none?: return "none"
      case .lasting?: return "lasting"
      case .span(let span, let event)?: return "\(span.count)\(event.map { " after \($0)" } ?? "")"
      }
    }
    let expected = [
      ("2 th", "24"), ("2 thn.", "24"), ("5 (lima) tahun", "60"), ("25 (dua puluh lima) tahun", "300"), ("5 (enam) tahun", "asked ?"),
      ("1 tahun 6 bulan", "18"), ("1 Tahun dan 6 Bulan setelah audit", "18 after audit"), ("1 Tahun setelah…", "asked ?"),
      ("1 Tahun setelah ...", "asked ?"), ("1 Tahun setelah", "asked ?"), ("1 Tahun setelah tindak lanjut hasil peme-", "asked ?"),
      ("1 Tahun setelah tindak lanjut…", "asked ?"), ("2 tahun (setelah tidak berlaku)", "24 after tidak berlaku"),
      ("Selama berlaku", "0 after tidak lagi berlaku"), ("Selama 2 tahun", "asked 2 tahun"),
      ("Selama masih berlaku + 1 tahun", "asked 1 tahun setelah tidak lagi berlaku"), ("Selama berlaku, 2 lembar", "asked ?"),
      ("Tetap", "asked Permanen"), ("Permanent", "asked Permanen"), ("-", "none"), ("—", "none"), ("2 Tshun", "asked 2 Tahun"),
      ("2 tahun inaktif 3 tahun", "asked ?"), ("2 tahun aktif", "asked 2 tahun"), ("2 Tahun*)", "asked 2 Tahun"),
      ("2 Tahun seteiah tidak berlaku", "asked 2 Tahun setelah tidak berlaku"), ("1 s.d. 3 tahun", "asked ?"),
    ]
    for (text, meaning) in expected { #expect(term(text) == meaning, "\(text)") }
    // What is suggested can be read.
    for (text, _) in expected { if let meant = RetentionTermReading(text).suggestion { #expect(RetentionTerm(meant) != nil, "\(text)") } }
  }

  @Test func `a row that is left out is not told as mended`() throws {
    let list = try SchemeReader(
      bytes: Array("Kode,Aktif,Inaktif,Nasib Akhir\nKU.01,2 Tshun,1 Tahun,Musnah kecuali\nKU.02,2 Tshun,-,Musnah\n".utf8),
      acceptsSuggestions: true)
    #expect(list.mended.map(\.row) == [3] && list.problems.map(\.row) == [2, 2] && list.refused == 1)
    #expect(list.problems.map(\.reason.id).last == "kecualinya terpotong; tulis sampai selesai")
  }

  @Test func `a fate is read as it stands or asked about, and no exception is lost`() throws {
    func fate(_ text: String) -> String {
      let reading = FinalFateReading(text)
      return reading.fate.map { "\($0.text)\(reading.isUnusual ? " (said)" : "")" } ?? "asked \(reading.suggestion ?? "?")"
    }
    let expected = [
      ("Musnah", "musnah"), ("Miusnah", "asked Musnah"), ("Permanent", "asked Permanen"), ("Tetap", "asked Permanen"),
      ("M", "asked Musnah"),
      ("P", "asked Permanen"), ("DK", "asked Dinilai kembali"), ("-", "asked ?"), ("Dinilai Kembali", "dinilai kembali"),
      ("Musnah kecuali…", "asked ?"), ("Musnah kecuali ...", "asked ?"), ("Musnah, kecuali", "asked ?"), ("Musnah*", "asked Musnah"),
      ("Musnah 1)", "asked Musnah"), ("Permanen²", "asked Permanen"),
      ("Musnah (kecuali yang bernilai guna)", "musnah, kecuali yang bernilai guna)"),
      ("Musnah kecuali eselon 1", "musnah, kecuali eselon 1"), ("Musnah kecuali yang ber-", "musnah, kecuali yang ber- (said)"),
      ("Masuk Berkas Perorangan", "masuk berkas perseorangan"), ("Masuk Berkas Perseorangan", "masuk berkas perseorangan"),
      ("Masuk Berkas Perseoranaan", "masuk berkas perseorangan (said)"), ("Masuk Berkas Perse- orangan", "asked Masuk berkas Perseorangan"),
      ("Masuk Berkas Perse…", "asked Masuk berkas Perseorangan"), ("Musnah/Permanen", "asked ?"), ("Musnah atau permanen", "asked ?"),
    ]
    for (text, meaning) in expected { #expect(fate(text) == meaning, "\(text)") }
    for (text, _) in expected { if let meant = FinalFateReading(text).suggestion { #expect(FinalFate(meant) != nil, "\(text)") } }
  }
}
