import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let monevTolak = Command(
    "monev tolak", needs: .evaluate,
    help: Phrase(
      id: "Langkah 15: menolak usulan. Rekaman diusulkan lagi bila isinya berubah.",
      en: "Activity 15: refuses a proposal. A record is proposed again when it has changed."),
    Parameter<Proposal>.argument("nomor", Phrase(id: "rekaman A-12 atau masukan M-3", en: "a record A-12 or an input M-3")),
    Parameter<String>.requiredOption("alasan", Phrase(id: "mengapa ditolak", en: "why it is refused")),
    gives: .record([Column("usulan", .text)]),
    examples: [Example("monev tolak A-3 --alasan \"masih rancangan\"", prints: "usulan A-3 ditolak")]
  ) { session, proposal, reason in
    switch proposal {
    case .record(let number): try session.engine.monev.refuse(number, reason: reason)
    case .input(let number): try session.engine.monev.refuse(number, reason: reason)
    }
    return session.change(
      [("usulan", .text(proposal.description))],
      Phrase(id: "usulan \(proposal.description) ditolak", en: "the proposal \(proposal.description) is refused"))
  }
}
