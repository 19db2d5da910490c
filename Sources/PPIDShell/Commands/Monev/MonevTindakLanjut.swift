import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let monevTindakLanjut = Command(
    "monev tindak-lanjut", needs: .followUp,
    help: Phrase(
      id: "Mencatat tindak lanjut sebuah rekomendasi: berjalan atau selesai. Selesai perlu bukti.",
      en: "Notes how far a recommendation is followed: berjalan or selesai. Done needs evidence."),
    Parameter<RecommendationNumber>.argument(
      "nomor", Phrase(id: "nomor rekomendasi, seperti R-1", en: "the recommendation's number, like R-1")),
    Parameter<FollowUpState>.argument("keadaan", Phrase(id: "berjalan atau selesai", en: "berjalan (under way) or selesai (done)")),
    Parameter<RecordNumber?>.option("bukti", Phrase(id: "rekaman yang membuktikan", en: "the record that proves it")),
    Parameter<String?>.option("catatan", Phrase(id: "apa yang sudah dilakukan", en: "what was done")),
    gives: .record([Column("nomor", .text), Column("keadaan", .text)]),
    examples: [Example("monev tindak-lanjut R-1 selesai --bukti A-1", prints: "R-1 kini selesai")]
  ) { session, number, state, evidence, note in
    try session.engine.monev.followUp(number, state, evidence: evidence, note: note)
    return session.change(
      [("nomor", .text(number.description)), ("keadaan", .text(state.rawValue))],
      Phrase(id: "\(number) kini \(state.rawValue)", en: "\(number) is now \(state.rawValue)"))
  }
}

extension FollowUpState: ChoiceArgument {}
