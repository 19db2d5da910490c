import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let susutTolak = Command(
    "susut tolak", needs: .approveDisposal,
    help: Phrase(
      id: "Menolak usul penyusutan yang belum dilaksanakan; arsipnya tetap seperti semula.",
      en: "Refuses a disposal that isn't executed yet; its records stay as they were."),
    .disposal, Parameter<String>.requiredOption("alasan", Phrase(id: "alasan penolakan", en: "why it is refused")),
    gives: .record([Column("nomor", .text), Column("alasan", .text)]),
    examples: [Example("susut usul pindah --sampai 2029-12; susut tolak S-1 --alasan \"masih dipakai\"")]
  ) { session, number, reason in
    try session.engine.disposals.refuse(number, reason: reason)
    return session.change(
      [("nomor", .text(number.description)), ("alasan", .text(reason))], Phrase(id: "\(number) ditolak", en: "\(number) refused"))
  }
}
