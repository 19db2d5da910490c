import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let ulang = Command(
    "ulang", needs: .anything,
    help: Phrase(
      id: "Menjalankan lagi yang pernah diketik di prompt, setelah baris ini selesai; perintahnya ditampilkan dulu.",
      en: "Runs something that was entered at the prompt again, once this line is done; it is shown first."),
    Parameter<Int?>.optional(
      "nomor", Phrase(id: "nomornya di `riwayat`; tanpa ini yang terakhir", en: "its number in `riwayat`; without it the last one")),
    isOutput: true, examples: [Example("ulang")]
  ) { session, number in
    let entries = session.entered
    guard let number else {
      session.again = entries.last { !isRepeating($0.entry.text) }?.entry.text
      if session.again == nil {
        session.console.note(
          Phrase(id: "Belum ada yang dapat diulang.\n", en: "There is nothing to run again yet.\n")[session.language])
      }
      return .null
    }
    let advice = Phrase(id: "lihat `riwayat`", en: "see `riwayat`")
    guard let found = entries.first(where: { $0.number == number }) else {
      throw Failure(
        Phrase(id: "tidak ada nomor \(number) di riwayat", en: "there is no number \(number) in the history"), advice: advice)
    }
    guard !isRepeating(found.entry.text) else {
      throw Failure(Phrase(id: "nomor \(number) sendiri mengulang", en: "number \(number) itself repeats"), advice: advice)
    }
    session.again = found.entry.text
    return .null
  }

  /// Such an entry could go on for ever.
  private static func isRepeating(_ text: String) -> Bool {
    text.split { !$0.isLetter }.contains("ulang")
  }
}
