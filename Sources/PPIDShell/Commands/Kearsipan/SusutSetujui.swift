import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let susutSetujui = Command(
    "susut setujui", needs: .approveDisposal,
    help: Phrase(
      id: "Menyetujui usul penyusutan. Pengusulnya sendiri tidak boleh (pemisahan-tugas).",
      en: "Approves a proposed disposal. Who proposed it may not (pemisahan-tugas)."),
    .disposal, gives: .record(Disposal.columns),
    examples: [
      Example("susut usul pindah --sampai 2029-12; atur pemisahan-tugas tidak; susut setujui S-1")
    ]
  ) { session, number in
    let disposal = try session.engine.disposals.approve(number)
    return session.change(
      disposal.fields,
      Phrase(id: "\(number) disetujui: \(disposal.kind.rawValue)", en: "\(number) approved: \(disposal.kind.rawValue)"))
  }
}

extension Disposal {
  static let columns = [Column("nomor", .text), Column("jenis", .text), Column("keadaan", .text)]

  /// The disposal as scripts see it.
  var fields: [(name: String, value: Value)] {
    [("nomor", .text(number.description)), ("jenis", .text(kind.rawValue)), ("keadaan", .text(state.rawValue))]
  }
}
