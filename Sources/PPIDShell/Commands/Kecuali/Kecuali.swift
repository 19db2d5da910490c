import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let kecuali = Command(
    "kecuali", needs: .readArchive,
    help: Phrase(
      id: "Menampilkan Daftar Informasi Dikecualikan (DIK) sejauh boleh Anda lihat, dengan uji konsekuensi dan masa berlakunya.",
      en: "Lists the excluded information (DIK) that you may see, with its consequence tests and how long they hold."),
    gives: .rows(PublicList.exclusionColumns),
    examples: [Example("kecuali | saring keadaan == \"belum diuji\" | pilih nomor judul unit")]
  ) { session in session.table(try session.engine.publicList.exclusions()) }
}
