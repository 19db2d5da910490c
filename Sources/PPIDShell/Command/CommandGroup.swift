import PPIDEngine
import PPIDScript
import PPIDValues

/// Commands that belong together for those who use them.
struct CommandGroup: Sendable {
  /// The word that `bantuan` takes for it.
  let name: String
  let title: Phrase
  let commands: [Command]

  static let kantor = CommandGroup(
    name: "kantor", title: Phrase(id: "Kantor", en: "The office"),
    commands: [
      .atur, .unit, .unitTambah, .unitUbah, .unitNonaktif, .pengguna, .penggunaTambah, .penggunaUbah, .siapa,
    ])

  static let kalender = CommandGroup(
    name: "kalender", title: Phrase(id: "Kalender", en: "The calendar"),
    commands: [.kalender, .kalenderImpor, .kalenderJam, .kalenderAtur, .hariKerja])

  static let sop = CommandGroup(
    name: "sop", title: Phrase(id: "SOP", en: "The SOP"),
    commands: [
      .sop, .sopLangkah, .sopDiagram, .sopImpor, .sopEdisi, .siklus, .siklusBuka, .siklusSiap, .siklusKecualikan, .siklusTutup, .antrean,
      .lanjut, .langkahSelesai, .langkahPutus, .langkahMulai, .langkahRiwayat, .langkahTerima, .tenggatJelaskan, .wajib, .wajibTambah,
      .wajibImpor, .wajibNihil, .verifikasi, .pertimbangan, .pertimbanganTambah,
    ])

  static let arsip = CommandGroup(
    name: "arsip", title: Phrase(id: "Arsip", en: "Records"),
    commands: [
      .arsip, .arsipTambah, .arsipLihat, .arsipUbah, .arsipTarik, .arsipRiwayat, .arsipCari, .arsipImpor, .arsipEkspor, .arsipLampirkan,
      .arsipBerkas, .arsipAmbil, .arsipCopot, .arsipPeriksaBerkas, .serah, .serahKirim, .serahTerima, .serahLihat, .kartu,
    ])

  static let kearsipan = CommandGroup(
    name: "kearsipan", title: Phrase(id: "Kearsipan (UU 43/2009)", en: "Archives (UU 43/2009)"),
    commands: [
      .klasifikasi, .klasifikasiLihat, .klasifikasiImpor, .retensi, .retensiPeristiwa, .susut, .susutUsul, .susutLihat, .susutSetujui,
      .susutTolak, .susutLaksanakan, .susutBeritaAcara, .tahan, .tahanDaftar, .lepas,
    ])

  static let dip = CommandGroup(
    name: "dip", title: Phrase(id: "DIP", en: "The DIP"),
    commands: [.dip, .dipUsul, .dipUsulan, .dipKeluarkan, .dipTetapkan, .dipEdisi, .dipBanding, .dipTerbit, .dipNomor])

  static let kecuali = CommandGroup(
    name: "kecuali", title: Phrase(id: "Informasi dikecualikan", en: "Excluded information"),
    commands: [.kecuali, .kecualiTambah, .kecualiLihat, .kecualiSurat, .kecualiBerakhir, .kecualiBuka])

  static let monev = CommandGroup(
    name: "monev", title: Phrase("Monev"),
    commands: [
      .monevBuka, .monevInstrumen, .monevIndikator, .monevNilai, .monevHitung, .monevTemuan, .monevRekomendasi, .monevTindakLanjut,
      .monevUsulan, .monevTetapkan, .monevTolak, .masukan, .masukanTambah, .masukanTanggapi,
    ])

  static let laporan = CommandGroup(
    name: "laporan", title: Phrase(id: "Laporan", en: "Reports"), commands: [.laporan] + Command.laporanJenis)

  static let bahasa = CommandGroup(
    name: "bahasa", title: Phrase(id: "Bahasa skrip", en: "The script language"),
    commands: [.cetak, .tampil, .ke, .dariCSV, .simpan, .kini, .argumen, .lingkungan, .daftarBerkas, .bacaBerkas])

  static let skrip = CommandGroup(
    name: "skrip", title: Phrase(id: "Skrip", en: "Scripts"),
    commands: [.skrip, .skripSimpan, .skripLihat, .skripJalankan, .skripPeriksa, .skripHapus, .sumber])

  static let demo = CommandGroup(
    name: "demo", title: Phrase("Demo"),
    commands: [
      .demo, .demoMulai, .demoLanjut, .demoMundur, .demoLompat, .demoUlang, .demoJelaskan, .demoHasil, .demoDaftar, .demoPeran, .demoJam,
      .demoRekam, .demoSelesai,
    ])

  static let sistem = CommandGroup(
    name: "program", title: Phrase(id: "Program", en: "The program"),
    commands: [
      .bantuan, .riwayat, .ulang, .bersihkan, .jejak, .jejakPeriksa, .batal, .statistik, .periksa, .cadangkan, .pulihkan, .versi,
      .keluar,
    ])
}
