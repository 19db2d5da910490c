import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let susutLihat = Command(
    "susut lihat", needs: .readArchive,
    help: Phrase(
      id: "Tabel arsip dalam suatu penyusutan, seperti saat diusulkan.",
      en: "The table of a disposal's records, as they stood when proposed."),
    .disposal, gives: .rows(Disposals.disposalItemColumns),
    examples: [Example("susut usul pindah --sampai 2029-12; susut lihat S-1 | pilih nomor jatuh_tempo")]
  ) { session, number in session.table(try session.engine.disposals.items(of: number)) }
}
