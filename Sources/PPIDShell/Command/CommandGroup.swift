import PPIDEngine
import PPIDScript
import PPIDValues

/// Commands that belong together for those who use them.
struct CommandGroup: Sendable {
  let title: Phrase
  let commands: [Command]

  static let kantor = CommandGroup(
    title: Phrase(id: "Kantor", en: "The office"),
    commands: [
      .atur, .unit, .unitTambah, .unitUbah, .unitNonaktif, .pengguna, .penggunaTambah, .penggunaUbah, .siapa,
    ])

  static let kalender = CommandGroup(
    title: Phrase(id: "Kalender", en: "The calendar"),
    commands: [.kalender, .kalenderImpor, .kalenderJam, .kalenderAtur, .hariKerja])

  static let sop = CommandGroup(
    title: Phrase(id: "SOP", en: "The SOP"), commands: [.sop, .siklusBuka, .siklusSiap, .antrean])

  static let arsip = CommandGroup(
    title: Phrase(id: "Arsip", en: "Records"),
    commands: [.arsip, .arsipTambah, .arsipLihat, .arsipUbah, .arsipCari, .arsipImpor, .arsipEkspor])

  static let dip = CommandGroup(
    title: Phrase(id: "DIP", en: "The DIP"), commands: [.dip, .dipTetapkan, .dipEdisi, .dipBanding, .dipTerbit])

  static let bahasa = CommandGroup(
    title: Phrase(id: "Bahasa skrip", en: "The script language"),
    commands: [.cetak, .tampil, .ke, .dariCSV, .simpan, .kini, .argumen, .lingkungan, .daftarBerkas, .bacaBerkas])

  static let skrip = CommandGroup(
    title: Phrase(id: "Skrip", en: "Scripts"),
    commands: [.skrip, .skripSimpan, .skripLihat, .skripJalankan, .skripPeriksa, .skripHapus, .sumber])

  static let sistem = CommandGroup(
    title: Phrase(id: "Program", en: "The program"),
    commands: [.bantuan, .riwayat, .ulang, .bersihkan, .jejak, .jejakPeriksa, .versi, .keluar])
}
