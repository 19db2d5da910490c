import PPIDEngine
import PPIDScript
import PPIDValues

extension Command {
  static let demoLompat = Command(
    "demo lompat", needs: .anything,
    help: Phrase(
      id: "Pergi ke langkah demo dengan nomor itu: ke depan langkah di antaranya dijalankan, ke belakang keadaannya dikembalikan.",
      en: "Goes to the demo's step of that number: forward the steps between are run, backward things become as they were."),
    Parameter<Int?>.optional("nomor", Phrase(id: "nomor langkah demo", en: "the number of the demo's step")),
    Parameter<Int?>.option(
      "langkah", Phrase(id: "ke langkah pertama dari kegiatan SOP ini", en: "to the first step of this activity of the SOP")),
    isOutput: true, examples: [Example("demo mulai sop; demo lompat 2"), Example("demo mulai sop; demo lompat --langkah 1")]
  ) { session, number, activity in
    let demo = try session.running()
    let steps = demo.script.steps
    let target: Int
    switch (number, activity) {
    case (let number?, nil): target = number - 1
    case (nil, let activity?):
      guard let index = steps.firstIndex(where: { $0.notes.activity == activity }) else {
        throw Failure(
          Phrase(id: "demo ini tidak memuat kegiatan \(activity)", en: "this demo has no activity \(activity)"),
          advice: Phrase(id: "lihat `demo daftar`", en: "see `demo daftar`"))
      }
      target = index
    default:
      throw Failure(
        Phrase(
          id: "sebutkan nomor langkah demo, atau `--langkah` dengan kegiatan SOP",
          en: "name the demo's step, or an activity of the SOP with `--langkah`"))
    }
    // One more than there are stands for the end.
    guard (0...steps.count).contains(target) else {
      throw Failure(
        Phrase(id: "demo ini punya langkah 1 sampai \(steps.count)", en: "this demo has the steps 1 to \(steps.count)"),
        advice: Phrase(id: "lihat `demo daftar`", en: "see `demo daftar`"))
    }
    try session.move(demo, to: target)
    return .null
  }
}
