import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let susutLaksanakan = Command(
    "susut laksanakan", needs: .careForArchive,
    help: Phrase(
      id: """
        Melaksanakan penyusutan yang disetujui: pindah menjadi inaktif, serah menjadi statis, musnah menghancurkan berkasnya dan \
        menyisakan metadatanya. Persetujuan, penahanan, dan retensi diperiksa lagi saat itu juga.
        """,
      en: """
        Executes an approved disposal: pindah makes inaktif, serah statis, musnah destroys the files and leaves the metadata. \
        Approval, holds and retention are checked again at that moment.
        """),
    .disposal, gives: .record(Disposal.columns + [Column("rekaman", .int), Column("berkas", .int)]),
    examples: [
      Example(
        "susut usul pindah --sampai 2029-12; atur pemisahan-tugas tidak; susut setujui S-1; susut laksanakan S-1")
    ]
  ) { session, number in
    let (disposal, records, files) = try session.engine.disposals.execute(number)
    return session.change(
      disposal.fields + [("rekaman", .int(records)), ("berkas", .int(files))],
      Phrase(
        id: "\(number) dilaksanakan: \(disposal.kind.rawValue), \(records) rekaman, \(files) berkas",
        en: "\(number) executed: \(disposal.kind.rawValue), \(records) records, \(files) files"))
  }
}
