import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let ulang = Command(
    "ulang", needs: .anything,
    help: Phrase(
      id: "Menjalankan lagi yang pernah diketik, setelah baris ini selesai; perintahnya ditampilkan dulu.",
      en: "Runs something that was entered before again, once this line is done; it is shown first."),
    Parameter<Int?>.optional(
      "nomor", Phrase(id: "nomornya di `riwayat`; tanpa ini yang terakhir", en: "its number in `riwayat`; without it the last one")),
    isOutput: true, examples: [Example("ulang 12")]
  ) { session, number in
    let entries = try session.entered()
    if let number {
      guard let found = entries.first(where: { $0.number == number }) else { throw notThere("\(number)") }
      guard !isRepeating(found.entry.text) else {
        throw Failure(
          Phrase(id: "nomor \(number) sendiri adalah `ulang`", en: "number \(number) is itself an `ulang`"),
          advice: Phrase(id: "lihat `riwayat`", en: "see `riwayat`"))
      }
      session.again = found.entry.text
    } else {
      guard let last = entries.last(where: { !isRepeating($0.entry.text) }) else { throw notThere("") }
      session.again = last.entry.text
    }
    return .null
  }

  private static func isRepeating(_ text: String) -> Bool {
    text.split { !$0.isLetter }.contains("ulang")
  }

  private static func notThere(_ number: String) -> Failure {
    Failure(
      number.isEmpty
        ? Phrase(id: "belum ada yang dapat diulang", en: "there is nothing to run again yet")
        : Phrase(id: "tidak ada nomor \(number) di riwayat", en: "there is no number \(number) in the history"),
      advice: number.isEmpty ? nil : Phrase(id: "lihat `riwayat`", en: "see `riwayat`"))
  }
}
