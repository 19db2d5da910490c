import Testing

@testable import PPIDEngine

@Suite("Heads of lists")
struct HeadTableTests {
  private func role(_ head: String) -> ColumnRole? {
    HeadTable.meaning(of: head)?.role
  }

  @Test(
    "mean what offices mean by them",
    arguments: [
      (
        .title,
        [
          "Judul Informasi", "Judul", "Nama Informasi", "Judul Informasi Publik", "Nama/Judul Informasi",
          "NAMA DOKUMEN",
        ]
      ),
      (
        .summary,
        [
          "Ringkasan Informasi", "Ringkasan Isi Informasi", "Ringkasan isi", "Deskripsi", "Isi Informasi",
          "Rincian Informasi",
          "rincian_informasi", "Uraian Informasi", "Ringkasan Isi Informasi Publik",
        ]
      ), (.kind, ["Jenis Informasi", "Kelompok Informasi", "jenis"]),
      (
        .holder,
        [
          "Pejabat yang menguasai informasi", "Pejabat/Unit/Satker yang Menguasi Informasi", "pejabat_penguasa",
          "Pejabat/Unit/Satuan Kerja yang Menguasai Informasi", "Unit Kerja Penguasa Informasi", "Penguasa Informasi",
          "Satuan Kerja/Unit Kerja yang menguasai", "Perangkat Daerah yang Menguasai", "Unit Kerja", "OPD", "Satker",
          "Pejabat",
        ]
      ),
      (
        .producer,
        [
          "Penanggungjawab Pembuatan Informasi", "PenanggungJawab Pembuatan atau Penerbitan Informasi",
          "Penanggung Jawab",
          "Pejabat Penanggung Jawab Pembuatan Informasi", "Penanggung Jawab Pembuatan/Penerbitan", "Pembuat Informasi",
          "Penanggung Jawab Informasi", "penanggung_jawab", "PENANGGUNGJAWAB",
        ]
      ),
      (
        .when,
        [
          "Waktu Pembuatan/ Penerbitan Informasi", "Waktu Pembuatan", "Waktu Pembuatan Dokumen", "Kurun Waktu", "waktu",
          "Waktu Penerbitan",
        ]
      ), (.date, ["Tanggal Pembuatan", "Tgl. Dokumen", "tanggal"]),
      (.year, ["Tahun", "Tahun Pembuatan", "Tahun Terbit"]),
      (.place, ["Tempat Pembuatan", "tempat"]),
      (
        .form,
        [
          "Bentuk Informasi yang Tersedia", "Format Informasi yang Tersedia", "Bentuk Informasi", "Format Dokumen",
          "Bentuk Informasi yang tersedia (hardcopy/softcopy)", "Media Informasi", "Jenis Media Yang Memuat Informasi",
          "format_informasi",
        ]
      ), (.category, ["Kategori Informasi", "Kategori", "Klasifikasi Informasi", "Kategori Informasi Publik"]),
      (.code, ["Kode Klasifikasi", "Klasifikasi Arsip", "kode", "Kode Klasifikasi Arsip", "Kode Arsip"]),
      (
        .activeRetention,
        [
          "Jangka Waktu Penyimpanan", "Jangka Waktu Penyimpanana", "Jangka Waktu Penyimpanan atau Retensi Arsip",
          "Retensi",
          "Masa Simpan", "Jadwal Retensi Arsip", "Jangka Waktu Simpan", "jangka_aktif", "Retensi Aktif", "JRA Aktif",
          "Aktif",
          "Jangka Waktu", "retensi_aktif",
        ]
      ),
      (
        .inactiveRetention,
        ["Inaktif", "Retensi Inaktif", "JRA Inaktif", "jangka_inaktif", "Retensi In-aktif", "retensi_inaktif"]
      ),
      (.fate, ["Nasib Akhir", "Nasab Akhir", "Nasib Akhir Arsip", "nasib_akhir", "Keterangan Retensi"]),
      (
        .security,
        [
          "Klasifikasi Keamanan", "Sistem Klasifikasi Keamanan dan Akses Arsip Dinamis", "SKKAAD", "Tingkat Keamanan",
          "keamanan",
        ]
      ), (.location, ["Lokasi Simpan", "Tempat Penyimpanan", "Lokasi Arsip", "Lokasi", "Tempat Penyimpanan Arsip"]),
    ] as [(RecordField, [String])])
  func meanings(field: RecordField, heads: [String]) {
    for head in heads {
      #expect(role(head) == .record(field), "\(head)")
    }
  }

  @Test(
    "place and time together",
    arguments: [
      "Tempat dan Waktu Pembuatan", "Waktu dan Tempat", "Waktu & Tempat Pembuatan Informasi", "Tempat/Waktu Pembuatan",
      "Tempat dan Tanggal Pembuatan", "tempat_waktu",
    ])
  func placeAndTime(head: String) {
    #expect(role(head) == .placeAndWhen)
  }

  @Test("counts", arguments: ["No", "No.", "NO", "Nomor Urut", "Nr", "#", "№"])
  func counts(head: String) {
    #expect(role(head) == .ordinal)
  }

  @Test(
    "other heads, and texts that are no heads, mean nothing",
    arguments: [
      "Keterangan", "Link", "NIP", "Nomor Telepon", "Jumlah", "Dasar Hukum", "Nomor Arsip", "Laporan Keuangan",
      "Tahun 2023",
      "Ringkasan Laporan Keuangan", "Jenis Pelayanan", "Alokasi", "Visi dan Misi", "Neraca Tahun 2022", "1", "-", "",
    ])
  func others(head: String) {
    let meaning = HeadTable.meaning(of: head)
    #expect(meaning == nil || (meaning?.role == .other && meaning?.titleRank == nil))
  }
}
